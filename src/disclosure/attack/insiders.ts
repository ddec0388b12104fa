import type { Highs } from 'highs';
import { must } from '../../model/must.ts';
import type { Exposure } from './intervals.ts';
import { type Component, polytopeOf } from './polytope.ts';

/** The true counts of the cells that are hidden: some of them are people who know their own. */
export type Truth = ReadonlyMap<string, number>;

/**
 * What someone who is alone in a cell, and so knows that it is 1, can work out about another small count through any
 * chain of sums. Only small counts matter: a large one tells nothing about any person.
 */
export function insiderExposures(
  highs: Highs,
  component: Component,
  truth: Truth,
  possible: number,
): readonly Exposure[] {
  const inOneSum = fromOneSum(component, truth, possible);
  const found = new Set(inOneSum.map((e) => e.cell));
  // The others are asked too: of a part of a large component, whatever is not found here is taken for safe.
  const inChains = throughChains(highs, component, truth, possible);
  return [...inOneSum, ...inChains.filter((e) => !found.has(e.cell))];
}

/** Of a sum with two unknown cells, one of them the insider's own, the other follows. */
function fromOneSum({ rows, same }: Component, truth: Truth, possible: number): readonly Exposure[] {
  return rows.flatMap(({ table, terms, lower, upper }) => {
    if (terms.length !== 2 || lower !== upper) return [];
    return terms.flatMap((own, k): readonly Exposure[] => {
      const other = terms[1 - k];
      if (!other || truth.get(own.cell) !== 1 || !truth.has(other.cell)) return [];
      const count = (lower - own.coefficient) / other.coefficient;
      if (count <= 0 || count >= possible || same(own.cell, other.cell)) return [];
      return [{ cell: other.cell, interval: { lower: count, upper: count }, tables: [table] }];
    });
  });
}

/**
 * Tries every small count against every insider. A possible table in which a count has moved although an insider's own
 * stands still clears it of that insider, and of everybody else who stands still in it.
 */
function throughChains(
  highs: Highs,
  component: Component,
  truth: Truth,
  possible: number,
): readonly Exposure[] {
  const { unknowns, rows } = component;
  const counts = unknowns.map((u) => truth.get(u.id));
  const alone = new Set([...counts.keys()].filter((i) => counts[i] === 1));
  const small = [...counts.keys()].filter(
    (i) => (counts[i] ?? 0) > 0 && (counts[i] ?? 0) < (unknowns[i]?.possible ?? possible),
  );
  if (alone.size === 0 || small.length < 2) return [];
  const polytope = polytopeOf(highs, component);
  if (polytope === null) return [];
  const suspects = new Map(small.map((i) => [i, new Set([...alone].filter((s) => s !== i))]));
  const clear = (values: Float64Array) => {
    const moved = (i: number) => Math.abs((values[i] ?? 0) - (counts[i] ?? 0)) > 0.5;
    const movers = new Set([...alone].filter(moved));
    for (const i of small) {
      const own = suspects.get(i);
      if (own && moved(i)) suspects.set(i, new Set([...own].filter((s) => movers.has(s))));
    }
  };
  const idOf = (i: number) => must(unknowns[i], `cell ${i}`).id;
  const isSame = (a: number, b: number) => component.same(idOf(a), idOf(b));
  const found: Exposure[] = [];
  try {
    for (const i of small) {
      // A table in which none of them moves clears the count of all at once.
      const all = [...(suspects.get(i) ?? [])];
      for (const s of all) polytope.know(s, 1);
      for (const way of [1, -1] as const) clear(polytope.end(i, way).values);
      for (const s of all) polytope.know(s, null);
      for (;;) {
        const [insider] = suspects.get(i) ?? [];
        if (insider === undefined) break;
        polytope.know(insider, 1);
        const binding = new Set<number>();
        for (const way of [1, -1] as const) {
          const end = polytope.end(i, way);
          for (const row of end.rows) binding.add(row);
          clear(end.values);
          if (!suspects.get(i)?.has(insider)) break;
        }
        polytope.know(insider, null);
        if (!suspects.get(i)?.delete(insider) || isSame(insider, i)) continue;
        const count = counts[i] ?? 0;
        const tables = [...new Set([...binding].map((row) => must(rows[row], `row ${row}`).table))];
        found.push({
          cell: idOf(i),
          interval: { lower: count, upper: count },
          tables,
        });
        break;
      }
    }
  } finally {
    polytope.dispose();
  }
  return found;
}
