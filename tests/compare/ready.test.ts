import { expect, it } from 'vitest';
import { compareDataAmong, compareDataOf } from '../../src/compare/build.ts';
import { type ReadyComparison, readyComparison } from '../../src/compare/ready.ts';
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

it('a comparison of some kommuner is that of all with the others left out', () => {
  const chosen = ['1480', ...koder.slice(0, 5).toReversed()];
  const [some, all] = [compareDataAmong(index, chosen), data];
  const places = some.kommuner.map((k) => all.kommuner.findIndex((other) => other.kod === k.kod));
  expect(some.kommuner.map((k) => k.kod).toSorted()).toEqual(chosen.toSorted());
  const own = <T>(values: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(values).filter(([kod]) => chosen.includes(kod)));
  expect(some.indikatorer).toEqual(
    all.indikatorer.map((i) => ({
      ...i,
      utgavor: i.utgavor.map((u) => ({
        ...u,
        varden: places.map((at) => u.varden[at]),
        anmarkningar: own(u.anmarkningar),
        stadsdelar: own(u.stadsdelar),
      })),
    })),
  );
  // An indicator of a matrix has all that the data have of it.
  const shown = ({ matrix: { rows, summary, exempel }, numbers }: ReadyComparison) => ({
    rows,
    summary,
    exempel,
    numbers: [numbers.rows, numbers.summary],
  });
  expect(shown(readyComparison(some, chosen))).toEqual(shown(readyComparison(all, chosen)));
});
