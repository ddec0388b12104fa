import { type Cut, cutOf } from './cuts.ts';
import type { Problem } from './problem.ts';

/**
 * A person who is alone in a cell knows its count. If only one other small count of the same sum is hidden, that
 * person can work it out; so a third must be hidden. A relation of two cells says that they are the same people.
 */
export function singletonCuts({ rows, counts }: Problem, small: readonly boolean[]): readonly Cut[] {
  return rows.flatMap(({ columns }) => {
    const inside = columns.filter((cell) => small[cell]);
    const alone = inside.find((cell) => counts[cell] === 1);
    if (columns.length < 3 || inside.length !== 2 || alone === undefined) return [];
    return [
      cutOf(
        alone,
        1,
        columns.filter((cell) => !small[cell]).map((cell) => [cell, 1]),
      ),
    ];
  });
}
