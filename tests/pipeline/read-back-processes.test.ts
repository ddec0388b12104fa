import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { hiddenSubjects, isDocument } from '../../src/disclosure/audit/documents.ts';
import { isAudited } from '../../src/disclosure/audit/readers.ts';
import { nodeEffects } from '../../src/effects-node.ts';
import { allFiles } from '../../src/files/index.ts';
import { canMakePdf } from '../../src/files/typst/compiler.ts';
import { must } from '../../src/model/must.ts';
import { load } from '../../src/pipeline/load.ts';
import type { Looked } from '../../src/pipeline/read-back.ts';
import { readAllBack, readersOf } from '../../src/pipeline/read-back-processes.ts';

let folder: string;
let looked: Looked;
let paths: readonly string[];

beforeAll(async () => {
  const { index, secret } = await load('tests/fixtures/litet', nodeEffects());
  const { tables, ord } = must(secret, 'something hidden');
  looked = {
    indicators: new Set(tables.cells.map(({ id }) => id.slice(0, id.indexOf('|')))),
    subjects: hiddenSubjects(ord),
  };
  folder = mkdtempSync(join(tmpdir(), 'oj-lasning-'));
  const files = allFiles(must(index, 'a catalogue')).filter(
    ({ path }) => (isAudited(path) || isDocument(path)) && (canMakePdf() || !path.endsWith('.pdf')),
  );
  for (const file of files) {
    mkdirSync(dirname(join(folder, file.path)), { recursive: true });
    writeFileSync(join(folder, file.path), await file.content());
  }
  paths = files.map((f) => f.path);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

const read = (all: readonly string[], processes: number) => readAllBack(all, { folder, looked }, processes);

it('processes find in every file what is found without them, in the same order', async () => {
  expect(readersOf(paths.length, 2)).toBeGreaterThan(0);
  const [without, withTwo] = [await read(paths, 0), await read(paths, 2)];
  expect([...withTwo]).toEqual([...without]);
  const found = [...without.values()];
  expect(found.filter((f) => f.counts.length > 0).length).toBeGreaterThan(10);
  expect(found.filter((f) => f.passages.length > 0).length).toBeGreaterThan(0);
}, 120_000);

it.each([0, 2])('a file that cannot be read stops the audit with its path, with %i processes', async (n) => {
  for (const name of ['trasig.pdf', 'trasig.xlsx']) {
    // Enough to be a workbook's or a document's first bytes, and nothing after them.
    writeFileSync(join(folder, name), name.endsWith('pdf') ? '%PDF-1.7\n' : 'PK\u0003\u0004');
    await expect(read([...paths, name], n)).rejects.toThrow(`Röjandekontrollen kan inte läsa ${name}.`);
  }
}, 120_000);

it('when a process that reads ends before its time the audit stops: nothing passes for read', async () => {
  const end = join(folder, 'end.cjs');
  writeFileSync(end, 'process.exit(3);');
  vi.stubEnv('NODE_OPTIONS', `--require=${end}`);
  await expect(read(paths, 2)).rejects.toThrow(
    'Röjandekontrollen avbröts: en process slutade innan den hade läst sina filer (kod 3).',
  );
}, 60_000);
