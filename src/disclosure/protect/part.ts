import type { Problem } from './problem.ts';

/** A part of the tables seen alone: the given cells may move, every other stands still. */
export function partOf(problem: Problem, cells: readonly number[]): Problem {
  const place = new Map(cells.map((cell, i) => [cell, i]));
  const pick = <T>(list: readonly T[]): T[] => cells.flatMap((cell) => list.slice(cell, cell + 1));
  return {
    ids: pick(problem.ids),
    counts: pick(problem.counts),
    costs: pick(problem.costs),
    down: pick(problem.down),
    up: pick(problem.up),
    rows: problem.rows.flatMap((row) => {
      const inside = row.columns.flatMap((column, k) => (place.has(column) ? [k] : []));
      if (inside.length === 0) return [];
      return [
        {
          columns: inside.map((k) => place.get(row.columns[k] ?? -1) ?? -1),
          coefficients: inside.map((k) => row.coefficients[k] ?? 0),
          lower: row.lower,
          upper: row.upper,
        },
      ];
    }),
  };
}
