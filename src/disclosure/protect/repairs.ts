import type { Highs } from 'highs';
import type { Problem } from './problem.ts';
import { programmeOf, run } from './programme.ts';

/** The possible tables with a price on moving what is published: what it takes to let a cell move. */
export type Repairs = {
  /** Makes moving these cells free from now on. */
  readonly hide: (cells: Iterable<number>) => void;
  /** Deviations that take a cell up as far as anything lets it, but at most `cap`, at the least cost. */
  readonly up: (cell: number, cap: number) => Float64Array;
  /** To be called at the end: the solver's memory is not garbage collected. */
  readonly dispose: () => void;
};

/** What a step of the cell is worth: more than any price. */
const WORTH = 1e4;

/** Starts with everything published. A deviation is two columns, up and down, so that both can cost. */
export function repairsOf(highs: Highs, { costs, down, up, rows }: Problem): Repairs {
  const size = costs.length;
  const model = programmeOf(highs, {
    costs: [...costs, ...costs],
    lower: new Float64Array(2 * size),
    upper: [...up, ...down.map((d) => -d)],
    rows: rows.map((row) => ({
      ...row,
      columns: [...row.columns, ...row.columns.map((column) => size + column)],
      coefficients: [...row.coefficients, ...row.coefficients.map((c) => -c)],
    })),
  });
  return {
    hide: (cells) => {
      for (const cell of cells) {
        model.changeColCost(cell, 0);
        model.changeColCost(size + cell, 0);
      }
    },
    up: (cell, cap) => {
      model.changeColCost(cell, -WORTH);
      model.changeColBounds(cell, 0, Math.min(cap, up[cell] ?? 0));
      // Not up and down at once.
      model.changeColBounds(size + cell, 0, 0);
      run(highs, model);
      const { colValue } = model.getSolution();
      model.changeColCost(cell, 0);
      model.changeColBounds(cell, 0, up[cell] ?? 0);
      model.changeColBounds(size + cell, 0, -(down[cell] ?? 0));
      return Float64Array.from(costs, (_, k) => (colValue[k] ?? 0) - (colValue[size + k] ?? 0));
    },
    dispose: () => model.dispose(),
  };
}
