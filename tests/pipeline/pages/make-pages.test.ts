import { expect, it } from 'vitest';
import { emptyTrace } from '../../../src/model/trace.ts';
import type { FinishedPage, KeptPages } from '../../../src/pipeline/pages/kept.ts';
import { NO_PAGES } from '../../../src/pipeline/pages/made-pages.ts';
import { type MakeablePage, makePages } from '../../../src/pipeline/pages/make-pages.ts';

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };
const page = (name: string, answer: () => Response): MakeablePage => ({
  path: `/${name}/`,
  file: `${name}/index.html`,
  component: 'src/pages/[name].astro',
  props: {},
  make: async () => answer(),
});
const facts = { sha256: 'kept', canonical: null, searched: null };

/** Makes some pages, of which those that are named are kept from before. */
async function made(pages: readonly MakeablePage[], names: readonly string[] = []) {
  const written = new Map<string, string>();
  const kept: string[] = [];
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const keeping: KeptPages = {
    find: async ({ path }): Promise<FinishedPage | null> =>
      names.some((name) => path === `/${name}/`)
        ? { bytes: new TextEncoder().encode('from before'), facts }
        : null,
    keep: async ({ path }, _, bytes) => {
      kept.push(path);
      return { bytes, facts };
    },
    pages: async () => NO_PAGES,
  };
  const result = await makePages(pages, {
    kept: keeping,
    whileReading: async (make) => ({ made: await make(), trace: emptyTrace() }),
    write: (file, bytes) => written.set(file, text(bytes)),
    progress: () => undefined,
  });
  return { ...result, written: Object.fromEntries(written), kept };
}

it('makes what is not kept, and writes all', async () => {
  const asked = [page('a', () => new Response('made', { headers: HTML })), page('b', () => Response.error())];
  const { reused, made: count, written, files, kept } = await made(asked, ['b']);
  expect({ reused, count }).toEqual({ reused: 1, count: 1 });
  expect(written).toEqual({ 'a/index.html': 'made', 'b/index.html': 'from before' });
  expect([...files.keys()].toSorted()).toEqual(['a/index.html', 'b/index.html']);
  expect(kept).toEqual(['/a/']);
});

it('keeps pages only: no other file, and not the page for addresses that are not there', async () => {
  const css = page('stil', () => new Response('a{}', { headers: { 'Content-Type': 'text/css' } }));
  const none = page('404', () => new Response('Finns inte', { status: 404, headers: HTML }));
  const { written, kept } = await made([css, none]);
  expect(written).toEqual({ 'stil/index.html': 'a{}', '404/index.html': 'Finns inte' });
  expect(kept).toEqual([]);
});

it('writes nothing of a route that answers with nothing', async () => {
  const { files, made: count } = await made([page('a', () => new Response(null))]);
  expect({ files: files.size, count }).toEqual({ files: 0, count: 0 });
});

it.each([
  ['throws', () => Promise.reject(new Error('Talet saknas'))],
  ['leads elsewhere', async () => new Response(null, { status: 302, headers: { Location: '/b/' } })],
])('says which page it was that %s', async (_, make) => {
  await expect(made([{ ...page('a', () => Response.error()), make }])).rejects.toThrow('a/index.html');
});
