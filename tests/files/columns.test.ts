import { dsvFormat } from 'd3-dsv';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMPARISON_HEAD } from '../../src/files/compare/rows.ts';
import { DICTIONARY } from '../../src/files/tables/dictionary.ts';
import { COLUMN_ENGLISH } from '../../src/text/columns-english.ts';
import { type Published, publish } from './helpers/catalogue.ts';

let site: Published;
beforeAll(async () => {
  site = await publish();
});

const NAMES = new Set<string>(Object.keys(DICTIONARY));
const isData = (path: string) => path.startsWith('data/') && path.endsWith('.csv');
const isFigure = (path: string) => path.startsWith('data/figurer/');
const headOf = (text: string) => {
  const plain = text.replace(/^\ufeff/, '');
  const line = plain.slice(0, plain.indexOf('\r\n'));
  return dsvFormat(line.includes(';') ? ';' : ',').parseRows(line)[0] ?? [];
};
const twice = (names: readonly string[]) => names.filter((n, i) => names.indexOf(n) !== i);

describe('every CSV file keeps to the dictionary of columns', () => {
  it('names no column that is not in it, and none twice', async () => {
    const paths = site.paths.filter((p) => isData(p) && !isFigure(p));
    expect(paths.length).toBeGreaterThan(80);
    const used = new Set<string>(COMPARISON_HEAD);
    for (const path of paths) {
      const head = headOf(await site.text(path));
      expect([path, head.filter((name) => !NAMES.has(name)), twice(head)]).toEqual([path, [], []]);
      for (const name of head) used.add(name);
    }
    expect(COMPARISON_HEAD.filter((name) => !NAMES.has(name))).toEqual([]);
    expect([...NAMES].filter((name) => !used.has(name))).toEqual([]);
  });

  it('is published, a row for each column', async () => {
    const rows = dsvFormat(',').parse(await site.text('data/referens/kolumner.csv'));
    expect(rows.map((r) => r.kolumn)).toEqual([...NAMES]);
    for (const row of rows) expect(row.betyder).toMatch(/^\p{L}.*\.$/u);
  });
});

/** Headings that every figure's CSV may have; the answers of a question are headings of their own. */
const FIGURE_HEADINGS =
  /^(Plats|Grupp|Kommun|Län|Mått|År|Svar|Antal|Antal av svarande|Andel av dem som svarade \(%\)|Andel som svarade .+ \(%\)|Värde( \(%\))?|Lägst( \(%\))?|Mitten \(median\)( \(%\))?|Högst( \(%\))?|Kommuner med värde|Placering, 1 är högst|Osäkerhet( \(%\))?|Jämförbar serie|Anmärkning|Kommungrupp|Invånare|Svarade inte|Tillfrågade|Källa|Exempeldata)$/;

describe('every CSV file of a figure', () => {
  it('has headings that mean the same in all of them, none twice, and the source and the mark once', async () => {
    const answers = new Set(
      site.index.catalogue.indikatorer.flatMap((i) => [
        'Ja',
        'Delvis',
        'Nej',
        ...Object.values(i.svarstexter ?? {}),
      ]),
    );
    const paths = site.paths.filter((p) => isFigure(p) && p.endsWith('.csv'));
    expect(paths.length).toBeGreaterThan(200);
    for (const path of paths) {
      const head = headOf(await site.text(path));
      const strange = head.filter((name) => !FIGURE_HEADINGS.test(name) && !answers.has(name));
      expect([path, strange, twice(head), head.at(-1), head.includes('Källa')]).toEqual([
        path,
        [],
        [],
        'Exempeldata',
        true,
      ]);
    }
  });
});

describe('the CSV for Excel', () => {
  it('has no field that Excel would read as a number and take a zero from', async () => {
    const rows = dsvFormat(';').parse((await site.text('data/allt/observationer-excel.csv')).slice(1));
    expect(rows.length).toBeGreaterThan(1000);
    for (const row of rows)
      for (const [name, field] of Object.entries(row))
        expect([name, field, /^0\d+$/.test(field ?? '')]).toEqual([name, field, false]);
    const umea = rows.find((r) => r.plats === '2480 Umeå');
    expect(umea?.indikatornamn).toBeTruthy();
  });
});

it('says in English what every column holds', () => {
  const words = Object.entries(COLUMN_ENGLISH);
  expect(words.map(([name]) => name).toSorted()).toEqual(Object.keys(DICTIONARY).toSorted());
  for (const [name, text] of words) expect([name, text]).toEqual([name, expect.stringMatching(/\w.*\.$/)]);
  expect(new Set(words.map(([, text]) => text)).size).toBe(words.length);
});
