import { getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { canMakePdf } from '../../src/files/typst/compiler.ts';
import { badBreaks } from '../../src/files/typst/fit.ts';
import { type Published, publish } from './helpers/catalogue.ts';

// How the pages of reports break, and what their tables say of rows, as another reader finds them.

let site: Published;
beforeAll(async () => {
  site = await publish();
});

type Line = { readonly y: number; readonly size: number; readonly text: string };

/** The lines of each page between head and foot, highest first, in points from the bottom. */
async function pagesOf(bytes: Uint8Array): Promise<readonly (readonly Line[])[]> {
  const doc = await getDocumentProxy(new Uint8Array(bytes));
  const pages: (readonly Line[])[] = [];
  for (let n = 1; n <= doc.numPages; n++) {
    const { items } = await (await doc.getPage(n)).getTextContent();
    const lines = items.flatMap((item): Line[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const y = item.transform[5] as number;
      return y > 50 && y < 795 ? [{ y, size: item.height, text: item.str }] : [];
    });
    pages.push(lines.toSorted((a, b) => b.y - a.y));
  }
  return pages;
}

const reports = () => {
  const all = site.paths.filter((p) => /^data\/(kommun|program)\/.*\.pdf$/.test(p));
  // Every fifteenth kommun, all programmes, and the guide.
  return [...all.filter((p, i) => p.includes('/program/') || i % 15 === 0), 'data/anvandarguide.pdf'];
};

describe.skipIf(!canMakePdf())('reports', () => {
  it('end no page with a heading, and no report with a nearly empty page', async () => {
    const found: string[] = [];
    expect(reports().length).toBeGreaterThan(20);
    for (const path of reports()) {
      const pages = await pagesOf(await site.bytes(path));
      for (const [i, lines] of pages.entries()) {
        const last = lines.at(-1);
        if (!last) throw new Error(`${path}: page ${i + 1} is empty`);
        // Running text is 10 points, headings 10.5 and more.
        if (last.size > 10.2) found.push(`${path} page ${i + 1} ends with ”${last.text}”`);
        const used = 788 - last.y;
        if (i > 0 && used < 95) found.push(`${path} page ${i + 1} has ${Math.round(used)} points of text`);
      }
    }
    expect(found).toEqual([]);
  });

  it('name every row of a table in a header of scope Row, and every column in one of scope Column', async () => {
    for (const path of reports()) {
      const pdf = Buffer.from(await site.bytes(path)).toString('latin1');
      const objects = new Map(
        [...pdf.matchAll(/^(\d+) 0 obj\n([\s\S]*?)^endobj/gm)].map(([, n, text = '']) => [Number(n), text]),
      );
      const rows = [...objects.values()].filter((text) => text.includes('/S /TR\n'));
      for (const row of rows) {
        const first = objects.get(Number(/\/K \[(\d+) 0 R/.exec(row)?.[1])) ?? '';
        expect(first, path).toContain('/S /TH\n');
        expect(first, path).toMatch(/\/Scope \/(Row|Column)\n/);
      }
      expect(rows.length, path).toBeGreaterThan(path.includes('guide') ? 0 : 5);
    }
  });

  it('keep a cross-reference table that is right for every object', async () => {
    const bytes = await site.bytes('data/kommun/umea.pdf');
    const pdf = Buffer.from(bytes).toString('latin1');
    const at = Number(/startxref\s+(\d+)/.exec(pdf)?.[1]);
    expect(pdf.slice(at, at + 4)).toBe('xref');
    const entries = [...pdf.slice(at).matchAll(/^(\d{10}) \d{5} n/gm)].map(([, offset]) => Number(offset));
    expect(entries.length).toBeGreaterThan(100);
    for (const [i, offset] of entries.entries())
      expect(pdf.slice(offset, offset + 12)).toMatch(new RegExp(`^${i + 1} 0 obj`));
  });
});

describe('what is found to be bad', () => {
  const place = (page: number, y: number) => ({ page, y });
  const rows = (...pages: number[]) => pages.map((page, i) => place(page, 100 + i));
  it('a last page with a line or two, and a table of which one row stands alone', () => {
    const tables = [place(1, 99)];
    expect(badBreaks({ end: place(2, 400), tables, rows: rows(1, 1, 1, 2, 2) })).toBe(0);
    expect(badBreaks({ end: place(2, 80), tables, rows: rows(1, 1, 1, 2, 2) })).toBe(2);
    expect(badBreaks({ end: place(2, 400), tables, rows: rows(1, 1, 1, 1, 2) })).toBe(1);
    expect(badBreaks({ end: place(2, 400), tables, rows: rows(1, 1, 2, 2, 2) })).toBe(1);
    // A document of one page may be short.
    expect(badBreaks({ end: place(1, 80), tables, rows: rows(1, 1, 1) })).toBe(0);
  });
});
