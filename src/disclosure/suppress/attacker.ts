import type { Highs, Model } from 'highs';
import type { ProblemRow, SuppressionProblem } from './problem.ts';

/** A linear programme that minimises. Rows are sparse lists; every column has bounds. */
export type LinearProgramme = {
  readonly costs: ArrayLike<number>;
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  readonly rows: readonly ProblemRow[];
  /** Whole numbers only. */
  readonly whole?: boolean;
};

/**
 * Simplex iterations times the size of the programme: how much has been searched. Unlike the clock it is the same on
 * every machine, so that what is chosen within a limit is too.
 */
export type Effort = { spent: number };

const PRIMAL_SIMPLEX = 4;

/**
 * Gives a programme to the solver. Deterministic: one thread, no time limits. One over all numbers is searched with
 * the primal simplex method from wherever the last search ended, since our programmes are feasible from the start.
 */
export function programmeOf(highs: Highs, programme: LinearProgramme): Model {
  const { costs, lower, upper, rows, whole = false } = programme;
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

/** Solves, and notes the work. @throws Error when the solver does not reach the optimum */
function solve(highs: Highs, model: Model, rows: number, effort: Effort): void {
  model.run();
  effort.spent += (1 + Number(model.info.get('simplex_iteration_count'))) * rows;
  const status = model.getModelStatus();
  if (status !== highs.constants.modelStatus.optimal)
    throw new Error(`the solver stopped with status ${status}`);
}

/** A table other than the true one that keeps every relation, as deviations from the truth. */
export type AttackerSolution = {
  readonly deviations: Float64Array;
  /** What a step of each cell that stands still would be worth: the reduced costs. */
  readonly prices: Float64Array;
  /** How far the cell can go if counts need not be whole. */
  readonly bound: number;
};

/**
 * The attacker problem (Fischetti & Salazar 2001): the possible tables, as seen by someone who reads everything. A
 * linear programme over deviations from the truth, in which published cells stand still. It is kept in the solver,
 * which starts each search where the last one ended.
 */
export type AttackerProblem = {
  /**
   * The possible table of whole counts in which one cell has gone furthest up (1) or down (−1), but at most `cap`.
   * @param still cells whose counts the attacker knows beside what is published
   */
  readonly furthest: (cell: number, way: 1 | -1, cap: number, still?: readonly number[]) => AttackerSolution;
  /** To be called at the end: the solver's memory is not garbage collected. */
  readonly dispose: () => void;
};

const FRACTION = 1e-5;

export function attackerProblem(
  highs: Highs,
  problem: SuppressionProblem,
  hidden: readonly boolean[],
  effort: Effort,
): AttackerProblem {
  const lower = problem.down.map((down, cell) => (hidden[cell] ? down : 0));
  const upper = problem.up.map((up, cell) => (hidden[cell] ? up : 0));
  const size = lower.length;
  const model = programmeOf(highs, { costs: new Float64Array(size), lower, upper, rows: problem.rows });
  const broken = (values: Float64Array) =>
    values.some((v, i) => problem.whole[i] === true && Math.abs(v - Math.round(v)) > FRACTION);
  /** The same search over whole numbers, in a programme of its own. */
  const wholly = (cell: number, way: 1 | -1, cap: number, still: readonly number[]): Float64Array => {
    const bounds = { lower: [...lower], upper: [...upper] };
    bounds.lower[cell] = Math.max(-cap, lower[cell] ?? 0);
    bounds.upper[cell] = Math.min(cap, upper[cell] ?? 0);
    for (const known of still) bounds.lower[known] = bounds.upper[known] = 0;
    const costs = new Float64Array(size);
    costs[cell] = -way;
    const { variableType } = highs.constants;
    const fresh = programmeOf(highs, { costs, ...bounds, rows: problem.rows });
    try {
      fresh.changeColsIntegrality(
        { kind: 'range', from: 0, to: size - 1 },
        problem.whole.map((whole) => (whole ? variableType.integer : variableType.continuous)),
      );
      fresh.options.set({ presolve: 'on', mip_rel_gap: 0, mip_abs_gap: 0.5 });
      fresh.run();
      effort.spent += (1 + Number(fresh.info.get('mip_node_count'))) * 50 * problem.rows.length;
      if (fresh.getModelStatus() !== highs.constants.modelStatus.optimal) return new Float64Array(size);
      return fresh.getSolution().colValue;
    } finally {
      fresh.dispose();
    }
  };
  return {
    furthest: (cell, way, cap, still = []) => {
      const [low, high] = [lower[cell] ?? 0, upper[cell] ?? 0];
      model.changeColCost(cell, -way);
      model.changeColBounds(cell, Math.max(-cap, low), Math.min(cap, high));
      for (const known of still) model.changeColBounds(known, 0, 0);
      solve(highs, model, problem.rows.length, effort);
      const { colValue, colDual } = model.getSolution();
      model.changeColCost(cell, 0);
      model.changeColBounds(cell, low, high);
      for (const known of still) model.changeColBounds(known, lower[known] ?? 0, upper[known] ?? 0);
      const deviations = broken(colValue) ? wholly(cell, way, cap, still) : colValue;
      return { deviations, prices: colDual.map((dual) => -dual), bound: Math.abs(colValue[cell] ?? 0) };
    },
    dispose: () => model.dispose(),
  };
}

/** The attacker problem with a price on moving what is published: what it takes to let a cell move. */
export type IncrementalAttacker = {
  /** Makes moving these cells free from now on. */
  readonly suppress: (cells: Iterable<number>) => void;
  /** Deviations that take a cell up as far as anything lets it, but at most `cap`, at the least cost. */
  readonly up: (cell: number, cap: number) => Float64Array;
  readonly dispose: () => void;
};

/** What a step of the cell is worth: more than any price. */
const WORTH = 1e4;

/**
 * Starts with everything published. A deviation is two columns, up and down, so that both can cost: the linear
 * relaxation with which Kelly, Golden & Assad (Networks 22, 1992) choose secondary suppressions.
 */
export function incrementalAttacker(
  highs: Highs,
  { costs, down, up, rows }: SuppressionProblem,
  effort: Effort,
): IncrementalAttacker {
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
    suppress: (cells) => {
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
      solve(highs, model, rows.length, effort);
      const { colValue } = model.getSolution();
      model.changeColCost(cell, 0);
      model.changeColBounds(cell, 0, up[cell] ?? 0);
      model.changeColBounds(size + cell, 0, -(down[cell] ?? 0));
      return Float64Array.from(costs, (_, k) => (colValue[k] ?? 0) - (colValue[size + k] ?? 0));
    },
    dispose: () => model.dispose(),
  };
}
