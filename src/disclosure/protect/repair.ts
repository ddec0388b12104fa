import type { Highs } from 'highs';
import { type Moves, movesOf } from './moves.ts';
import { whole } from './need.ts';
import { partOf } from './part.ts';
import type { Problem } from './problem.ts';
import { type Repairs, repairsOf } from './repairs.ts';
import type { Witnesses } from './witnesses.ts';

const TOLERANCE = 1e-6;

/**
 * Hides what is needed for the hidden cells of a part to be protected although all outside it stands still. What
 * moves in a part can move in the whole, so a cell that is protected here is protected.
 * @param hidden the pattern, which grows
 * @returns the cells for which no hiding within the part is enough; for them nothing is hidden
 */
export function repair(
  highs: Highs,
  problem: Problem,
  cells: readonly number[],
  hidden: boolean[],
  seen: Witnesses,
  width: number,
): readonly number[] {
  const queue = cells.filter((cell) => hidden[cell]);
  const search = searching(highs, problem, cells, hidden);
  const left: number[] = [];
  const protectedBy = (cell: number, deviations: ReadonlyMap<number, number>): boolean => {
    for (const [other, d] of deviations) seen.note(other, d);
    return seen.protects(cell, width);
  };
  try {
    // Grows while it is read.
    for (const cell of queue) {
      if (seen.protects(cell, width)) continue;
      if (protectedBy(cell, search.furthest(cell, 1, width))) continue;
      const down = search.furthest(cell, -1, width);
      if (protectedBy(cell, down)) continue;
      const missing = width - whole(-(down.get(cell) ?? 0));
      const deviations = search.bought(cell, missing);
      if (whole(deviations.get(cell) ?? 0) < missing) {
        left.push(cell);
        continue;
      }
      protectedBy(cell, deviations);
      const more = [...deviations.keys()].filter((other) => !hidden[other]);
      for (const other of more) hidden[other] = true;
      queue.push(...more);
      search.hide(more);
    }
  } finally {
    search.dispose();
  }
  return left;
}

/** The two programmes of a part, by the whole's numbers, each opened when first asked for. */
function searching(highs: Highs, problem: Problem, cells: readonly number[], hidden: readonly boolean[]) {
  let moves: {
    readonly programme: Moves;
    readonly list: readonly number[];
    readonly at: ReadonlyMap<number, number>;
  } | null = null;
  let repairs: Repairs | null = null;
  const at = new Map(cells.map((cell, i) => [cell, i]));
  const placesOf = (list: readonly number[]) => list.flatMap((cell) => at.get(cell) ?? []);
  const moving = (list: readonly number[], deviations: Float64Array): ReadonlyMap<number, number> =>
    new Map(
      list.flatMap((cell, i) => {
        const d = deviations[i] ?? 0;
        return Math.abs(d) > TOLERANCE ? [[cell, d] as const] : [];
      }),
    );
  const openMoves = () => {
    const list = cells.filter((cell) => hidden[cell]);
    const programme = movesOf(
      highs,
      partOf(problem, list),
      list.map(() => true),
    );
    return { programme, list, at: new Map(list.map((cell, i) => [cell, i])) };
  };
  const openRepairs = () => {
    const programme = repairsOf(highs, partOf(problem, cells));
    programme.hide(placesOf(cells.filter((cell) => hidden[cell])));
    return programme;
  };
  return {
    furthest: (cell: number, way: 1 | -1, cap: number): ReadonlyMap<number, number> => {
      moves ??= openMoves();
      return moving(moves.list, moves.programme.furthest(moves.at.get(cell) ?? -1, way, cap).deviations);
    },
    bought: (cell: number, cap: number): ReadonlyMap<number, number> => {
      repairs ??= openRepairs();
      return moving(cells, repairs.up(at.get(cell) ?? -1, cap));
    },
    /** What else is hidden now: the first programme is of hidden cells only and is made anew. */
    hide: (more: readonly number[]): void => {
      repairs?.hide(placesOf(more));
      moves?.programme.dispose();
      moves = null;
    },
    dispose: (): void => {
      moves?.programme.dispose();
      repairs?.dispose();
    },
  };
}
