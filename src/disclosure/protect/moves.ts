import type { Highs } from 'highs';
import type { Problem } from './problem.ts';
import { programmeOf, run } from './programme.ts';

/** How far from the truth each cell is in one possible table, and what moving a cell that stands still is worth. */
export type Move = { readonly deviations: Float64Array; readonly prices: Float64Array };

/**
 * The possible tables, as seen by someone who reads everything: a linear programme over deviations from the truth,
 * in which published cells stand still. It is kept in the solver, which starts each search where the last ended.
 */
export type Moves = {
  /** The possible table in which one cell has gone furthest up (1) or down (−1), but at most `cap`. */
  readonly furthest: (cell: number, way: 1 | -1, cap: number) => Move;
  /** To be called at the end: the solver's memory is not garbage collected. */
  readonly dispose: () => void;
};

export function movesOf(highs: Highs, problem: Problem, hidden: readonly boolean[]): Moves {
  const lower = problem.down.map((down, cell) => (hidden[cell] ? down : 0));
  const upper = problem.up.map((up, cell) => (hidden[cell] ? up : 0));
  const costs = new Float64Array(lower.length);
  const model = programmeOf(highs, { costs, lower, upper, rows: problem.rows });
  return {
    furthest: (cell, way, cap) => {
      const [low, high] = [lower[cell] ?? 0, upper[cell] ?? 0];
      model.changeColCost(cell, -way);
      model.changeColBounds(cell, Math.max(-cap, low), Math.min(cap, high));
      run(highs, model);
      const { colValue, colDual } = model.getSolution();
      model.changeColCost(cell, 0);
      model.changeColBounds(cell, low, high);
      return { deviations: colValue, prices: colDual.map((dual) => -dual) };
    },
    dispose: () => model.dispose(),
  };
}
