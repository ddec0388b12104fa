import { strFromU8, unzipSync } from 'fflate';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { ABSENCE_SYMBOL } from '../../src/model/absence.ts';
import { RIKET } from '../../src/model/kommun.ts';
import { type ApiValue, type Published, publish } from './helpers/catalogue.ts';

let site: Published;
beforeAll(async () => {
  site = await publish();
});

type Read = string | number | null;
const LEVELS = ['Kommun', 'Län', 'Riket', 'Stadsdelar'];
const EXPLAIN = ['Indikatorer', 'Teckenförklaring', 'Om'];
const HEADER = 3;
/** Children of a worksheet in the order of ISO/IEC 29500-1, 18.3.1.99; those that we write. */
const CT_WORKSHEET =
  'sheetPr dimension sheetViews cols sheetData autoFilter hyperlinks pageMargins pageSetup headerFooter ignoredErrors'.split(
    ' ',
  );

const books = new Map<string, ReturnType<typeof open>>();

/** A workbook as SheetJS reads it; read once. */
function book(path: string): ReturnType<typeof open> {
  const known = books.get(path) ?? open(path);
  books.set(path, known);
  return known;
}

async function open(path: string) {
  const read = XLSX.read(await site.bytes(path), { cellNF: true, cellStyles: true });
  const grid = (name: string): readonly (readonly Read[])[] => {
    const sheet = read.Sheets[name];
    if (!sheet) throw new Error(`no sheet ${name} in ${path}`);
    return XLSX.utils.sheet_to_json<Read[]>(sheet, { header: 1, defval: null, raw: true, blankrows: true });
  };
  /** Rows as objects by column name. */
  const table = (name: string) => {
    const [header = [], ...rows] = grid(name).slice(HEADER);
    return rows.map((row) => Object.fromEntries(header.map((title, i) => [String(title), row[i] ?? null])));
  };
  return { read, grid, table };
}

/** The sign and its reason where a value is missing, else the value: what the API's value looks like in a cell. */
const shown = (v: ApiValue | undefined) =>
  v === undefined
    ? undefined
    : v.saknas === null
      ? { value: v.varde, reason: null }
      : { value: ABSENCE_SYMBOL[v.saknas], reason: v.saknas };

describe.each([
  ['hemloshet', 2016],
  ['hemloshet', 2018],
  ['hemloshet', 2023],
  ['ekonomiskt-bistand', 2016],
] as const)('the workbook of %s %i', (omrade, ar) => {
  it.each([
    ['Län', 'Länskod'],
    ['Kommun', 'Kommunkod'],
    ['Stadsdelar', 'Kod'],
  ])('%s is the same as the API, cell for cell', async (name, key) => {
    const rows = (await book(`data/${omrade}/${ar}.xlsx`)).table(name);
    expect(rows.length).toBeGreaterThan(10);
    const titles = Object.keys(rows[0] ?? {});
    let compared = 0;
    for (const title of titles) {
      const id = / \(([A-Z0-9-]+)\)$/.exec(title)?.[1];
      if (id === undefined) continue;
      const values = new Map((await site.api(id)).filter((v) => v.ar === ar).map((v) => [v.kod, v]));
      for (const row of rows) {
        const v = values.get(String(row[key]));
        const cell = { value: row[title], reason: row[`${id} skäl`] ?? null };
        expect(cell).toEqual(
          shown(v) ?? { value: expect.stringMatching(/^(…|\.\.)$/), reason: expect.any(String) },
        );
        if (v) compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  it('Riket is the API', async () => {
    const rows = (await book(`data/${omrade}/${ar}.xlsx`)).table('Riket');
    for (const row of rows) {
      const v = (await site.api(String(row.Id))).find((x) => x.kod === RIKET && x.ar === ar);
      if (!v) expect(row.Skäl).toBe('uppgift-saknas');
      // There is a column of reasons only where some row has one.
      else expect({ value: row.Riket, reason: row.Skäl ?? null }).toEqual(shown(v));
      expect(row.Svarande).toBe(v?.svarande ?? null);
    }
    for (const header of Object.keys(rows[0] ?? {}).filter((h) => /skäl$|mellansvar$/i.test(h)))
      expect(
        rows.some((row) => row[header] !== null),
        header,
      ).toBe(true);
  });

  it('has all sheets, marked where they hold example data', async () => {
    const { read, grid } = await book(`data/${omrade}/${ar}.xlsx`);
    expect(read.SheetNames).toEqual([...LEVELS, ...EXPLAIN]);
    const { exempel } = site.index.omrade(omrade)?.utgavor.find((edition) => edition.ar === ar) ?? {};
    for (const name of read.SheetNames)
      expect(String(grid(name)[1]?.[0]).includes('EXEMPELDATA')).toBe(exempel);
  });
});

describe('workbooks of places and of everything', () => {
  it.each([
    ['data/kommuner/umea.xlsx', 'Kommun'],
    ['data/kommuner/stockholm.xlsx', 'Stadsdelar'],
    ['data/lan/vasterbottens-lan.xlsx', 'Kommun'],
    ['data/allt/allt.xlsx', 'Kommun'],
    ['data/allt/allt.xlsx', 'Län'],
    ['data/allt/allt.xlsx', 'Riket'],
  ])('%s, %s: every row is the API', async (path, name) => {
    const rows = (await book(path)).table(name);
    expect(rows.length).toBeGreaterThan(50);
    const apis = new Map<string, ReadonlyMap<string, ApiValue>>();
    for (const id of new Set(rows.map((r) => String(r.Id))))
      apis.set(id, new Map((await site.api(id)).map((v) => [`${v.kod} ${v.ar ?? 'okänt'} ${v.kon}`, v])));
    for (const row of rows) {
      const v = apis.get(String(row.Id))?.get(`${row.Kod} ${row.År} ${row.Kön}`);
      // There is a column of reasons only where some row has one.
      expect({ value: row.Värde, reason: row.Skäl ?? null }).toEqual(shown(v));
      expect(row.Svarande).toBe(v?.svarande ?? null);
      expect(row.Exempeldata).toBe(v?.exempel ? 'ja' : 'nej');
    }
    for (const header of Object.keys(rows[0] ?? {}).filter((h) => /skäl$/i.test(h)))
      expect(
        rows.some((row) => row[header] !== null),
        header,
      ).toBe(true);
    if (name === 'Kommun' && path.includes('allt')) {
      const levels = [...apis.values()].flatMap((m) => [...m.values()]).filter((v) => v.niva === 'kommun');
      expect(rows).toHaveLength(levels.length);
    }
  });

  it('says so when no stadsdel answered for itself', async () => {
    expect((await book('data/kommuner/umea.xlsx')).grid('Stadsdelar')[2]?.[0]).toBe(
      'Inga stadsdelar har svarat för sig.',
    );
  });
});

describe('what Excel does with a workbook', () => {
  it('freezes and filters the header, shows percentages as such, and knows title and language', async () => {
    const bytes = await site.bytes('data/hemloshet/2016.xlsx');
    const parts = Object.entries(unzipSync(bytes)).map(
      ([name, content]) => [name, strFromU8(content)] as const,
    );
    const sheets = parts.filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets).toHaveLength(7);
    for (const [, xml] of sheets) {
      expect(xml).toMatch(/<pane [^>]*ySplit="4"[^>]*state="frozen"/);
      expect(xml).toContain('<autoFilter ref="A4:');
      expect(xml).toContain('<cols>');
      expect(xml).not.toContain('<f>');
    }
    const core = parts.find(([name]) => name === 'docProps/core.xml')?.[1];
    expect(core).toContain('<dc:title>Hemlöshet och utestängning från bostadsmarknaden 2016</dc:title>');
    expect(core).toContain('<dc:language>sv-SE</dc:language>');
    const { read } = await book('data/hemloshet/2016.xlsx');
    const share = read.Sheets.Riket?.C5;
    expect(share?.t).toBe('n');
    expect(share?.w).toMatch(/^\d+\u00a0%$/);
  });

  it('has the parts of a sheet in the order of the schema: Excel would repair anything else', async () => {
    const parts = unzipSync(await site.bytes('data/kommuner/umea.xlsx'));
    for (const [name, content] of Object.entries(parts)) {
      if (!name.startsWith('xl/worksheets/sheet')) continue;
      const xml = strFromU8(content).replace(/<sheetData>.*<\/sheetData>/s, '<sheetData/>');
      const outer = xml.replace(
        /<(sheetPr|sheetViews|cols|hyperlinks|headerFooter|ignoredErrors)>.*?<\/\1>/gs,
        '<$1/>',
      );
      const order = [...outer.matchAll(/<([a-zA-Z]+)[ />]/g)].map((m) => m[1] ?? '').slice(1);
      const places = order.map((tag) => CT_WORKSHEET.indexOf(tag));
      expect([name, order, places.includes(-1)]).toEqual([name, order, false]);
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      for (const [, row = '', cells = ''] of strFromU8(content).matchAll(
        /<row r="(\d+)"[^>]*>(.*?)<\/row>/gs,
      )) {
        const columns = [...cells.matchAll(/<c r="([A-Z]+)(\d+)"/g)];
        expect(columns.every((m) => m[2] === row)).toBe(true);
        const numbers = columns.map((m) => XLSX.utils.decode_col(m[1] ?? ''));
        expect(numbers).toEqual(numbers.map((_, i) => i));
      }
    }
  });

  it('has every style that a cell refers to', async () => {
    const parts = unzipSync(await site.bytes('data/hemloshet/2016.xlsx'));
    const count = Number(
      /<cellXfs count="(\d+)"/.exec(strFromU8(parts['xl/styles.xml'] ?? new Uint8Array()))?.[1],
    );
    const used = [
      ...strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array()).matchAll(/<c [^>]*s="(\d+)"/g),
    ];
    expect(used.length).toBeGreaterThan(100);
    expect(Math.max(...used.map((m) => Number(m[1])))).toBeLessThan(count);
  });
});

it.each([
  'data/hemloshet/2023.xlsx',
  'data/kommuner/umea.xlsx',
  'data/allt/allt.xlsx',
])('%s names no fact about itself twice without its area', async (path) => {
  const { grid } = await book(path);
  const labels = grid('Om')
    .slice(4)
    .map((row) => String(row[0]));
  const repeated = labels.filter((label, i) => labels.indexOf(label) < i);
  const areas = site.index.catalogue.omraden.map((o) => o.kortnamn);
  expect(labels.length).toBeGreaterThan(8);
  expect(repeated.filter((label) => !areas.some((name) => label.startsWith(name)))).toEqual([]);
  expect(labels.filter((label) => /^(Brott|Rättelse|Undersökningen|Så samlas)/.test(label))).toEqual([]);
});

it.each([
  'data/hemloshet/2016.xlsx',
  'data/kommuner/umea.xlsx',
  'data/lan/vasterbottens-lan.xlsx',
])('%s is printed on landscape A4 with letters of at least 8 points, over as many pages as it takes', async (path) => {
  const zip = await JSZip.loadAsync(await site.bytes(path));
  const sheets = zip.file(/xl\/worksheets\/sheet\d+\.xml$/);
  expect(sheets.length).toBeGreaterThan(4);
  for (const file of sheets) {
    const xml = await file.async('string');
    const [, pages] = /<pageSetup paperSize="9" orientation="landscape" fitToWidth="(\d+)"/.exec(xml) ?? [];
    const widths = [...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, w]) => Number(w));
    const fixed = Number(/xSplit="(\d+)"/.exec(xml)?.[1] ?? 0);
    const repeated = widths.slice(0, fixed).reduce((sum, w) => sum + w, 0) * (Number(pages) - 1);
    const onEach = (widths.reduce((sum, w) => sum + w, 0) + repeated) / Number(pages);
    // Full size, 11 points, is 130 characters wide.
    expect((11 * 130) / onEach, `${path} ${file.name}`).toBeGreaterThanOrEqual(7.6);
  }
});
