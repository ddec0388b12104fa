import { expect, it } from 'vitest';
import { compareDataOf } from '../../src/compare/build.ts';
import { readyComparison } from '../../src/compare/ready.ts';
import { MAX_KOMMUNER } from '../../src/compare/selection.ts';
import { loaded } from '../pipeline/loaded.ts';

const { index } = await loaded();
const data = compareDataOf(index);
const koder = data.kommuner.map((k) => k.kod);

it('shows every kommun, draws the numbers alone as dots, and leads to the tool with as many as it takes', () => {
  const { matrix, numbers, change } = readyComparison(data, koder);
  expect(matrix.rows.map((r) => r.kommun.kod)).toEqual(koder);
  expect(numbers.indikatorer.length).toBeGreaterThan(0);
  expect(new Set(numbers.indikatorer.map((i) => i.typ))).toEqual(new Set(['tal']));
  expect(new Set(matrix.indikatorer.map((i) => i.typ)).size).toBeGreaterThan(1);
  const asked = new URL(change, 'https://prov.example').searchParams.get('k')?.split(',');
  expect(asked).toEqual(koder.slice(0, MAX_KOMMUNER));
});
