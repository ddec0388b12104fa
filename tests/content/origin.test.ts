import { expect, it } from 'vitest';
import { importsTable } from '../../src/content/origin.ts';
import { indexCatalogue } from '../../src/model/catalogue.ts';
import { LITET } from '../files/helpers/catalogue.ts';
import { loaded } from '../pipeline/loaded.ts';

const { index } = await loaded(LITET);
const [indicator] = index.catalogue.indikatorer;
if (!indicator) throw new Error('no indicator');
const inlasning = {
  kalla: 'Kolada',
  indikatorer: [indicator.id, 'folkmangd'],
  ar: [2018, 2016],
  fraga: ['https://example.org/kpi', 'https://example.org/data'],
  hamtad: '2026-11-25T10:00:00.000Z',
  sha256: 'a'.repeat(64),
  beskrivningar: {},
  utelamnat: [{ indikator: indicator.id, ar: 2016, koder: ['0114', '0115'], skal: 'saknas i källan' }],
};
const texts = (inlasningar: readonly (typeof inlasning)[]) =>
  importsTable(
    indexCatalogue({
      ...index.catalogue,
      inlasta: [{ fil: 'omraden/x/enkat/2016.csv', sha256: 'b'.repeat(64), inlasningar: [...inlasningar] }],
    }),
  )?.rows.map((row) => row.map((cell) => cell.text));

it('says of an import which figures and years, when, what was asked, and what was left out', () => {
  expect(texts([inlasning])).toEqual([
    [
      `${indicator.kortnamn} och Folkmängd (omraden/x/enkat/2016.csv)`,
      '2016–2018',
      'Kolada',
      '25 november 2026',
      `https://example.org/data och 1 till. SHA-256 ${'a'.repeat(64)}`,
      `${indicator.kortnamn} 2016 0114, 0115: saknas i källan`,
    ],
  ]);
});

it('says that a year is not known, and that nothing was left out', () => {
  const [row] = texts([{ ...inlasning, ar: [], fraga: ['bme.xlsx'], utelamnat: [] }]) ?? [];
  expect(row?.[1]).toBe('Okänt');
  expect(row?.[4]).toMatch(/^bme\.xlsx\. SHA-256/);
  expect(row?.[5]).toBe('Inget');
});

it('has no table where nothing was imported', () => {
  expect(importsTable(indexCatalogue({ ...index.catalogue, inlasta: [] }))).toBeNull();
});
