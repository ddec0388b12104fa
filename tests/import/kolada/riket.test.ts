import { expect, it } from 'vitest';
import { nodeEffects } from '../../../src/effects-node.ts';
import type { ImportedValue } from '../../../src/import/batch.ts';
import { openFolder } from '../../../src/import/folder.ts';
import { riketNotes } from '../../../src/import/kolada/riket.ts';
import type { KpiReading } from '../../../src/import/kolada/values.ts';
import { readDataFolder } from '../../../src/ingest/sizes.ts';
import type { Indicator } from '../../../src/model/indicator.ts';
import { KOMMUNER } from '../workbooks.ts';

const open = openFolder(await readDataFolder('tests/fixtures/litet', nodeEffects()));
const { referens } = open.catalogue;
const indicatorOf = (id: string): Indicator => {
  const indicator = open.indikator(id);
  if (!indicator) throw new Error(`no ${id}`);
  return indicator;
};
const notes = (indicator: Indicator, riket: number, of: (i: number) => number | string) => {
  const reading: KpiReading = { kpi: 'K', indicator, codes: null };
  const values = KOMMUNER.map(
    ([kod], i): ImportedValue => ({
      indikator: indicator.id,
      kod,
      ar: 2020,
      kon: 'T',
      varde: of(i),
      saknas: null,
    }),
  );
  return riketNotes(referens, new Map([['K', reading]]), [{ kpi: 'K', ar: 2020, value: riket }], values);
};

it('says nothing where riket is the sum of counts, the weighted mean of rates or the share of yes', () => {
  expect(notes(indicatorOf('OJ-HL-99'), 15, (i) => i)).toEqual([]);
  expect(notes(indicatorOf('N07907'), 5, () => 5)).toEqual([]);
  for (const half of [50, 0.5])
    expect(notes(indicatorOf('U30428'), half, (i) => (i % 2 === 0 ? 'ja' : 'nej'))).toEqual([]);
});

it('names riket’s figure and ours where they differ, and writes neither', () => {
  const [note] = notes(indicatorOf('OJ-HL-99'), 30, (i) => i);
  expect(note).toContain('Kolada anger 30');
  expect(note).toContain('kommunerna ger 15');
  expect(note).toContain('Rikets siffra skrivs inte');
});

it('says nothing of a count where a person can be in several kommuner', () => {
  const twice = { ...indicatorOf('OJ-HL-99'), dubbelrakning: 'En person kan räknas i flera kommuner.' };
  expect(notes(twice, 30, (i) => i)).toEqual([]);
});
