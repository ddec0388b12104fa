import type { Highs } from 'highs';
import { must } from '../../model/must.ts';
import type { Interval, LinearRelation } from '../cells.ts';
import type { KnownCell, PublishedKnowledge } from './knowledge.ts';
import type { OnePerson } from './one-person.ts';

/**
 * How much has been searched: simplex iterations times rows. The same on every machine, unlike the clock, so that
 * what is found within a limit is the same everywhere too.
 */
export type Work = { spent: number; readonly limit: number };

/** Rows that the counts that could be true must keep, as far as a reader can tell. */
export type PolytopeRow = { readonly table: string; readonly terms: LinearRelation['terms'] } & Interval;
export type Component = {
  readonly unknowns: readonly KnownCell[];
  readonly rows: readonly PolytopeRow[];
  /** Of cells anywhere in the whole, shown or not. */
  readonly same: OnePerson;
};

/** What is left to find out: rows over unknown cells, in components that have nothing to do with each other. */
export type OpenQuestions = {
  readonly components: readonly Component[];
  /** Tables whose published counts do not keep their own sums. */
  readonly contradictions: readonly string[];
};

/** Rounding of percentages and of the solver. */
const TOLERANCE = 1e-6;

/** Moves everything known to the right-hand sides. @throws Error when a relation names a cell that is nowhere */
export function openQuestions(
  { cells, relations }: PublishedKnowledge,
  same: OnePerson = () => false,
): OpenQuestions {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const unknowns = cells.filter((cell) => cell.lower < cell.upper);
  const contradictions: string[] = [];
  const rows = relations.flatMap(({ table, terms, lower, upper }): PolytopeRow[] => {
    let sum = 0;
    const open = terms.filter(({ cell, coefficient }) => {
      const known = byId.get(cell);
      if (!known) throw new Error(`${table}: nothing is known about ${cell}`);
      if (known.lower < known.upper) return true;
      sum += coefficient * known.lower;
      return false;
    });
    if (open.length > 0) return [{ table, terms: open, lower: lower - sum, upper: upper - sum }];
    if (sum < lower - TOLERANCE || sum > upper + TOLERANCE) contradictions.push(table);
    return [];
  });
  return {
    components: componentsOf(unknowns, rows).map((c) => ({ ...c, same })),
    contradictions,
  };
}

function componentsOf(
  unknowns: readonly KnownCell[],
  rows: readonly PolytopeRow[],
): readonly Omit<Component, 'same'>[] {
  const rowsOf = new Map<string, number[]>(unknowns.map((u) => [u.id, []]));
  rows.forEach(({ terms }, row) => {
    for (const { cell } of terms) rowsOf.get(cell)?.push(row);
  });
  const componentOf = new Map<string, number>();
  let count = 0;
  for (const { id } of unknowns) {
    if (componentOf.has(id)) continue;
    const reached = [id];
    componentOf.set(id, count);
    // Grows while it is read.
    for (const cell of reached)
      for (const row of rowsOf.get(cell) ?? [])
        for (const { cell: other } of rows[row]?.terms ?? [])
          if (!componentOf.has(other)) {
            componentOf.set(other, count);
            reached.push(other);
          }
    count += 1;
  }
  const unknownsOf = Map.groupBy(unknowns, (u) => componentOf.get(u.id) ?? -1);
  const rowsIn = Map.groupBy(
    rows,
    ({ terms }) => componentOf.get(must(terms[0], 'term of a relation').cell) ?? -1,
  );
  return Array.from({ length: count }, (_, i) => ({
    unknowns: unknownsOf.get(i) ?? [],
    rows: rowsIn.get(i) ?? [],
  }));
}

/** An end of an interval: where it is, a possible table that shows it, and the rows that keep it from going on. */
export type IntervalEnd = {
  readonly at: number;
  readonly values: Float64Array;
  readonly rows: readonly number[];
};

/** The possible tables of one component, kept in the solver; null when there is none: the tables contradict each other. */
export type Polytope = {
  readonly end: (unknown: number, way: 1 | -1) => IntervalEnd;
  /** From now on an unknown is known to be this, until it is asked to forget it (null). */
  readonly know: (unknown: number, value: number | null) => void;
  readonly dispose: () => void;
};

/** No count of people is larger than this (Sweden has 10,6 million inhabitants). */
const POPULATION = 11_000_000;
const NOISE = 1e-7;
const FRACTION = 1e-5;

const isBroken = (value: number) => Math.abs(value - Math.round(value)) > FRACTION;

/**
 * @param relaxed searches over all numbers, whole or not, and counts the work here: what is too narrow there is so in
 * whole counts too
 */
export function polytopeOf(
  highs: Highs,
  { unknowns, rows }: Omit<Component, 'same'>,
  relaxed?: Work,
): Polytope | null {
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
  const { modelStatus, objectiveSense, variableType } = highs.constants;
  const size = unknowns.length;
  const lower = unknowns.map((u) => u.lower);
  const upper = unknowns.map((u) => Math.min(u.upper, POPULATION));
  const data = () => ({
    numCols: size,
    numRows: rows.length,
    sense: objectiveSense.maximize,
    colCost: new Float64Array(size),
    colLower: Float64Array.from(lower),
    colUpper: Float64Array.from(upper),
    rowLower: rows.map((r) => r.lower),
    rowUpper: rows.map((r) => r.upper),
    matrix: { format: 'csr' as const, numRows: rows.length, numCols: size, starts, indices, values },
  });
  const model = highs.createModel(data());
  model.options.set({ output_flag: false, presolve: 'off' });
  model.run();
  if (model.getModelStatus() !== modelStatus.optimal) {
    model.dispose();
    return null;
  }
  // The next search starts where the last one ended, which is a possible table: the primal method goes on from it.
  model.options.set({ simplex_strategy: 4 });
  /** The same end over whole counts of people. */
  const wholeEnd = (unknown: number, way: 1 | -1): Float64Array => {
    const colCost = new Float64Array(size);
    colCost[unknown] = way;
    const integrality = Array.from({ length: size }, () => variableType.integer);
    return highs.withModel({ ...data(), colCost, integrality }, (fresh) => {
      fresh.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 });
      fresh.run();
      // Broken numbers would seem to protect what no whole table does.
      if (fresh.getModelStatus() !== modelStatus.optimal)
        throw new Error(`no whole counts were found that fit ${rows[0]?.table ?? 'what is published'}`);
      return fresh.getSolution().colValue;
    });
  };
  return {
    end: (unknown, way) => {
      model.changeColCost(unknown, way);
      model.run();
      if (model.getModelStatus() !== modelStatus.optimal) throw new Error('the solver stopped too early');
      const { colValue, rowDual } = model.getSolution();
      model.changeColCost(unknown, 0);
      const binding = [...rowDual.keys()].filter((row) => Math.abs(rowDual[row] ?? 0) > NOISE);
      if (relaxed)
        relaxed.spent += (1 + Math.max(0, Number(model.info.get('simplex_iteration_count')))) * rows.length;
      const found = !relaxed && colValue.some(isBroken) ? wholeEnd(unknown, way) : colValue;
      return { at: found[unknown] ?? 0, values: found, rows: binding };
    },
    know: (unknown, value) => {
      lower[unknown] = value ?? unknowns[unknown]?.lower ?? 0;
      upper[unknown] = value ?? Math.min(unknowns[unknown]?.upper ?? 0, POPULATION);
      model.changeColBounds(unknown, lower[unknown], upper[unknown]);
    },
    dispose: () => model.dispose(),
  };
}
