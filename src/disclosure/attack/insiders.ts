import type { Finding } from './intervals.ts';
import type { Component } from './polytope.ts';

/**
 * What someone who is alone in a cell can work out: of a sum with two unknown cells, one of them their own, the other
 * follows. Only small counts matter: a large one tells nothing about any person.
 * @param alone ids of the cells that hold one single person
 */
export function insiderFindings(
  components: readonly Component[],
  alone: ReadonlySet<string>,
  possible: number,
): readonly Finding[] {
  return components.flatMap(({ rows }) =>
    rows.flatMap(({ table, terms, lower, upper }) => {
      if (terms.length !== 2 || lower !== upper) return [];
      return terms.flatMap((own, k): readonly Finding[] => {
        const other = terms[1 - k];
        if (!other || !alone.has(own.cell)) return [];
        const count = (lower - own.coefficient) / other.coefficient;
        // `own − other = 0`: the two cells hold the same people.
        const same = lower === 0 && own.coefficient === -other.coefficient;
        if (same || count <= 0 || count >= possible) return [];
        return [{ cell: other.cell, interval: { lower: count, upper: count }, tables: [table] }];
      });
    }),
  );
}
