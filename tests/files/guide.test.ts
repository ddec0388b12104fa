import { getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { blocksOf } from '../../src/files/guide/blocks.ts';
import { guideData } from '../../src/files/guide/guide-data.ts';
import { GUIDE_TEMPLATE } from '../../src/files/guide/template.ts';
import { canMakePdf, pdfBytes } from '../../src/files/typst/compiler.ts';
import { renderMarkdown } from '../../src/markup/markdown.ts';
import { indexCatalogue } from '../../src/model/catalogue.ts';
import { type Published, publish } from './helpers/catalogue.ts';

describe('the Markdown of texts', () => {
  it.each([
    ['# Rubrik', [{ kind: 'heading', level: 1, text: [{ text: 'Rubrik' }] }]],
    ['en rad\noch en till', [{ kind: 'paragraph', text: [{ text: 'en rad och en till' }] }]],
    ['1. ett\n2. två', [{ kind: 'list', ordered: true, items: [[{ text: 'ett' }], [{ text: 'två' }]] }]],
    ['- ett\n  fortsätter', [{ kind: 'list', ordered: false, items: [[{ text: 'ett fortsätter' }]] }]],
    [
      '| A | B |\n|---|---|\n| 1 | 2 |',
      [
        {
          kind: 'table',
          head: [[{ text: 'A' }], [{ text: 'B' }]],
          rows: [[[{ text: '1' }], [{ text: '2' }]]],
        },
      ],
    ],
    [
      'A & B:\n\n- ett\n- två',
      [
        { kind: 'paragraph', text: [{ text: 'A & B:' }] },
        { kind: 'list', ordered: false, items: [[{ text: 'ett' }], [{ text: 'två' }]] },
      ],
    ],
    ['', []],
  ])('reads %j', (markdown, blocks) => {
    expect(blocksOf(markdown)).toEqual(blocks);
  });

  it('reads strong, emphasis and links, and leaves the rest as it stands', () => {
    expect(blocksOf('a **b** [c](/d/) *e* #5')).toEqual([
      {
        kind: 'paragraph',
        text: [
          { text: 'a ' },
          { text: 'b', strong: true },
          { text: ' ' },
          { text: 'c', href: '/d/' },
          { text: ' ' },
          { text: 'e', emph: true },
          { text: ' #5' },
        ],
      },
    ]);
  });
});

const bare = (text: string) => text.replace(/\s+/g, '');

async function textOf(bytes: Uint8Array): Promise<string> {
  const doc = await getDocumentProxy(new Uint8Array(bytes));
  const pages: string[] = [];
  for (let n = 1; n <= doc.numPages; n++) {
    const { items } = await (await doc.getPage(n)).getTextContent();
    const page = bare(items.map((i) => ('str' in i ? i.str : '')).join(' '));
    expect(page).toContain(`Sida${n}`);
    expect(page).toContain('Version');
    pages.push(page.slice(0, page.lastIndexOf('Version')));
  }
  return pages.join('');
}

describe.skipIf(!canMakePdf())('the guide', () => {
  let site: Published;
  beforeAll(async () => {
    site = await publish();
  });

  it('holds the words of the web page, text by text', () => {
    const words = (text: string) =>
      text
        .replace(/&amp;/g, '&')
        .replace(/&quot;/g, '"')
        .replace(/&#39;/g, "'")
        .replace(/\s+/g, '');
    for (const { markdown } of site.index.catalogue.texter.sidor) {
      const page = words(renderMarkdown(markdown).html.replace(/<[^>]+>/g, ''));
      const inlines = blocksOf(markdown).flatMap((b) =>
        b.kind === 'list'
          ? b.items.flat()
          : b.kind === 'table'
            ? [...b.head.flat(), ...b.rows.flat(2)]
            : b.text,
      );
      expect(words(inlines.map((t) => t.text).join(''))).toBe(page);
    }
  });

  it('is tagged PDF/UA-1 in Swedish with every indicator of the schema', async () => {
    const bytes = await site.bytes('data/anvandarguide.pdf');
    const doc = await getDocumentProxy(new Uint8Array(bytes));
    const { info, metadata } = await doc.getMetadata();
    expect(await doc.getMarkInfo()).toMatchObject({ Marked: true });
    expect(info).toMatchObject({ Language: 'sv-SE' });
    expect(metadata?.get('pdfuaid:part')).toBe('1');
    const outline = (await doc.getOutline()).map((o) => o.title);
    expect(outline).toEqual(expect.arrayContaining(['När en siffra saknas', 'Insamling, område för område']));
    const text = await textOf(bytes);
    for (const i of site.index.catalogue.indikatorer) {
      expect(text).toContain(bare(i.titel));
      expect(text).toContain(bare(`Id ${i.id}`));
      expect(text).toContain(bare(i.definition).slice(0, 40));
    }
  });

  it('takes texts that somebody has written, and reads no sign in them as markup', async () => {
    const page = {
      del: 'anvandarguide',
      slug: 'x',
      ordning: 1,
      kortnamn: 'K',
      ingress: 'Först.',
      fil: '',
    } as const;
    const data = guideData(
      indexCatalogue({
        ...site.index.catalogue,
        texter: {
          sidor: [{ ...page, titel: 'Kapitel #1', markdown: 'Text med $x$, {{minsta-bas}} och #let y = 1.' }],
          ordlista: [{ term: 'Ord', slug: 'ord', forklaring: 'vad det betyder.', seAven: null }],
          publikationer: [],
          synonymer: [],
        },
      }),
    );
    const text = await textOf(pdfBytes(GUIDE_TEMPLATE, data));
    expect(text).toContain('Kapitel#1Först.Textmed$x$,10och#lety=1.');
    expect(text).toContain('Ord:vaddetbetyder.');
  });
});

describe.skipIf(!canMakePdf())('the pages of the guide', () => {
  it('have the contents on one, and a picture at least on every third where indicators stand', async () => {
    const site = await publish();
    const doc = await getDocumentProxy(new Uint8Array(await site.bytes('data/anvandarguide.pdf')));
    const pages: { readonly text: string; readonly pictures: number }[] = [];
    for (let n = 1; n <= doc.numPages; n++) {
      const page = await doc.getPage(n);
      const { items } = await page.getTextContent();
      const tree = JSON.stringify((await page.getStructTree()) ?? {});
      pages.push({
        text: bare(items.map((i) => ('str' in i ? i.str : '')).join(' ')),
        pictures: tree.split('"role":"Figure"').length - 1,
      });
    }
    const outline = await doc.getOutline();
    // The title of the contents is a heading too, but no entry of itself.
    const entries = outline.flatMap((o) => [o, ...o.items]).map((o) => bare(o.title));
    expect(entries.length).toBeGreaterThan(20);
    for (const title of entries.filter((t) => t !== 'Innehåll')) expect(pages[0]?.text).toContain(title);
    const about = pages.flatMap((p, i) => (/Täljare/.test(p.text) ? [i] : []));
    for (const i of about.slice(2))
      expect(
        pages.slice(i - 2, i + 1).reduce((sum, p) => sum + p.pictures, 0),
        `pages ${i - 1} to ${i + 1}`,
      ).toBeGreaterThan(0);
  });
});
