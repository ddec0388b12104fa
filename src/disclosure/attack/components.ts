import type { Component, Row, Unknown } from './polytope.ts';
import type { Sights } from './sight.ts';

/** Rounding of percentages and of the solver. */
const TOLERANCE = 1e-6;

/** What is left to find out: rows over unknown cells, in components that have nothing to do with each other. */
export type Puzzle = {
  readonly components: readonly Component[];
  /** Tables whose published counts do not keep their own sums. */
  readonly contradictions: readonly string[];
};

/** Moves everything known to the right-hand sides. @throws Error when a relation names a cell that is nowhere */
export function puzzleOf({ cells, relations }: Sights): Puzzle {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const unknowns = cells.filter((cell) => cell.lower < cell.upper);
  const contradictions: string[] = [];
  const rows = relations.flatMap(({ table, terms, lower, upper }): Row[] => {
    let known = 0;
    const open = terms.filter(({ cell, coefficient }) => {
      const sight = byId.get(cell);
      if (!sight) throw new Error(`${table}: nothing is known about ${cell}`);
      if (sight.lower < sight.upper) return true;
      known += coefficient * sight.lower;
      return false;
    });
    if (open.length > 0) return [{ table, terms: open, lower: lower - known, upper: upper - known }];
    if (known < lower - TOLERANCE || known > upper + TOLERANCE) contradictions.push(table);
    return [];
  });
  return { components: componentsOf(unknowns, rows), contradictions };
}

function componentsOf(unknowns: readonly Unknown[], rows: readonly Row[]): readonly Component[] {
  const rowsOf = new Map<string, number[]>(unknowns.map((u) => [u.id, []]));
  rows.forEach(({ terms }, row) => {
    for (const { cell } of terms) rowsOf.get(cell)?.push(row);
  });
  const componentOf = new Map<string, number>();
  let count = 0;
  for (const { id } of unknowns) {
    if (componentOf.has(id)) continue;
    const reached = [id];
    componentOf.set(id, count);
    // Grows while it is read.
    for (const cell of reached)
      for (const row of rowsOf.get(cell) ?? [])
        for (const { cell: other } of rows[row]?.terms ?? [])
          if (!componentOf.has(other)) {
            componentOf.set(other, count);
            reached.push(other);
          }
    count += 1;
  }
  const unknownsOf = Map.groupBy(unknowns, (u) => componentOf.get(u.id) ?? -1);
  const rowsIn = Map.groupBy(rows, ({ terms }) => componentOf.get(terms[0]?.cell ?? '') ?? -1);
  return Array.from({ length: count }, (_, i) => ({
    unknowns: unknownsOf.get(i) ?? [],
    rows: rowsIn.get(i) ?? [],
  }));
}
