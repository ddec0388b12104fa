import { getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { type KommunDocument, kommunDocument } from '../../src/content/kommun/document.ts';
import { exampleText, versionLine } from '../../src/content/kommun/reading.ts';
import { nodeEffects } from '../../src/effects-node.ts';
import { pdfWriter } from '../../src/files/pdf/index.ts';
import { canMakePdf } from '../../src/files/typst/compiler.ts';
import { load } from '../../src/pipeline/load.ts';
import { type Published, publish, publishIndex } from './helpers/catalogue.ts';

let site: Published;
beforeAll(async () => {
  site = await publish();
});

type Node = { readonly role?: string; readonly alt?: string; readonly children?: readonly Node[] };

function reportOf(slug: string): KommunDocument {
  const kommun = site.index.catalogue.referens.kommuner.find((k) => k.slug === slug);
  if (!kommun) throw new Error(slug);
  return kommunDocument(site.index, kommun);
}

/** Space is not compared: a line that was broken has none, and a no-break space may come back as a plain one. */
const bare = (text: string) => text.replace(/\s+/g, '');

async function read(slug: string) {
  const bytes = await site.bytes(`data/kommun/${slug}.pdf`);
  const doc = await getDocumentProxy(new Uint8Array(bytes));
  const pages: string[] = [];
  const nodes: Node[] = [];
  const collect = (node: Node) => {
    nodes.push(node);
    for (const child of node.children ?? []) collect(child);
  };
  for (let n = 1; n <= doc.numPages; n++) {
    const page = await doc.getPage(n);
    const { items } = await page.getTextContent();
    pages.push(items.map((i) => ('str' in i ? i.str : '')).join(' '));
    const tree = await page.getStructTree();
    if (tree) collect(tree as Node);
  }
  return { bytes, doc, pages, text: bare(pages.join(' ')), nodes };
}

// Small, a city whose stadsdelar answer, one that did not answer in an area, a name with its own slug.
describe.skipIf(!canMakePdf()).each(['bjurholm', 'stockholm', 'boras', 'habo-0305'])(
  'the report of %s',
  (slug) => {
    it('is tagged PDF/UA-1 in Swedish, with title and bookmarks', async () => {
      const { doc, nodes } = await read(slug);
      const report = reportOf(slug);
      const { info, metadata } = await doc.getMetadata();
      expect(await doc.getMarkInfo()).toMatchObject({ Marked: true });
      expect(info).toMatchObject({ Language: 'sv-SE', Title: expect.stringContaining(report.kommun.namn) });
      expect(metadata?.get('pdfuaid:part')).toBe('1');
      const outline = (await doc.getOutline()).map((o) => o.title);
      for (const { omrade } of report.areas) expect(outline).toContain(omrade.titel);
      expect(outline.at(-1)).toBe('Så läser du siffrorna');
      const roles = new Set(nodes.map((n) => n.role));
      for (const role of ['H1', 'Table', 'TH', 'TD', 'Figure']) expect(roles).toContain(role);
    });

    it('gives every figure a text alternative', async () => {
      const figures = (await read(slug)).nodes.filter((n) => n.role === 'Figure');
      expect(figures.length).toBeGreaterThan(0);
      for (const figure of figures) expect(figure.alt).toMatch(/^Stap.*\d/);
    });

    it('is three to six pages of at most 240 kB, each with version, date and number, example data marked', async () => {
      const { bytes, pages } = await read(slug);
      const { release, example } = reportOf(slug);
      expect(pages.length).toBeGreaterThanOrEqual(3);
      expect(pages.length).toBeLessThanOrEqual(6);
      // The tags are most of it: an object for each cell of each table, which Typst writes as plain text.
      expect(bytes.length).toBeLessThan(240_000);
      for (const [i, page] of pages.entries()) {
        expect(bare(page)).toContain(bare(versionLine(release)));
        expect(bare(page)).toContain(`Sida${i + 1}`);
        expect(bare(page).includes('xempeldata')).toBe(example);
      }
      expect(bare(pages[0] ?? '').includes(bare(exampleText([])))).toBe(example);
    });

    it('says every sentence and every answer of the report, row by row', async () => {
      const { text } = await read(slug);
      const report = reportOf(slug);
      for (const area of report.areas) {
        expect(text).toContain(bare(area.sentence));
        for (const row of area.groups.flatMap((g) => g.items))
          expect(text).toContain(
            bare(
              `${row.answer} (${row.ar}${row.old ? ', äldre svar' : ''})${row.peers.text}${row.lan.text}${row.riket.text}`,
            ),
          );
      }
      for (const register of report.registers) {
        expect(text).toContain(bare(register.sentence));
        for (const row of register.rows) expect(text).toContain(bare(`${row.name}${row.shown}`));
      }
      for (const peer of report.peers) expect(text).toContain(bare(`${peer.name}${peer.alike}`));
      for (const cells of report.background.table.rows)
        expect(text).toContain(bare(cells.map((c) => c.text).join('')));
    });
  },
);

describe.skipIf(!canMakePdf())('all reports', () => {
  it('are one for each kommun', () => {
    const files = pdfWriter.files(site.index).filter((f) => f.group === 'kommun');
    expect(files.map((f) => f.about)).toEqual(site.index.catalogue.referens.kommuner.map((k) => k.kod));
  });

  it('have the same bytes twice', async () => {
    const path = 'data/kommun/umea.pdf';
    const { index } = await load('data', nodeEffects());
    if (!index) throw new Error('data has errors');
    const again = publishIndex(index);
    expect(Buffer.compare(await site.bytes(path), await again.bytes(path))).toBe(0);
  });
});
