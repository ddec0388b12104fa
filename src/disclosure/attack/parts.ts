import type { Highs } from 'highs';
import { must } from '../../model/must.ts';
import { insiderExposures, type Truth } from './insiders.ts';
import { type Exposure, type Intervals, intervalsOf, possibleCounts } from './intervals.ts';
import type { Component, PolytopeRow } from './polytope.ts';

/** What comes of a component: what outsiders find, and what those who are alone in a cell find. */
type ComponentAttack = Intervals & { readonly exposedToInsiders: readonly Exposure[] };

/** Larger components are attacked part by part first. */
const LARGE = 3000;
/** Unknown cells of a part, in the first round and in the next. What is left after that is searched for in the whole. */
const SIZES = [1000, 3000] as const;

/**
 * Attacks one component. In a large one the true counts of all cells outside a part are taken for known at first: then
 * the attacker knows more, so that whatever still is wide enough is so in the whole. Only the cells that the parts do not
 * clear are searched for in the whole. How narrow the narrowest is of a large component is therefore at least this.
 */
export function attackComponent(
  highs: Highs,
  component: Component,
  truth: Truth,
  possible: number,
): ComponentAttack {
  const { unknowns } = component;
  const whole = (of: Component): ComponentAttack => ({
    ...intervalsOf(highs, of, possible),
    exposedToInsiders: insiderExposures(highs, of, truth, possible),
  });
  if (unknowns.length <= LARGE || unknowns.some((u) => !truth.has(u.id))) return whole(component);
  const grow = growing(component);
  const open = new Set(unknowns.flatMap((u, i) => ((u.possible ?? possible) > 0 ? [i] : [])));
  let narrowest: Exposure | null = null;
  for (const size of SIZES) {
    const tried = new Set<number>();
    for (const seed of [...open]) {
      if (!open.has(seed) || tried.has(seed)) continue;
      const cells = grow(seed, size);
      const asked = new Set(cells.filter((i) => open.has(i) && !tried.has(i)));
      for (const i of asked) tried.add(i);
      const found = whole(partOf(component, cells, asked, truth));
      const left = new Set([...found.narrow, ...found.exposedToInsiders].map((e) => e.cell));
      for (const i of asked)
        if (!found.contradictory && !left.has(must(unknowns[i], 'unknown cell').id)) open.delete(i);
      if (left.size === 0) narrowest = narrower(narrowest, found.narrowest);
    }
  }
  const rest = open.size === 0 ? null : whole(asking(component, open));
  return {
    narrow: rest?.narrow ?? [],
    narrowest: narrower(narrowest, rest?.narrowest ?? null),
    contradictory: rest?.contradictory ?? false,
    exposedToInsiders: rest?.exposedToInsiders ?? [],
  };
}

const narrower = (a: Exposure | null, b: Exposure | null): Exposure | null =>
  a === null || (b !== null && possibleCounts(b.interval) < possibleCounts(a.interval)) ? b : a;

/** The same component, in which nothing is asked of other cells than these. */
const asking = (component: Component, asked: ReadonlySet<number>): Component => ({
  ...component,
  unknowns: component.unknowns.map((u, i) => (asked.has(i) ? u : { ...u, possible: 0 })),
});

/** Some cells of a component, all others at their true counts. */
function partOf(
  { unknowns, rows, same }: Component,
  cells: readonly number[],
  asked: ReadonlySet<number>,
  truth: Truth,
): Component {
  const inside = new Set(cells.map((i) => must(unknowns[i], 'unknown cell').id));
  return {
    relaxed: true,
    same,
    unknowns: cells.flatMap((i) => {
      const u = unknowns[i];
      return u === undefined ? [] : [asked.has(i) ? u : { ...u, possible: 0 }];
    }),
    rows: rows.flatMap(({ table, terms, lower, upper }): PolytopeRow[] => {
      const open = terms.filter((t) => inside.has(t.cell));
      if (open.length === 0) return [];
      const known = terms.reduce(
        (sum, { cell, coefficient }) => (inside.has(cell) ? sum : sum + coefficient * (truth.get(cell) ?? 0)),
        0,
      );
      return [{ table, terms: open, lower: lower - known, upper: upper - known }];
    }),
  };
}

/** The cells that are closest to one, by the shortest sums that they share; it is among them. */
function growing({ unknowns, rows }: Component): (seed: number, size: number) => readonly number[] {
  const place = new Map(unknowns.map((u, i) => [u.id, i]));
  const inRow = rows.map(({ terms }) => terms.map((t) => place.get(t.cell) ?? -1));
  const rowsOf: number[][] = unknowns.map(() => []);
  inRow.forEach((cells, row) => {
    for (const cell of cells) rowsOf[cell]?.push(row);
  });
  return (seed, size) => {
    const reached = new Set([seed]);
    const seen = new Set<number>();
    /** Rows that have been come to and not been gone into, by length. */
    const waiting: number[][] = [];
    const arrive = (cell: number) => {
      for (const row of rowsOf[cell] ?? [])
        if (!seen.has(row)) {
          seen.add(row);
          const length = inRow[row]?.length ?? 0;
          waiting[length] = [...(waiting[length] ?? []), row];
        }
    };
    arrive(seed);
    while (reached.size < size) {
      const next = waiting.find((list) => list !== undefined && list.length > 0)?.shift();
      if (next === undefined) break;
      for (const cell of inRow[next] ?? [])
        if (reached.size < size && !reached.has(cell)) {
          reached.add(cell);
          arrive(cell);
        }
    }
    return [...reached];
  };
}
