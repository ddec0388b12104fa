import type { Highs } from 'highs';
import type { CountCell, LinearRelation, LinkedTables } from './cells.ts';
import { DEFAULT_RULE } from './rule.ts';
import { protect } from './suppress/index.ts';
import { independentTables } from './suppress/problem.ts';
import type { WeightOf } from './system.ts';

/** What somebody who runs the program on guesses finds out about a table. */
export type Replay = {
  /** Tables of whole counts that agree with everything that is shown. */
  readonly fitting: number;
  /** Those of them that the program would have hidden in the same way. */
  readonly remaining: number;
  /** Hidden cells of which fewer counts remain than must, with how many. */
  readonly exposed: readonly { readonly cell: string; readonly counts: number }[];
};

/** What is tried, at most; of everything larger, and of what comes after, nothing is said. */
export const REPLAY_LIMITS = {
  /** Cells of a table. */
  cells: 40,
  /** Fitting tables of one table. */
  fitting: 60,
  /** Guesses in all: a release can have thousands of small tables. */
  guesses: 600,
} as const;
/** Steps of the search for fitting tables. */
const STEPS = 2000;

/**
 * Runs the program on every table that agrees with what is shown, as an attacker can who has the code: the costs are
 * public without a key. A guess that gives another pattern cannot be true. The relations are those of the true table.
 * @param pattern ids of the hidden cells
 * @param keys the weights that the attacker tries: a guess remains when any of them gives the pattern
 * @returns one for each independent table with something hidden; null for one that is too large to try, or comes after
 * as many as are tried
 */
export function replayAttack(
  highs: Highs,
  tables: LinkedTables,
  pattern: ReadonlySet<string>,
  keys: readonly WeightOf[] = [() => 1],
): readonly (Replay | null)[] {
  let runs: number = REPLAY_LIMITS.guesses;
  return independentTables(tables)
    .filter((block) => block.cells.some((c) => pattern.has(c.id)))
    .map((block) => {
      const fitting =
        block.cells.length <= REPLAY_LIMITS.cells && runs > 0 ? fittingTables(block, pattern) : null;
      if (fitting === null) return null;
      runs -= fitting.length;
      const remaining = fitting.filter((table) => keys.some((key) => gives(highs, table, pattern, key)));
      const exposed = block.cells.flatMap(({ id, kind = 'count', rule = DEFAULT_RULE }) => {
        if (!pattern.has(id) || kind !== 'count') return [];
        const counts = new Set(remaining.map((t) => t.cells.find((c) => c.id === id)?.count)).size;
        return counts < rule.possible ? [{ cell: id, counts }] : [];
      });
      return { fitting: fitting.length, remaining: remaining.length, exposed };
    });
}

/** Whether the program hides exactly these cells of a table. */
function gives(highs: Highs, table: LinkedTables, pattern: ReadonlySet<string>, weightOf: WeightOf): boolean {
  const cells = table.cells.map((c) => ({ ...c, weight: weightOf(c.id) }));
  const { hidden } = protect(highs, { cells, relations: table.relations }, DEFAULT_RULE);
  return table.cells.every(
    ({ id, kind = 'count' }) => kind === 'derived' || hidden.has(id) === pattern.has(id),
  );
}

type Bounds = { readonly lower: number; readonly upper: number };

/** Every table of whole counts that keeps the relations and what is shown; null when there are too many. */
function fittingTables(
  { cells, relations }: LinkedTables,
  pattern: ReadonlySet<string>,
): readonly LinkedTables[] | null {
  const withheld = new Set(cells.flatMap((c) => (c.kind === 'rate' && pattern.has(c.id) ? [c.id] : [])));
  const kept = relations.filter((r) => !r.terms.some((t) => withheld.has(t.cell)));
  const start = new Map(
    cells.map((c): [string, Bounds] => {
      const open = (pattern.has(c.id) || c.kind === 'derived') && c.kind !== 'rate';
      const { lower = 0, upper = Number.POSITIVE_INFINITY } = c.known ?? {};
      return [c.id, open ? { lower: Math.max(0, lower), upper } : { lower: c.count, upper: c.count }];
    }),
  );
  const found: LinkedTables[] = [];
  let steps = 0;
  const search = (bounds: Map<string, Bounds>): boolean => {
    if (++steps > STEPS || found.length > REPLAY_LIMITS.fitting) return false;
    if (!narrowed(bounds, kept)) return true;
    const open = [...bounds].filter(([, b]) => b.lower < b.upper);
    const [next] = open.toSorted(([, a], [, b]) => a.upper - a.lower - (b.upper - b.lower));
    if (!next) {
      found.push({ cells: cells.map((c) => filled(c, bounds.get(c.id))), relations });
      return true;
    }
    const [id, { lower, upper }] = next;
    if (!Number.isFinite(upper)) return false;
    for (let count = lower; count <= upper; count++)
      if (!search(new Map(bounds).set(id, { lower: count, upper: count }))) return false;
    return true;
  };
  return search(start) && found.length <= REPLAY_LIMITS.fitting ? found : null;
}

const filled = (cell: CountCell, bounds: Bounds | undefined): CountCell =>
  cell.kind === 'rate' ? cell : { ...cell, count: bounds?.lower ?? cell.count };

const NOISE = 1e-9;

/** Narrows every bound by every relation until nothing changes. @returns false when nothing fits */
function narrowed(bounds: Map<string, Bounds>, relations: readonly LinearRelation[]): boolean {
  for (let changed = true; changed; ) {
    changed = false;
    for (const { terms, lower, upper } of relations)
      for (const own of terms) {
        let [least, most] = [lower, upper];
        for (const { cell, coefficient: c } of terms) {
          if (cell === own.cell) continue;
          const b = bounds.get(cell) ?? { lower: 0, upper: 0 };
          least -= c > 0 ? c * b.upper : c * b.lower;
          most -= c > 0 ? c * b.lower : c * b.upper;
        }
        const ends = [least / own.coefficient, most / own.coefficient];
        const before = bounds.get(own.cell) ?? { lower: 0, upper: 0 };
        const after = {
          lower: Math.max(before.lower, Math.ceil(Math.min(...ends) - NOISE)),
          upper: Math.min(before.upper, Math.floor(Math.max(...ends) + NOISE)),
        };
        if (after.lower > after.upper) return false;
        if (after.lower === before.lower && after.upper === before.upper) continue;
        bounds.set(own.cell, after);
        changed = true;
      }
  }
  return true;
}
