/** The search page: Pagefind's own index, read by our own few lines so that the look is ours. */

type Hit = { readonly url: string; readonly excerpt: string; readonly meta: { readonly title?: string } };
type Pagefind = {
  readonly search: (
    text: string,
  ) => Promise<{ readonly results: readonly { readonly data: () => Promise<Hit> }[] }>;
};

const MAX = 20;
// A variable, so that the bundler leaves it: the index is written after the build.
const PAGEFIND = '/pagefind/pagefind.js';

async function search(text: string, status: HTMLElement, list: HTMLElement): Promise<void> {
  status.textContent = 'Söker …';
  const pagefind: Pagefind = await import(/* @vite-ignore */ PAGEFIND);
  const { results } = await pagefind.search(text);
  const hits = await Promise.all(results.slice(0, MAX).map((r) => r.data()));
  status.textContent =
    results.length === 0 ? `Inget hittades för ”${text}”.` : `${results.length} träffar för ”${text}”.`;
  list.replaceChildren(
    ...hits.map((hit) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = hit.url;
      link.textContent = hit.meta.title ?? hit.url;
      const excerpt = document.createElement('small');
      // The excerpt marks words with <mark>; only its text is taken.
      excerpt.textContent = new DOMParser().parseFromString(hit.excerpt, 'text/html').body.textContent;
      item.append(link, excerpt);
      return item;
    }),
  );
}

const input = document.querySelector<HTMLInputElement>('form[data-search] input');
const status = document.querySelector<HTMLElement>('#sok-status');
const list = document.querySelector<HTMLElement>('#sok-svar');
const text = new URLSearchParams(location.search).get('q')?.trim() ?? '';
if (input && status && list && text !== '') {
  input.value = text;
  search(text, status, list).catch(() => {
    status.textContent = 'Sökningen fungerar inte just nu. Leta i listorna i stället.';
  });
}

export {};
