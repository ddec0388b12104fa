import type { Highs, Model } from 'highs';
import type { Row } from './problem.ts';

/** A linear programme that minimises. Rows are sparse lists; every column has bounds. */
export type Programme = {
  readonly costs: ArrayLike<number>;
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  readonly rows: readonly Row[];
  /** Whole numbers only. */
  readonly whole?: boolean;
};

const PRIMAL_SIMPLEX = 4;

/**
 * Gives a programme to the solver. Deterministic: one thread, no time limits. One over all numbers is searched with
 * the primal simplex method from wherever the last search ended, since our programmes are feasible from the start.
 */
export function programmeOf(highs: Highs, { costs, lower, upper, rows, whole = false }: Programme): Model {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { columns, coefficients } of rows) {
    for (const column of columns) indices.push(column);
    for (const coefficient of coefficients) values.push(coefficient);
    starts.push(indices.length);
  }
  const size = costs.length;
  const model = highs.createModel({
    numCols: size,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.minimize,
    colCost: Float64Array.from(costs),
    colLower: Float64Array.from(lower),
    colUpper: Float64Array.from(upper),
    rowLower: rows.map((r) => r.lower),
    rowUpper: rows.map((r) => r.upper),
    matrix: { format: 'csr', numRows: rows.length, numCols: size, starts, indices, values },
    ...(whole ? { integrality: Array.from(costs, () => highs.constants.variableType.integer) } : {}),
  });
  model.options.set(
    whole
      ? { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-6 }
      : { output_flag: false, presolve: 'off', simplex_strategy: PRIMAL_SIMPLEX },
  );
  return model;
}

/** Solves. @throws Error when the solver does not reach the optimum */
export function run(highs: Highs, model: Model): void {
  model.run();
  const status = model.getModelStatus();
  if (status !== highs.constants.modelStatus.optimal)
    throw new Error(`the solver stopped with status ${status}`);
}
