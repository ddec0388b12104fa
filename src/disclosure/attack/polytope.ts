import type { Highs } from 'highs';
import type { Interval, Relation } from '../table.ts';

/** Counts that could be true, as far as a reader can tell: unknown cells, and rows that they must keep. */
export type Unknown = { readonly id: string } & Interval;
export type Row = { readonly table: string; readonly terms: Relation['terms'] } & Interval;
export type Component = { readonly unknowns: readonly Unknown[]; readonly rows: readonly Row[] };

/** An end of an interval: where it is, a possible table that shows it, and the rows that keep it from going on. */
export type End = { readonly at: number; readonly values: Float64Array; readonly rows: readonly number[] };

/** The possible tables of one component, kept in the solver; null when there is none: the tables contradict each other. */
export type Polytope = {
  readonly end: (unknown: number, way: 1 | -1) => End;
  /** The possible table furthest in a direction. */
  readonly corner: (direction: readonly number[]) => Float64Array;
  readonly dispose: () => void;
};

/** No count of people is larger than this (Sweden has 10,6 million inhabitants). */
const POPULATION = 11_000_000;
const NOISE = 1e-7;

export function polytopeOf(highs: Highs, { unknowns, rows }: Component): Polytope | null {
  const place = new Map(unknowns.map((u, i) => [u.id, i]));
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { terms } of rows) {
    for (const { cell, coefficient } of terms) {
      indices.push(place.get(cell) ?? -1);
      values.push(coefficient);
    }
    starts.push(indices.length);
  }
  const { modelStatus, objectiveSense } = highs.constants;
  const size = unknowns.length;
  const data = {
    numCols: size,
    numRows: rows.length,
    sense: objectiveSense.maximize,
    colCost: new Float64Array(size),
    colLower: unknowns.map((u) => u.lower),
    colUpper: unknowns.map((u) => Math.min(u.upper, POPULATION)),
    rowLower: rows.map((r) => r.lower),
    rowUpper: rows.map((r) => r.upper),
    matrix: { format: 'csr' as const, numRows: rows.length, numCols: size, starts, indices, values },
  };
  const model = highs.createModel(data);
  model.options.set({ output_flag: false, presolve: 'off' });
  model.run();
  if (model.getModelStatus() !== modelStatus.optimal) {
    model.dispose();
    return null;
  }
  // The next search starts where the last one ended, which is a possible table: the primal method goes on from it.
  model.options.set({ simplex_strategy: 4 });
  return {
    end: (unknown, way) => {
      model.changeColCost(unknown, way);
      model.run();
      if (model.getModelStatus() !== modelStatus.optimal) throw new Error('the solver stopped too early');
      const { colValue, rowDual } = model.getSolution();
      model.changeColCost(unknown, 0);
      const binding = [...rowDual.keys()].filter((row) => Math.abs(rowDual[row] ?? 0) > NOISE);
      return { at: colValue[unknown] ?? 0, values: colValue, rows: binding };
    },
    corner: (direction) =>
      highs.withModel({ ...data, colCost: Float64Array.from(direction) }, (fresh) => {
        fresh.options.set({ output_flag: false });
        fresh.run();
        return fresh.getSolution().colValue;
      }),
    dispose: () => model.dispose(),
  };
}
