import type { AttackerProblem, AttackerSolution } from './attacker.ts';
import { type CapacityConstraint, capacityConstraint, oneMore } from './constraints.ts';
import { reaches, type SuppressionProblem } from './problem.ts';
import type { SamePerson } from './same-person.ts';

/** Fractions that the solver leaves. */
const NOISE = 1e-5;
/** Prices below this are the solver's noise. */
const PRICE = 1e-7;

/**
 * How far each cell has been seen to move. A possible table is a witness for all its cells at once, and remains one
 * when more cells are hidden. `locks` are the singletons that moved in every table in which a small count did: only
 * who is alone in one of them could find that count out.
 */
export type Reach = {
  readonly note: (deviations: Iterable<readonly [cell: number, deviation: number]>) => void;
  readonly protects: (cell: number) => boolean;
  readonly locks: (cell: number) => ReadonlySet<number>;
};

export function reachOf({ ids, levels, small, counts, whole }: SuppressionProblem): Reach {
  const up = new Float64Array(ids.length);
  const down = new Float64Array(ids.length);
  const singletons = new Set([...ids.keys()].filter((cell) => small[cell] && counts[cell] === 1));
  const locks = new Map<number, ReadonlySet<number>>();
  return {
    note: (deviations) => {
      const moved = [...deviations].filter(([, d]) => Math.abs(d) > NOISE);
      // A table of broken numbers is no table of people.
      if (moved.some(([cell, d]) => whole[cell] && Math.abs(d - Math.round(d)) > NOISE * 10)) return;
      const alone = new Set(moved.flatMap(([cell]) => (singletons.has(cell) ? [cell] : [])));
      // Cells that have moved in the same tables have the same set, of which one is made.
      const left = new Map<ReadonlySet<number>, ReadonlySet<number>>();
      const leftOf = (before: ReadonlySet<number>) => {
        const known = left.get(before) ?? new Set([...before].filter((s) => alone.has(s)));
        left.set(before, known);
        return known;
      };
      for (const [cell, d] of moved) {
        if (d > (up[cell] ?? 0)) up[cell] = d;
        if (-d > (down[cell] ?? 0)) down[cell] = -d;
        if (!small[cell]) continue;
        const before = locks.get(cell);
        locks.set(cell, before ? leftOf(before) : alone);
      }
    },
    protects: (cell) => reaches(up[cell] ?? 0, down[cell] ?? 0, levels[cell] ?? 0),
    locks: (cell) => locks.get(cell) ?? singletons,
  };
}

/** A hidden cell whose feasibility interval is too short, and what that proves. */
export type CellExposure = { readonly cell: number; readonly constraint: CapacityConstraint };

/** A suppression pattern under attack. */
export type AttackedPattern = {
  readonly problem: SuppressionProblem;
  readonly hidden: readonly boolean[];
  readonly attacker: AttackerProblem;
  readonly reach: Reach;
  readonly same: SamePerson;
};

/**
 * Whether a hidden cell can be found out by someone who reads everything: its feasibility interval is too short.
 * @returns null when it is protected
 */
export function outsiderExposure(pattern: AttackedPattern, cell: number): CellExposure | null {
  const { problem, hidden, attacker, reach } = pattern;
  if (reach.protects(cell)) return null;
  const level = problem.levels[cell] ?? 0;
  const found: AttackerSolution[] = [];
  for (const way of [1, -1] as const) {
    const solution = attacker.furthest(cell, way, level);
    reach.note(solution.deviations.entries());
    if (reach.protects(cell)) return null;
    found.push(solution);
  }
  return { cell, constraint: provedBy(problem, hidden, found, { cell, level }) };
}

/**
 * Whether somebody who is alone in another cell, and so knows its count, can tell a small hidden count exactly,
 * through any chain of sums.
 */
export function insiderExposure(pattern: AttackedPattern, cell: number): CellExposure | null {
  const { problem, hidden, attacker, reach, same } = pattern;
  const insiders = () => [...reach.locks(cell)].filter((s) => s !== cell && hidden[s] && !same(s, cell));
  const all = insiders();
  // A table in which none of them moves clears the cell of all at once.
  if (all.length > 1)
    for (const way of [1, -1] as const) {
      reach.note(attacker.furthest(cell, way, 1, all).deviations.entries());
      if (!all.some((s) => reach.locks(cell).has(s))) return null;
    }
  for (;;) {
    const [insider] = insiders();
    if (insider === undefined) return null;
    const found: AttackerSolution[] = [];
    for (const way of [1, -1] as const) {
      const solution = attacker.furthest(cell, way, 1, [insider]);
      reach.note(solution.deviations.entries());
      found.push(solution);
      if (!reach.locks(cell).has(insider)) break;
    }
    if (!reach.locks(cell).has(insider)) continue;
    return { cell, constraint: provedBy(problem, hidden, found, { cell, level: 1, insider }) };
  }
}

/** The capacity constraint that the two searches for a cell prove, or at least that one more cell must be hidden. */
function provedBy(
  { up, down, levels }: SuppressionProblem,
  hidden: readonly boolean[],
  found: readonly AttackerSolution[],
  { cell, level, insider }: { readonly cell: number; readonly level: number; readonly insider?: number },
): CapacityConstraint {
  const gains = new Map<number, number>();
  let reached = 0;
  for (const { prices, bound } of found) {
    reached += bound;
    prices.forEach((price, other) => {
      if (other === cell || other === insider || Math.abs(price) < PRICE) return;
      const gain = price * ((price > 0 ? up[other] : down[other]) ?? 0);
      if (gain > 0) gains.set(other, (gains.get(other) ?? 0) + gain);
    });
  }
  // What the cell reaches beyond the room that the hidden cells bring is due to slack and to its own bounds.
  const room = [...gains].reduce((sum, [other, gain]) => (hidden[other] ? sum + gain : sum), 0);
  const need = level - (reached - room);
  const broken = reached >= level - NOISE || !Number.isFinite(need) || levels[cell] === undefined;
  return broken ? oneMore(hidden, cell, insider) : capacityConstraint(cell, need, gains);
}
