import { expect, it } from 'vitest';
import { sexColumns } from '../../../src/charts/from/sexes.ts';
import { indexCatalogue } from '../../../src/model/catalogue.ts';
import type { Kon, Observation } from '../../../src/model/observation.ts';
import { observation } from '../../fixtures/observation.ts';
import { fixtureIndex, SUPPORT } from '../fixture.ts';

const KOD = '2480';
const YEARS = [2019, 2020, 2021].map((ar) => ({ ar, segment: 'a' }));

const cell = (ar: number, kon: Kon, varde: number | null): Observation =>
  observation({ indikator: SUPPORT.id, kod: KOD, ar, kon, varde, saknas: 'uppgift-saknas' });

function columns(cells: readonly Observation[]) {
  const { catalogue } = fixtureIndex();
  const kept = catalogue.observationer.filter((o) => o.indikator !== SUPPORT.id || o.kod !== KOD);
  return sexColumns(
    indexCatalogue({ ...catalogue, observationer: [...kept, ...cells] }),
    SUPPORT,
    KOD,
    YEARS,
  );
}

it('has a column for women and one for men, lines, and a sentence about the newest year with both', () => {
  const {
    columns: heads,
    cells,
    sentence,
    lines,
  } = columns([
    cell(2019, 'K', 1.25),
    cell(2019, 'M', 2),
    cell(2020, 'K', 3),
    cell(2020, 'M', 4.5),
    cell(2021, 'K', 5),
  ]);
  expect(heads.map((c) => c.label)).toEqual(['Kvinnor', 'Män']);
  expect(cells(2020).map((c) => c.sort)).toEqual([3, 4.5]);
  expect(sentence).toMatch(/^Kvinnor 2020: 3,0.%\. Män: 4,5.%\.$/);
  expect(lines?.kvinnor.map((p) => p.varde)).toEqual([1.25, 3, 5]);
  expect(lines?.man.map((p) => p.varde)).toEqual([2, 4.5, null]);
});

it('keeps the reason where one of them has no value, and does not take that year for the newest', () => {
  const { cells, sentence, lines } = columns([
    cell(2019, 'K', 1),
    cell(2019, 'M', 2),
    cell(2020, 'K', null),
    cell(2020, 'M', 3),
  ]);
  expect(cells(2020)[0]?.text).toBe('Uppgift saknas');
  expect(sentence).toContain('Kvinnor 2019');
  // A line needs two years with both.
  expect(lines).toBeNull();
});

it('has nothing where the source does not tell women and men apart', () => {
  expect(columns([cell(2019, 'T', 1)])).toMatchObject({ columns: [], sentence: null, lines: null });
});
