import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { storeIn } from '../../src/pipeline/files/store.ts';
import { pageFacts } from '../../src/pipeline/pages/facts.ts';
import { searchIndex } from '../../src/pipeline/search-index.ts';
import { searchedText } from '../../src/pipeline/searched-text.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'oj-sok-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const page = (main: string, title = 'Boende') =>
  `<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/a.css"></head><body><header data-pagefind-ignore><a href="/">Hem</a></header><main data-pagefind-body><h1>${title}</h1>${main}</main></body></html>`;

it('leaves out pictures, what is ignored and the head, and keeps the rest as it stands', () => {
  const text = searchedText(
    page(
      '<p>Före</p><svg viewBox="0 0 1 1"><title>Bild</title><svg></svg></svg><div class="a" data-pagefind-ignore title="a > b"><div>Inne<br></div><hr></div><p data-x=\'data-pagefind-ignore\'>Efter</p>',
    ),
  );
  expect(text).toBe(
    `<!DOCTYPE html><html lang="sv"><head><title>Boende</title></head><body><main data-pagefind-body><h1>Boende</h1><p>Före</p><p data-x='data-pagefind-ignore'>Efter</p></main></body></html>`,
  );
});

it('keeps all of a page that has nothing to leave out, and of one that is cut off where something is left out', () => {
  const plain = '<main data-pagefind-body><h1>Boende</h1><p>Ja</p></main>';
  expect(searchedText(plain)).toBe(plain);
  const cut = '<main data-pagefind-body><h1>Boende</h1><div data-pagefind-ignore><p>Ja</p>';
  expect(searchedText(cut)).toBe(cut);
});

const words = fc.array(fc.constantFrom('avhysning', 'bostad', 'enkät', 'kommun', 'län'), { maxLength: 4 });
const element = (name: string, attributes: string) => (inner: string) =>
  `<${name}${attributes}>${inner}</${name}>`;
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    words.map((w) => element('p', '')(w.join(' '))),
    fc
      .tuple(
        fc.constantFrom(
          element('div', ''),
          element('section', ''),
          element('div', ' class="x" data-pagefind-ignore'),
          element('section', ' data-pagefind-ignore title="1 > 0"'),
        ),
        fc.array(tie('tree'), { maxLength: 3 }),
      )
      .map(([wrap, inner]) => wrap(inner.join(''))),
    fc.constant('<svg role="img"><title>bild av län</title><g><text>bostad</text></g></svg>'),
  ),
}));

/** The index of some pages in a folder of their own. */
function index(pages: readonly string[], store: string) {
  const site = mkdtempSync(join(home, 'sidor-'));
  const facts = pages.map((html, i) => {
    const path = `${i}.html`;
    writeFileSync(join(site, path), html);
    return [path, pageFacts(path, new TextEncoder().encode(html))] as const;
  });
  return searchIndex(site, new Map(facts), 'packages', storeIn(join(home, store)));
}

it('what is searched of any page gives the same index as the page', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 4 }), fc.uuid(), async (trees, store) => {
      const whole = trees.map((t) => page(t));
      const { files } = await index(whole, store);
      const { createIndex } = await import('pagefind');
      const { index: own } = await createIndex();
      for (const [i, content] of whole.entries())
        await own?.addHTMLFile({ sourcePath: `${i}.html`, content });
      const made = (await own?.getFiles())?.files ?? [];
      expect(files.map((f) => f.path).toSorted()).toEqual(made.map((f) => `pagefind/${f.path}`).toSorted());
      const byPath = new Map(made.map((f) => [`pagefind/${f.path}`, f.content]));
      for (const f of files)
        expect(Buffer.compare(f.content, byPath.get(f.path) ?? f.content.slice(1))).toBe(0);
    }),
    { numRuns: 12 },
  );
}, 120_000);

it('is kept when what is not searched has changed, and made again when a word has', async () => {
  const of = (ignored: string, said: string) =>
    index([page(`<p>${said}</p><p data-pagefind-ignore>${ignored}</p>`)], 'kept');
  expect((await of('ett', 'ja')).kept).toBe(false);
  expect((await of('två', 'ja')).kept).toBe(true);
  expect((await of('två', 'nej')).kept).toBe(false);
}, 60_000);
