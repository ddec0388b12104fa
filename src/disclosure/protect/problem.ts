import type { LinkedTables } from '../table.ts';

/**
 * A relation seen from the truth: how far counts may move together. With `d` the deviations from the true counts,
 * `lower` ≤ Σ coefficient · d ≤ `upper`; both are 0 for a sum.
 */
export type Row = {
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
  readonly lower: number;
  readonly upper: number;
};

/**
 * Linked tables as arrays, cells by number, for the solver. `down` ≤ 0 ≤ `up` say how far a cell's count may move
 * from the truth for all that is known without our tables (not below 0, `known`).
 */
export type Problem = {
  readonly ids: readonly string[];
  readonly counts: readonly number[];
  readonly costs: readonly number[];
  readonly down: readonly number[];
  readonly up: readonly number[];
  readonly rows: readonly Row[];
};

/** Slack for percentages, whose bounds are not whole numbers. */
const TOLERANCE = 1e-6;

/** What hiding a cell costs: one, and the bits of its count. A large total is dearer than a small part. */
export const informationOf = (count: number): number => 1 + Math.log2(1 + count);

/**
 * Numbers the cells and rows of linked tables.
 * @throws Error when an id is used twice or is unknown, a count is not a whole number ≥ 0 or contradicts what is
 * known, or a relation does not hold for the true counts
 */
export function problemOf({ cells, relations }: LinkedTables): Problem {
  const numbers = new Map(cells.map((cell, i) => [cell.id, i]));
  if (numbers.size !== cells.length) throw new Error('two cells have the same id');
  for (const { id, count, known } of cells) {
    if (!Number.isInteger(count) || count < 0) throw new Error(`cell ${id}: ${count} is not a count`);
    if (known && (count < known.lower || count > known.upper))
      throw new Error(`cell ${id}: ${count} is outside what is known, ${known.lower}–${known.upper}`);
  }
  const counts = cells.map((c) => c.count);
  const rows = relations.map(({ table, terms, lower, upper }): Row => {
    const columns = terms.map(({ cell }) => {
      const column = numbers.get(cell);
      if (column === undefined) throw new Error(`${table}: unknown cell ${cell}`);
      return column;
    });
    const coefficients = terms.map((t) => t.coefficient);
    const truth = columns.reduce((sum, column, k) => sum + (counts[column] ?? 0) * (coefficients[k] ?? 0), 0);
    if (lower - truth > TOLERANCE || truth - upper > TOLERANCE)
      throw new Error(`${table}: the relation does not hold for the true counts`);
    return { columns, coefficients, lower: Math.min(0, lower - truth), upper: Math.max(0, upper - truth) };
  });
  return {
    ids: cells.map((c) => c.id),
    counts,
    costs: cells.map((c) => informationOf(c.count)),
    down: cells.map((c) => Math.max(0, c.known?.lower ?? 0) - c.count),
    up: cells.map((c) => (c.known?.upper ?? Number.POSITIVE_INFINITY) - c.count),
    rows,
  };
}
