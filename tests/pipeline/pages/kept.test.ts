import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyTrace, type Trace } from '../../../src/model/trace.ts';
import { type Store, storeIn } from '../../../src/pipeline/files/store.ts';
import { keptPages, type PageReads, readReads, writeReads } from '../../../src/pipeline/pages/kept.ts';

let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oj-sidor-'));
  store = storeIn(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

const HTML = new TextEncoder().encode('<h1>Umeå</h1>');
const page = { path: '/kommuner/umea/', props: { slug: 'umea' } };
const trace = (...names: readonly string[]): Trace => ({ ...emptyTrace(), reads: new Set(names) });

const pages = (values: Readonly<Record<string, unknown>>, before: PageReads = new Map(), code = 'kod') =>
  keptPages({
    store,
    code,
    before,
    valueNow: async (name) => (name in values ? { value: values[name] } : null),
  });

/** A page that was made of two reads, in an earlier build. */
async function earlier(): Promise<PageReads> {
  const first = pages({ a: 1, b: [2] });
  expect(await first.find(page)).toBeNull();
  await first.keep(page, trace('b', 'a'), HTML);
  expect(first.report()).toMatchObject({ made: 1, reused: 0 });
  return first.report().reads;
}

it('gives the very page while the code, the props and all that was read are as they were', async () => {
  const reads = await earlier();
  const again = pages({ a: 1, b: [2], c: 'read by nobody' }, reads);
  expect(Buffer.from((await again.find(page)) ?? [])).toEqual(Buffer.from(HTML));
  expect(again.report()).toMatchObject({ made: 0, reused: 1 });
});

it.each([
  ['a value', { a: 1, b: [3] }, page, 'kod'],
  ['the code', { a: 1, b: [2] }, page, 'ny kod'],
  ['what the route hands it', { a: 1, b: [2] }, { ...page, props: { slug: 'vannas' } }, 'kod'],
  ['its address', { a: 1, b: [2] }, { ...page, path: '/kommuner/vannas/' }, 'kod'],
  ['what there is to read', { a: 1 }, page, 'kod'],
  ['a value that is no data', { a: 1, b: () => 2 }, page, 'kod'],
])('makes the page again when another is %s', async (_, values, asked, code) => {
  expect(await pages(values, await earlier(), code).find(asked)).toBeNull();
});

it('keeps no page of which it is not known what was read', async () => {
  const first = pages({});
  await first.keep(page, null, HTML);
  expect(first.report().reads.size).toBe(0);
  expect(first.report().keys).toEqual([]);
});

it('knows in the next build what was read in this one, of the same code', async () => {
  const reads = await earlier();
  await writeReads(store, 'kod', reads);
  expect(await readReads(store, 'kod')).toEqual(reads);
  expect(await readReads(store, 'ny kod')).toEqual(new Map());
});
