import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { finishedPages } from '../../src/pipeline/finished.ts';
import type { PageFacts } from '../../src/pipeline/pages/facts.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oj-klara-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const SEARCHED = '<html><head><title>Umeå</title></head><body data-pagefind-body>Svar</body></html>';
const WRITTEN: Readonly<Record<string, string>> = {
  'index.html': '<html><head><link rel="canonical" href="https://a.example/"></head><body>Text</body></html>',
  'kommuner/umea/index.html': SEARCHED,
  'utan-huvud.html': '<p>Text</p>',
  '_a/stil.css': 'a{}',
};
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

beforeEach(() => {
  for (const [path, content] of Object.entries(WRITTEN)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
});

it('knows the hash of every file, the address that a page has, and the pages that are searched', async () => {
  const facts = await finishedPages(folder, new Map());
  expect(Object.fromEntries([...facts].map(([path, { sha256 }]) => [path, sha256]))).toEqual(
    Object.fromEntries(Object.entries(WRITTEN).map(([path, content]) => [path, hash(content)])),
  );
  expect(
    [...facts].flatMap(([path, { canonical }]) => (canonical === null ? [] : [path, canonical])),
  ).toEqual(['index.html', 'https://a.example/']);
  expect([...facts].flatMap(([path, { searched }]) => (searched === null ? [] : [[path, searched]]))).toEqual(
    [['kommuner/umea/index.html', hash(SEARCHED)]],
  );
});

it('reads nothing of what is known already', async () => {
  const said = { sha256: 'said', canonical: null, searched: null };
  const facts = await finishedPages(
    folder,
    new Map<string, PageFacts>([
      ['index.html', said],
      ['kommuner/umea/index.html', { ...said, searched: 'text' }],
    ]),
  );
  expect([...facts].map(([path, { sha256 }]) => [path, sha256])).toEqual([
    ['_a/stil.css', hash('a{}')],
    ['index.html', 'said'],
    ['kommuner/umea/index.html', 'said'],
    ['utan-huvud.html', hash('<p>Text</p>')],
  ]);
  expect(facts.get('kommuner/umea/index.html')?.searched).toBe('text');
});
