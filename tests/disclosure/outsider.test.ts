import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { DEFAULT_RULE } from '../../src/disclosure/rule.ts';
import { type DividedTotal, formedTables } from '../../src/disclosure/sums.ts';
import { protect } from '../../src/disclosure/suppress/index.ts';
import { range } from './outsider.ts';

const highs = await loadHighs();
const POSSIBLE = 5;

/** A crossed table with rows left out, and perhaps a third measure that its columns add up to. */
type Planted = {
  readonly rows: number;
  readonly columns: number;
  readonly counts: readonly number[];
  readonly dropped: ReadonlySet<string>;
};

const name = (i: number, j: number) => `x${i}_${j}`;
/** Index 0 is the total of a dimension. */
const indexes = (size: number) => Array.from({ length: size + 1 }, (_, i) => i);

function countsOf({ rows, columns, counts }: Planted): ReadonlyMap<string, number> {
  const leaf = (i: number, j: number) => counts[(i - 1) * columns + j - 1] ?? 0;
  const over = (i: number, size: number) => (i === 0 ? indexes(size).slice(1) : [i]);
  return new Map(
    indexes(rows).flatMap((i) =>
      indexes(columns).map((j) => [
        name(i, j),
        over(i, rows).reduce((s, a) => s + over(j, columns).reduce((t, b) => t + leaf(a, b), 0), 0),
      ]),
    ),
  );
}

/** The people of a cell: the leaves that it is made of. */
const leavesOf = (cell: string, { rows, columns }: Planted): readonly string[] => {
  const [i = 0, j = 0] = cell.slice(1).split('_').map(Number);
  const over = (at: number, size: number) => (at === 0 ? indexes(size).slice(1) : [at]);
  return over(i, rows).flatMap((a) => over(j, columns).map((b) => name(a, b)));
};

/** Every sum of the whole table, as the attacker writes it. */
const sums = ({ rows, columns }: Planted): readonly string[] => [
  ...indexes(rows).map(
    (i) =>
      `${name(i, 0)} = ${indexes(columns)
        .slice(1)
        .map((j) => name(i, j))
        .join(' + ')}`,
  ),
  ...indexes(columns).map(
    (j) =>
      `${name(0, j)} = ${indexes(rows)
        .slice(1)
        .map((i) => name(i, j))
        .join(' + ')}`,
  ),
];

const totals = ({ rows, columns }: Planted): readonly DividedTotal[] => [
  ...indexes(rows).map((i) => ({
    table: `rad ${i}`,
    total: name(i, 0),
    parts: indexes(columns)
      .slice(1)
      .map((j) => name(i, j)),
    rest: `rest_${i}_`,
  })),
  ...indexes(columns).map((j) => ({
    table: `kolumn ${j}`,
    total: name(0, j),
    parts: indexes(rows)
      .slice(1)
      .map((i) => name(i, j)),
    rest: `rest__${j}`,
  })),
];

const planted: fc.Arbitrary<Planted> = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 3 }))
  .chain(([rows, columns]) =>
    fc
      .tuple(
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 7, max: 60 })), {
          minLength: rows * columns,
          maxLength: rows * columns,
        }),
        fc.array(fc.integer({ min: 0, max: 9 }), {
          minLength: (rows + 1) * (columns + 1),
          maxLength: (rows + 1) * (columns + 1),
        }),
      )
      .map(([counts, fate]) => {
        const cells = indexes(rows).flatMap((i) => indexes(columns).map((j) => name(i, j)));
        return { rows, columns, counts, dropped: new Set(cells.filter((_, k) => fate[k] === 0)) };
      }),
  );

it('an attacker of its own finds nothing in random tables with rows left out and people who are alone', {
  timeout: 300_000,
}, () => {
  let alone = 0;
  let left = 0;
  fc.assert(
    fc.property(planted, (table) => {
      const truth = countsOf(table);
      const rows = [...truth].filter(([cell]) => !table.dropped.has(cell));
      const formed = formedTables(
        rows.map(([id, count]) => ({ id, count })),
        totals(table),
      );
      expect(formed.contradictions).toEqual([]);
      const { hidden, unprotectable } = protect(highs, formed, DEFAULT_RULE);
      expect(unprotectable).toEqual([]);
      const shown = Object.fromEntries(rows.map(([id, n]) => [id, hidden.has(id) ? null : n]));
      const known = sums(table);
      const open = [...truth].filter(([cell]) => shown[cell] === null || table.dropped.has(cell));
      const isSmall = (n: number) => n > 0 && n < POSSIBLE;
      for (const [cell, n] of open) {
        if (table.dropped.has(cell)) left += Number(isSmall(n));
        if (table.dropped.has(cell) && !isSmall(n)) continue;
        const [least = 0, most = 0] = range(highs, { shown, known }, cell) ?? [];
        expect([cell, most - least + 1 >= POSSIBLE]).toEqual([cell, true]);
      }
      // Who is alone in a hidden cell knows that it is 1.
      for (const [own, n] of open) {
        if (n !== 1 || table.dropped.has(own)) continue;
        alone += 1;
        const person = leavesOf(own, table).filter((leaf) => truth.get(leaf) === 1);
        for (const [cell, count] of open) {
          const mine = leavesOf(cell, table).some((leaf) => person.includes(leaf));
          if (cell === own || !isSmall(count) || table.dropped.has(cell) || (count === 1 && mine)) continue;
          const [least = 0, most = 0] = range(highs, { shown: { ...shown, [own]: 1 }, known }, cell) ?? [];
          expect([own, cell, least < most]).toEqual([own, cell, true]);
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(alone).toBeGreaterThan(20);
  expect(left).toBeGreaterThan(20);
});
