import type { Highs } from 'highs';
import { attackerProblem, type Effort, incrementalAttacker } from './attacker.ts';
import { type CapacityConstraint, greedyCover, rowConstraints } from './constraints.ts';
import { type CellExposure, insiderExposure, outsiderExposure, type Reach, reachOf } from './exposures.ts';
import { reaches, type SuppressionProblem, subproblem, wholePersons } from './problem.ts';
import { type SamePerson, samePerson } from './same-person.ts';

/** What a pattern is searched for, with what, and the work spent on it. */
export type SuppressionSearch = {
  readonly highs: Highs;
  readonly problem: SuppressionProblem;
  readonly effort: Effort;
};

/** A suppression pattern, and the cells that no hiding can protect. */
export type SuppressionPattern = {
  readonly hidden: readonly boolean[];
  readonly unprotectable: readonly number[];
};

const TOLERANCE = 1e-6;

/**
 * Secondary suppression for tables of any size. First relation by relation: every exposure that a single sum shows is
 * answered, all together as cheaply as a greedy cover finds. Then, cell by cell, what several sums reveal together
 * (the linear relaxation of Kelly, Golden & Assad 1992): within its group, then with the largest other group to
 * exchange with, and last in the whole. At each step also what insiders can tell through any chain of sums, which is
 * answered from the second on. What moves in a part can move in the whole, so nothing need be asked twice. Deterministic;
 * not optimal.
 * @param groups cells that are close to each other, a partition
 */
export function heuristicPattern(
  { highs, problem, effort }: SuppressionSearch,
  given: readonly CapacityConstraint[],
  groups: readonly (readonly number[])[],
): SuppressionPattern {
  const hidden = [...problem.primary];
  const hide = (constraints: readonly CapacityConstraint[]): boolean => {
    const more = greedyCover(hidden, constraints, problem);
    for (const cell of more) hidden[cell] = true;
    return more.length > 0;
  };
  hide(given);
  while (hide(rowConstraints(problem, hidden)));
  const reach = reachOf(problem);
  const same = samePerson(problem);
  const all = problem.ids.map((_, cell) => cell);
  const wide = new Set([...withLargest(problem, groups), all]);
  for (const cells of [...groups, ...wide]) {
    const state = { highs, effort, problem, cells, hidden, reach, same };
    repair(state);
    answerInsiders(state, wide.has(cells));
  }
  return { hidden, unprotectable: settle({ highs, effort, problem, cells: all, hidden, reach, same }) };
}

/** Each group together with the group that has most people, of those with as many cells as the usual. */
function withLargest(
  { counts }: SuppressionProblem,
  groups: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const people = (group: readonly number[]) => group.reduce((sum, cell) => sum + (counts[cell] ?? 0), 0);
  const [largest = [], second = []] = groups.toSorted((a, b) => people(b) - people(a));
  return groups.length < 2 ? [] : groups.map((g) => (g === largest ? [...g, ...second] : [...g, ...largest]));
}

/** A part of a problem (all outside it stands still), the pattern, which grows, and what has been seen to move. */
type RepairState = SuppressionSearch & {
  readonly cells: readonly number[];
  readonly hidden: boolean[];
  readonly reach: Reach;
  /** Of the whole's cells. */
  readonly same: SamePerson;
};

/**
 * Hides what is needed for the hidden cells of a part to be protected although all outside it stands still. What
 * moves in a part can move in the whole, so a cell that is protected here is protected. Where no hiding within the
 * part is enough, nothing is hidden.
 */
function repair({ highs, effort, problem, cells, hidden, reach }: RepairState): void {
  const at = new Map(cells.map((cell, i) => [cell, i]));
  const part = subproblem(problem, cells);
  const inPart = (list: readonly number[]) => list.flatMap((cell) => at.get(cell) ?? []);
  /** The attacker of the part's hidden cells: the others stand still, and are left out. */
  const openAttacker = () => {
    const list = cells.filter((cell) => hidden[cell]);
    const open = subproblem(problem, list);
    const everything = list.map(() => true);
    return {
      list,
      at: new Map(list.map((cell, i) => [cell, i])),
      problem: attackerProblem(highs, open, everything, effort),
    };
  };
  let attacker: ReturnType<typeof openAttacker> | null = null;
  let incremental: ReturnType<typeof incrementalAttacker> | null = null;
  const note = (list: readonly number[], deviations: Float64Array) => {
    const moved: [number, number][] = [];
    deviations.forEach((d, i) => {
      if (Math.abs(d) > TOLERANCE) moved.push([list[i] ?? -1, d]);
    });
    reach.note(moved);
  };
  const queue = cells.filter((cell) => hidden[cell]);
  try {
    // Grows while it is read.
    for (const cell of queue) {
      if (reach.protects(cell)) continue;
      const own = at.get(cell) ?? -1;
      const level = problem.levels[cell] ?? 0;
      attacker ??= openAttacker();
      const here = attacker.at.get(cell) ?? -1;
      note(attacker.list, attacker.problem.furthest(here, 1, level).deviations);
      if (reach.protects(cell)) continue;
      const down = attacker.problem.furthest(here, -1, level).deviations;
      note(attacker.list, down);
      if (reach.protects(cell)) continue;
      const missing = level - wholePersons(-(down[here] ?? 0));
      if (incremental === null) {
        incremental = incrementalAttacker(highs, part, effort);
        incremental.suppress(inPart(cells.filter((c) => hidden[c])));
      }
      const deviations = incremental.up(own, missing);
      if (!reaches(deviations[own] ?? 0, 0, missing)) continue;
      note(cells, deviations);
      const more = cells.filter((c, i) => !hidden[c] && Math.abs(deviations[i] ?? 0) > TOLERANCE);
      if (more.length === 0) continue;
      for (const other of more) hidden[other] = true;
      queue.push(...more);
      incremental.suppress(inPart(more));
      // It is of hidden cells only, and is made anew.
      attacker.problem.dispose();
      attacker = null;
    }
  } finally {
    attacker?.problem.dispose();
    incremental?.dispose();
  }
}

/**
 * Looks for what somebody who is alone in a cell can find out about another small count of the part.
 * @param answer whether to hide what is needed for that: in a part that is too small to protect itself, not yet
 */
function answerInsiders(state: RepairState, answer: boolean): void {
  const { highs, effort, problem, cells, hidden, reach } = state;
  const same: SamePerson = (a, b) => state.same(cells[a] ?? -1, cells[b] ?? -1);
  const part = subproblem(problem, cells);
  const at = new Map(cells.map((cell, i) => [cell, i]));
  // The part's numbers instead of the whole's.
  const own: Reach = {
    note: (deviations) => reach.note([...deviations].map(([i, d]) => [cells[i] ?? -1, d] as const)),
    protects: (i) => reach.protects(cells[i] ?? -1),
    locks: (i) => new Set([...reach.locks(cells[i] ?? -1)].flatMap((s) => at.get(s) ?? [])),
  };
  for (;;) {
    const pattern = cells.map((cell) => hidden[cell] === true);
    const suspects = [...cells.keys()].filter((i) => pattern[i] && part.small[i] && own.locks(i).size > 0);
    if (suspects.length === 0) return;
    const attacker = attackerProblem(highs, part, pattern, effort);
    let found: readonly CellExposure[];
    try {
      const attacked = { problem: part, hidden: pattern, attacker, reach: own, same };
      found = suspects.flatMap((i) => insiderExposure(attacked, i) ?? []);
    } finally {
      attacker.dispose();
    }
    if (!answer) return;
    const more = greedyCover(
      pattern,
      found.map((f) => f.constraint),
      part,
    );
    if (more.length === 0) return;
    for (const i of more) hidden[cells[i] ?? -1] = true;
    repair(state);
  }
}

/** What is still exposed in the whole, answered until nothing is. @returns the cells that no hiding can protect */
function settle({ highs, effort, problem, hidden, reach, same }: RepairState): readonly number[] {
  /** Whether somebody alone in another cell may be able to tell this one. */
  const toInsiders = (i: number) => problem.small[i] === true && reach.locks(i).size > 0;
  for (;;) {
    const pattern = [...hidden];
    const suspects = problem.ids.flatMap((_, i) =>
      pattern[i] && (!reach.protects(i) || toInsiders(i)) ? [i] : [],
    );
    if (suspects.length === 0) return [];
    const attacker = attackerProblem(highs, problem, pattern, effort);
    let found: readonly CellExposure[];
    try {
      const attacked = { problem, hidden: pattern, attacker, reach, same };
      found = suspects.flatMap((i) => {
        const outside = outsiderExposure(attacked, i);
        if (outside || !toInsiders(i)) return outside ?? [];
        return insiderExposure(attacked, i) ?? [];
      });
    } finally {
      attacker.dispose();
    }
    const more = greedyCover(
      hidden,
      found.map((f) => f.constraint),
      problem,
    );
    for (const cell of more) hidden[cell] = true;
    if (more.length === 0) return [...new Set(found.map((f) => f.cell))];
  }
}
