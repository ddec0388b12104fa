import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyTrace, type Trace } from '../../../src/model/trace.ts';
import { type Store, storeIn } from '../../../src/pipeline/files/store.ts';
import { pageFacts } from '../../../src/pipeline/pages/facts.ts';
import { keptPages } from '../../../src/pipeline/pages/kept.ts';
import { type MadePages, NO_PAGES, readPages, writePages } from '../../../src/pipeline/pages/made-pages.ts';

let folder: string;
let store: Store;
/** Hashes of the files of the site that stands. */
const standing = new Map<string, string>();
beforeEach(() => {
  standing.clear();
  folder = mkdtempSync(join(tmpdir(), 'oj-sidor-'));
  store = storeIn(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

const HTML = new TextEncoder().encode('<h1>Umeå</h1>');
const page = {
  path: '/kommuner/umea/',
  file: 'kommuner/umea/index.html',
  component: 'src/pages/kommuner/[slug].astro',
  props: { slug: 'umea' },
};
const trace = (...names: readonly string[]): Trace => ({ ...emptyTrace(), reads: new Set(names) });

const pages = (values: Readonly<Record<string, unknown>>, before = NO_PAGES, code = 'kod') =>
  keptPages({
    store,
    code,
    before,
    take: (file, sha256) => standing.get(file) === sha256,
    valueNow: async (name) => (name in values ? { value: values[name] } : null),
  });

/** A page that was made of two reads, in an earlier build. */
async function earlier(values: Readonly<Record<string, unknown>> = { a: 1, b: [2] }): Promise<MadePages> {
  const first = pages(values);
  expect(await first.find(page)).toBeNull();
  await first.keep(page, trace('b', 'a'), HTML);
  return await first.pages();
}

it('gives the very page while the code, the props and all that was read are as they were', async () => {
  const before = await earlier();
  const again = pages({ a: 1, b: [2], c: 'read by nobody' }, before);
  const found = await again.find(page);
  expect(Buffer.from(found?.bytes ?? [])).toEqual(Buffer.from(HTML));
  expect(found?.facts).toEqual(pageFacts(page.file, HTML));
  expect(await again.pages()).toEqual(before);
});

it.each([
  ['a value', { a: 1, b: [3] }, page, 'kod'],
  ['the code', { a: 1, b: [2] }, page, 'ny kod'],
  ['what the route hands it', { a: 1, b: [2] }, { ...page, props: { slug: 'vannas' } }, 'kod'],
  ['its route', { a: 1, b: [2] }, { ...page, component: 'src/pages/kommuner/[...gammal].astro' }, 'kod'],
  ['its address', { a: 1, b: [2] }, { ...page, path: '/kommuner/vannas/' }, 'kod'],
  ['what there is to read', { a: 1 }, page, 'kod'],
  ['a value that is no data', { a: 1, b: () => 2 }, page, 'kod'],
])('makes the page again when another is %s', async (_, values, asked, code) => {
  const before = await earlier();
  await writePages(store, 'kod', before);
  expect(await pages(values, await readPages(store, code), code).find(asked)).toBeNull();
});

it('makes the page again when what was read cannot even be asked for, as of an indicator that is gone', async () => {
  const before = await earlier();
  const valueNow = () => Promise.reject(new Error('There is no indicator OJ-AL-01'));
  expect(await keptPages({ store, code: 'kod', before, take: () => true, valueNow }).find(page)).toBeNull();
});

it('finds a page of an earlier build again when what was read is what it was then', async () => {
  await earlier();
  // The build before this one was made of something else.
  const between = await earlier({ a: 1, b: [3] });
  const found = await pages({ a: 1, b: [2] }, between).find(page);
  expect(found?.facts).toEqual(pageFacts(page.file, HTML));
});

it('makes a page again whose bytes the store has lost', async () => {
  const before = await earlier();
  for (const part of readdirSync(folder)) rmSync(join(folder, part), { recursive: true });
  expect(await pages({ a: 1, b: [2] }, before).find(page)).toBeNull();
});

it('takes a page from the site that stands, and nothing of the store, when all that was read is as it was', async () => {
  const before = await earlier();
  standing.set(page.file, pageFacts(page.file, HTML).sha256);
  for (const part of readdirSync(folder)) rmSync(join(folder, part), { recursive: true });
  const again = pages({ a: 1, b: [2] }, before);
  expect(await again.find(page)).toEqual({ bytes: null, facts: pageFacts(page.file, HTML) });
  expect(await again.pages()).toEqual(before);
  expect(await pages({ a: 1, b: [3] }, before).find(page)).toBeNull();
});

it('keeps no page of which it is not known what was read', async () => {
  const first = pages({});
  expect((await first.keep(page, null, HTML)).facts).toEqual(pageFacts(page.file, HTML));
  expect((await first.pages()).pages.size).toBe(0);
});

it('knows in the next build what was read in this one, of the same code', async () => {
  const before = await earlier();
  await writePages(store, 'kod', before);
  expect(await readPages(store, 'kod')).toEqual(before);
  expect(await readPages(store, 'ny kod')).toEqual(NO_PAGES);
});
