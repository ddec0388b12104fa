import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { finishedPages } from '../../src/pipeline/finished.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oj-klara-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('knows the hash of every file, the head of every page, and the pages that are searched', async () => {
  const searched = '<html><head><title>Umeå</title></head><body data-pagefind-body>Svar</body></html>';
  const written: Readonly<Record<string, string>> = {
    'index.html': '<html><head><title>Start</title></head><body>Text</body></html>',
    'kommuner/umea/index.html': searched,
    'utan-huvud.html': '<p>Text</p>',
    '_a/stil.css': 'a{}',
  };
  for (const [path, text] of Object.entries(written)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { hashes, heads, searched: found } = await finishedPages(folder);
  const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
  expect(Object.fromEntries(hashes)).toEqual(
    Object.fromEntries(
      Object.entries(written).map(([path, t]) => [path, createHash('sha256').update(t).digest('hex')]),
    ),
  );
  expect([...heads].map(([path, head]) => [path, text(head)])).toEqual([
    ['index.html', '<html><head><title>Start</title>'],
    ['kommuner/umea/index.html', '<html><head><title>Umeå</title>'],
    ['utan-huvud.html', '<p>Text</p>'],
  ]);
  expect([...found].map(([path, bytes]) => [path, text(bytes)])).toEqual([
    ['kommuner/umea/index.html', searched],
  ]);
});
