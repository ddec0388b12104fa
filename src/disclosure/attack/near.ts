import type { Highs } from 'highs';
import { must } from '../../model/must.ts';
import type { Component, Work } from './polytope.ts';

/** Another whole table that is possible, by the cells that move from the base and how far. */
export type Move = ReadonlyMap<number, number>;

/** What is asked for: the table furthest in a direction, in which no cell moves more than `box`. */
export type Wish = {
  /** What a step up of a cell is worth. */
  readonly goals: ReadonlyMap<number, number>;
  readonly box: number;
  /** How far the goals themselves may move; as all others when left out. */
  readonly cap?: number;
  /** Cells that stand still. */
  readonly still?: ReadonlySet<number>;
  /** How far from the furthest is far enough, as a share of it. */
  readonly gap: number;
  /** How many nodes may be looked through. */
  readonly nodes: number;
};

/** A whole table, and whether it is proved to be the furthest. */
export type Found = { readonly move: Move; readonly proved: boolean };

/** The whole tables of a component that differ from one that is possible in some cells only. */
export type Near = {
  /** The cells that are closest to one, by the shortest sums that they share; it is the first. */
  readonly around: (cell: number, size: number) => readonly number[];
  /** Null when none was found within the nodes. */
  readonly furthest: (cells: readonly number[], wish: Wish) => Found | null;
};

/** Rounding of percentages and of the solver. */
const TOLERANCE = 1e-6;
const FRACTION = 1e-5;

/** How far each row of a component can go down and up from a table; a table that is possible has 0 in between. */
function roomOf({ rows }: Component, countOf: (cell: string) => number) {
  const exact = (slack: number) => (Math.abs(slack) < TOLERANCE ? 0 : slack);
  return rows.map(({ terms, lower, upper }) => {
    const sum = terms.reduce((s, t) => s + t.coefficient * countOf(t.cell), 0);
    return { lower: exact(lower - sum), upper: exact(upper - sum) };
  });
}

/** Whether a table keeps everything that is known of a component. */
export function fits(component: Component, base: readonly number[]): boolean {
  const value = new Map(component.unknowns.map((u, i) => [u.id, base[i] ?? Number.NaN]));
  return (
    component.unknowns.every((u, i) => u.lower <= (base[i] ?? -1) && (base[i] ?? -1) <= u.upper) &&
    roomOf(component, (cell) => value.get(cell) ?? Number.NaN).every((r) => r.lower <= 0 && r.upper >= 0)
  );
}

/**
 * @param base a whole table, the counts by the component's cells. All zeros when none is known yet: then a first one is
 * searched for as a move of any length.
 * @param work counts what is searched
 */
export function nearOf(highs: Highs, component: Component, base: readonly number[], work: Work): Near {
  const { unknowns, rows } = component;
  const place = new Map(unknowns.map((u, i) => [u.id, i]));
  const cellsOf = rows.map(({ terms }) => terms.map((t) => must(place.get(t.cell), t.cell)));
  const room = roomOf(component, (cell) => base[place.get(cell) ?? -1] ?? 0);
  const rowsOf: number[][] = unknowns.map(() => []);
  cellsOf.forEach((cells, row) => {
    for (const cell of cells) rowsOf[cell]?.push(row);
  });
  const down = unknowns.map((u, i) => u.lower - (base[i] ?? 0));
  const up = unknowns.map((u, i) => u.upper - (base[i] ?? 0));
  /** What the solver says is not taken on trust: every sum is added up again. */
  const isPossible = (move: Move, touched: readonly number[]) =>
    [...move].every(([i, d]) => d >= (down[i] ?? 0) && d <= (up[i] ?? 0)) &&
    touched.every((row) => {
      const cells = cellsOf[row] ?? [];
      const sum = (rows[row]?.terms ?? []).reduce(
        (s, t, k) => s + t.coefficient * (move.get(cells[k] ?? -1) ?? 0),
        0,
      );
      const { lower, upper } = must(room[row], `row ${row}`);
      return sum >= lower - TOLERANCE && sum <= upper + TOLERANCE;
    });
  const { modelStatus, objectiveSense, variableType } = highs.constants;
  return {
    around: (seed, size) => closest(seed, size, rowsOf, cellsOf),
    furthest: (cells, { goals, box, cap = box, still, gap, nodes }) => {
      const moving = cells.filter((i) => !still?.has(i));
      const column = new Map(moving.map((cell, k) => [cell, k]));
      const touched = [...new Set(moving.flatMap((i) => rowsOf[i] ?? []))];
      const starts = [0];
      const indices: number[] = [];
      const values: number[] = [];
      for (const row of touched) {
        const inside = must(cellsOf[row], `row ${row}`);
        rows[row]?.terms.forEach(({ coefficient }, k) => {
          const at = column.get(inside[k] ?? -1);
          if (at === undefined) return;
          indices.push(at);
          values.push(coefficient);
        });
        starts.push(indices.length);
      }
      const size = moving.length;
      const most = (i: number) => (goals.has(i) ? cap : box);
      const data = {
        numCols: size,
        numRows: touched.length,
        sense: objectiveSense.maximize,
        colCost: Float64Array.from(moving, (i) => goals.get(i) ?? 0),
        colLower: Float64Array.from(moving, (i) => Math.max(-most(i), down[i] ?? 0)),
        colUpper: Float64Array.from(moving, (i) => Math.min(most(i), up[i] ?? 0)),
        rowLower: touched.map((row) => room[row]?.lower ?? 0),
        rowUpper: touched.map((row) => room[row]?.upper ?? 0),
        matrix: { format: 'csr' as const, numRows: touched.length, numCols: size, starts, indices, values },
        integrality: Array.from({ length: size }, () => variableType.integer),
      };
      return highs.withModel(data, (model) => {
        model.options.set({
          output_flag: false,
          mip_rel_gap: gap,
          mip_abs_gap: 0.5,
          mip_max_nodes: nodes,
        });
        model.run();
        const iterations = Math.max(0, Number(model.info.get('simplex_iteration_count')));
        work.spent += (1 + iterations) * touched.length;
        const move = wholeMove(model.getSolution().colValue, moving);
        if (move === null || !isPossible(move, touched)) return null;
        return { move, proved: model.getModelStatus() === modelStatus.optimal };
      });
    },
  };
}

/** Null when a number is broken. */
function wholeMove(values: Float64Array, cells: readonly number[]): Move | null {
  const move = new Map<number, number>();
  for (const [k, cell] of cells.entries()) {
    const value = values[k] ?? Number.NaN;
    const whole = Math.round(value);
    if (!(Math.abs(value - whole) <= FRACTION)) return null;
    if (whole !== 0) move.set(cell, whole);
  }
  return move;
}

function closest(
  seed: number,
  size: number,
  rowsOf: readonly (readonly number[])[],
  cellsOf: readonly (readonly number[])[],
): readonly number[] {
  const reached = new Set([seed]);
  const seen = new Set<number>();
  /** Rows that have been come to, by length, and how many of them have been gone into. */
  const waiting: { readonly rows: number[]; gone: number }[] = [];
  const arrive = (cell: number) => {
    for (const row of rowsOf[cell] ?? []) {
      if (seen.has(row)) continue;
      seen.add(row);
      const length = cellsOf[row]?.length ?? 0;
      waiting[length] ??= { rows: [], gone: 0 };
      waiting[length].rows.push(row);
    }
  };
  arrive(seed);
  while (reached.size < size) {
    const list = waiting.find((l) => l !== undefined && l.gone < l.rows.length);
    const next = list?.rows[list.gone];
    if (list === undefined || next === undefined) break;
    list.gone += 1;
    for (const cell of cellsOf[next] ?? [])
      if (reached.size < size && !reached.has(cell)) {
        reached.add(cell);
        arrive(cell);
      }
  }
  return [...reached];
}
