/** What a search finds: names first, from our own list; then the texts, from Pagefind's index. The look is ours. */
import type { SearchName } from '../../files/search/model.ts';
import { fetchSearchNames } from './fetch-names.ts';
import { foundSentence, kindOf, MAX_OFFERED, matchNames, saidOtherwise } from './match.ts';

type Hit = { readonly url: string; readonly excerpt: string; readonly meta: { readonly title?: string } };
type Found = { readonly id: string; readonly data: () => Promise<Hit> };
type Pagefind = {
  readonly options: (options: { readonly noWorker: boolean }) => Promise<void>;
  readonly search: (text: string) => Promise<{ readonly results: readonly Found[] }>;
};

/** Each hit shown costs the reader a file of its own. */
const MAX = MAX_OFFERED;
// A variable, so that the bundler leaves it: the index is written after the build.
const PAGEFIND = '/pagefind/pagefind.js';

/** A line of the result: a link, what kind of page it is, and a little text. */
function line(href: string, name: string, kind: string, text: string): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = href;
  link.textContent = name;
  const small = document.createElement('small');
  small.textContent = text === '' ? kind : `${kind} · ${text}`;
  item.append(link, small);
  return item;
}

/** The names that the search means, and the query said with the pages' own words. */
async function names(text: string): Promise<{ found: readonly SearchName[]; otherwise: readonly string[] }> {
  const all = await fetchSearchNames();
  return { found: matchNames(all, text), otherwise: saidOtherwise(all.synonymer, text) };
}

/** What Pagefind finds for the words as typed, then for the same said otherwise; each page once. */
async function texts(queries: readonly string[]): Promise<readonly Found[]> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ PAGEFIND);
  // A worker is a second copy of the engine to fetch, for an index that takes no time to search.
  await pagefind.options({ noWorker: true });
  const answers = await Promise.all(queries.map((q) => pagefind.search(q)));
  return [...new Map(answers.flatMap((a) => a.results).map((r) => [r.id, r])).values()];
}

/** Where on the page it is shown. */
export type SearchParts = Readonly<Record<'status' | 'namn' | 'svar' | 'mer', HTMLElement>>;

/** Shows the next few hits, and the button while there are more. */
async function show(results: readonly Found[], { svar, mer }: SearchParts): Promise<void> {
  const at = svar.childElementCount;
  const hits = await Promise.all(results.slice(at, at + MAX).map((r) => r.data()));
  svar.append(
    ...hits.map((hit) => {
      // The excerpt marks words with <mark>; only its text is taken.
      const excerpt = new DOMParser().parseFromString(hit.excerpt, 'text/html').body.textContent;
      return line(hit.url, hit.meta.title ?? hit.url, kindOf(hit.url), excerpt);
    }),
  );
  mer.hidden = svar.childElementCount >= results.length;
}

/** Searches, and shows what is found. @throws when the names or the index cannot be read */
export async function searchPage(text: string, parts: SearchParts): Promise<void> {
  parts.status.textContent = 'Söker …';
  const { found, otherwise } = await names(text);
  parts.namn.replaceChildren(...found.slice(0, MAX).map((n) => line(n.path, n.namn, n.slag, n.i)));
  parts.namn.hidden = found.length === 0;
  const results = await texts([text, ...otherwise]);
  parts.status.textContent = foundSentence(text, found.length, results.length, otherwise);
  parts.svar.replaceChildren();
  parts.mer.onclick = () => show(results, parts);
  await show(results, parts);
}
