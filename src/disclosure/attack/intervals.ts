import type { Highs } from 'highs';
import { must } from '../../model/must.ts';
import type { Interval } from '../cells.ts';
import { type Component, type Polytope, polytopeOf } from './polytope.ts';

/** What a reader finds out about one hidden cell. */
export type Exposure = {
  readonly cell: string;
  /** The whole counts that are possible; none when upper < lower. */
  readonly interval: Interval;
  /** Tables that together reveal it. */
  readonly tables: readonly string[];
};

export type Intervals = {
  /** Every cell with fewer than `possible` possible counts. */
  readonly narrow: readonly Exposure[];
  /** The cell with fewest possible counts; null when nothing is unknown. */
  readonly narrowest: Exposure | null;
  /** True when no counts at all fit what is published. */
  readonly contradictory: boolean;
};

/** What comes of a component: what outsiders find, and what those who are alone in a cell find. */
export type ComponentAttack = Intervals & {
  readonly exposedToInsiders: readonly Exposure[];
  /** Cells of which neither is shown, that they are wide enough or that they are not, within the limit of work. */
  readonly notShown: readonly string[];
};

const TOLERANCE = 1e-5;
export const wholeInside = (lower: number, upper: number): Interval => ({
  // Adding zero makes −0 a plain 0.
  lower: Math.ceil(lower - TOLERANCE) + 0,
  upper: Math.floor(upper + TOLERANCE),
});
export const possibleCounts = ({ lower, upper }: Interval): number => Math.max(0, upper - lower + 1);

/**
 * The interval of every unknown cell that has fewer than `possible` possible counts, and the narrowest of all. A
 * possible table shows for all its cells at once how far apart they can be, so only cells that no table found so
 * far has shown to be wide enough are searched for, the narrowest first.
 */
export function intervalsOf(highs: Highs, component: Component, possible: number): Intervals {
  const polytope = polytopeOf(highs, component);
  if (polytope === null) return { narrow: [], narrowest: null, contradictory: true };
  try {
    return search(polytope, component, possible);
  } finally {
    polytope.dispose();
  }
}

function search(polytope: Polytope, { unknowns, rows }: Component, possible: number): Intervals {
  const least = new Float64Array(unknowns.length).fill(Number.POSITIVE_INFINITY);
  const most = new Float64Array(unknowns.length).fill(Number.NEGATIVE_INFINITY);
  const see = (values: Float64Array) => {
    values.forEach((value, i) => {
      least[i] = Math.min(least[i] ?? value, value);
      most[i] = Math.max(most[i] ?? value, value);
    });
  };
  const seen = (i: number) => possibleCounts(wholeInside(least[i] ?? 0, most[i] ?? -1));

  const exact = (i: number): Exposure => {
    const ends = ([-1, 1] as const).map((way) => polytope.end(i, way));
    for (const { values } of ends) see(values);
    const [low, high] = ends;
    const binding = new Set(ends.flatMap((e) => e.rows));
    return {
      cell: must(unknowns[i], `cell ${i}`).id,
      interval: wholeInside(low?.at ?? 0, high?.at ?? 0),
      tables: [...new Set([...binding].map((row) => must(rows[row], `row ${row}`).table))],
    };
  };
  const narrow: Exposure[] = [];
  let narrowest: Exposure | null = null;
  const required = (i: number) => unknowns[i]?.possible ?? possible;
  const left = new Set([...unknowns.keys()].filter((i) => required(i) > 0));
  for (;;) {
    const fewest = narrowest === null ? Number.POSITIVE_INFINITY : possibleCounts(narrowest.interval);
    let next = -1;
    for (const i of left)
      if (seen(i) < Math.max(required(i), fewest) && (next < 0 || seen(i) < seen(next))) next = i;
    if (next < 0) return { narrow, narrowest, contradictory: false };
    left.delete(next);
    const finding = exact(next);
    if (possibleCounts(finding.interval) < required(next)) narrow.push(finding);
    if (narrowest === null || possibleCounts(finding.interval) < fewest) narrowest = finding;
  }
}
