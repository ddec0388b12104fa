import type { Highs } from 'highs';
import { type Cut, cover } from './cuts.ts';
import type { Problem } from './problem.ts';
import { repair } from './repair.ts';
import { rowCuts } from './rows.ts';
import { witnesses } from './witnesses.ts';

/** A pattern of hidden cells, and the cells that no hiding can protect. */
export type Pattern = { readonly hidden: readonly boolean[]; readonly unprotectable: readonly number[] };

/**
 * Complementary suppression for tables of any size. First relation by relation: every exposure that a single sum
 * shows is answered, all together as cheaply as a greedy cover finds. Then, cell by cell, what several sums reveal
 * together: within its group, then with the largest other group to exchange with, and last in the whole.
 * Deterministic; not optimal.
 * @param groups cells that are close to each other, a partition
 */
export function heuristicPattern(
  highs: Highs,
  problem: Problem,
  small: readonly boolean[],
  given: readonly Cut[],
  groups: readonly (readonly number[])[],
  width: number,
): Pattern {
  const hidden = [...small];
  const hide = (cuts: readonly Cut[]): boolean => {
    const more = cover(hidden, cuts, problem.costs);
    for (const cell of more) hidden[cell] = true;
    return more.length > 0;
  };
  hide(given);
  while (hide(rowCuts(problem, hidden, width)));
  const seen = witnesses(problem.ids.length);
  const all = problem.ids.map((_, cell) => cell);
  let left: readonly number[] = [];
  for (const cells of [...groups, ...withLargest(problem, groups), all])
    left = repair(highs, problem, cells, hidden, seen, width);
  return { hidden, unprotectable: left };
}

/** Each group together with the group that has most people, of those with as many cells as the usual. */
function withLargest(
  { counts }: Problem,
  groups: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const people = (group: readonly number[]) => group.reduce((sum, cell) => sum + (counts[cell] ?? 0), 0);
  const [largest = [], second = []] = groups.toSorted((a, b) => people(b) - people(a));
  return groups.length < 2 ? [] : groups.map((g) => (g === largest ? [...g, ...second] : [...g, ...largest]));
}
