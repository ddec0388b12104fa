import { must } from '../../model/must.ts';
import type { CountCell, LinkedTables } from '../cells.ts';
import { type DisclosureRule, isSmall } from '../rule.ts';

/**
 * A relation seen from the truth: how far counts may move together. With `d` the deviations from the true counts,
 * `lower` ≤ Σ coefficient · d ≤ `upper`; both are 0 for a sum.
 */
export type ProblemRow = {
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
  readonly lower: number;
  readonly upper: number;
};

/**
 * The cell suppression problem as arrays, cells by number, for the solver. `down` ≤ 0 ≤ `up` say how far a cell's
 * count may move from the truth for all that is known without our tables (not below 0, `known`).
 */
export type SuppressionProblem = {
  readonly ids: readonly string[];
  readonly counts: readonly number[];
  readonly costs: readonly number[];
  readonly down: readonly number[];
  readonly up: readonly number[];
  readonly rows: readonly ProblemRow[];
  /** Cells that nobody is shown, whatever else is: primary suppressions and cells that no row shows. */
  readonly primary: readonly boolean[];
  /**
   * The sliding protection level: how long the feasibility interval of a cell must be when it is suppressed.
   * 0 where nothing is asked for.
   */
  readonly levels: readonly number[];
  /** Small counts: those that somebody who is alone in another cell must not find out either. */
  readonly small: readonly boolean[];
  /**
   * Cells whose counts are searched as whole numbers only. Not the room of a percentage, which is no count, and in
   * large tables none: that would take too long.
   */
  readonly whole: readonly boolean[];
};

/** Slack for percentages, whose bounds are not whole numbers. */
const TOLERANCE = 1e-6;

/** The information in a count: one, and the bits of its size. */
export const informationOf = (count: number): number => 1 + Math.log2(1 + count);

/** A total costs this many times more for every level of sums below it, and at most three levels' worth. */
const MARGIN = 4;
const LEVELS = 3;
/** Larger tables are searched over all numbers. */
const SEARCHED_IN_WHOLE_COUNTS = 3000;
/** A percentage is withheld before a count of any size is. */
const RATE = 0.5;

/**
 * What hiding each cell costs: its information, times 4 for every level of sums below it. So totals and margins are
 * kept first, then large counts; a percentage goes before any count.
 */
export function suppressionCosts({ cells, relations }: LinkedTables): readonly number[] {
  const parts = new Map<string, string[][]>();
  for (const { terms, lower, upper } of relations) {
    const total = terms.find((t) => t.coefficient < 0)?.cell;
    if (lower !== upper || total === undefined) continue;
    const list = parts.get(total) ?? [];
    list.push(terms.filter((t) => t.coefficient > 0).map((t) => t.cell));
    parts.set(total, list);
  }
  const levels = new Map<string, number>();
  const levelOf = (cell: string, depth: number): number => {
    const done = levels.get(cell);
    if (done !== undefined) return done;
    if (depth === LEVELS) return 0;
    const below = (parts.get(cell) ?? []).flatMap((sum) => sum.map((part) => levelOf(part, depth + 1)));
    const level = below.length === 0 ? 0 : Math.min(LEVELS, 1 + Math.max(...below));
    if (depth === 0) levels.set(cell, level);
    return level;
  };
  return cells.map(({ id, count, kind, weight = 1 }) =>
    kind === 'rate' ? RATE * weight : informationOf(count) * MARGIN ** levelOf(id, 0) * weight,
  );
}

/**
 * Numbers the cells and rows of linked tables.
 * @throws Error when an id is used twice or is unknown, a count is not a whole number ≥ 0 or contradicts what is
 * known, or a relation does not hold for the true counts: whoever made the tables has made a mistake
 */
export function suppressionProblem(tables: LinkedTables, rule: DisclosureRule): SuppressionProblem {
  const { cells, relations } = tables;
  const numbers = new Map(cells.map((cell, i) => [cell.id, i]));
  if (numbers.size !== cells.length) throw new Error('two cells have the same id');
  for (const { id, count, known } of cells) {
    if (!Number.isInteger(count) || count < 0) throw new Error(`cell ${id}: ${count} is not a count`);
    if (known && (count < known.lower || count > known.upper))
      throw new Error(`cell ${id}: ${count} is outside what is known, ${known.lower}–${known.upper}`);
  }
  const counts = cells.map((c) => c.count);
  const rows = relations.map(({ table, terms, lower, upper }): ProblemRow => {
    const columns = terms.map(({ cell }) => {
      const column = numbers.get(cell);
      if (column === undefined) throw new Error(`${table}: unknown cell ${cell}`);
      return column;
    });
    const coefficients = terms.map((t) => t.coefficient);
    const truth = columns.reduce((sum, column, k) => sum + (counts[column] ?? 0) * (coefficients[k] ?? 0), 0);
    if (lower - truth > TOLERANCE || truth - upper > TOLERANCE)
      throw new Error(`${table}: the relation does not hold for the true counts`);
    return { columns, coefficients, lower: Math.min(0, lower - truth), upper: Math.max(0, upper - truth) };
  });
  const small = cells.map((cell) => isSmall(rule, cell));
  const level = ({ kind = 'count', rule: own = rule }: CountCell, i: number) =>
    kind === 'count' || (kind === 'derived' && small[i]) ? own.possible - 1 : 0;
  return {
    ids: cells.map((c) => c.id),
    counts,
    costs: suppressionCosts(tables),
    down: cells.map((c) =>
      c.kind === 'rate' && !c.known ? Number.NEGATIVE_INFINITY : Math.max(0, c.known?.lower ?? 0) - c.count,
    ),
    up: cells.map((c) => (c.known?.upper ?? Number.POSITIVE_INFINITY) - c.count),
    rows,
    primary: cells.map((c, i) => small[i] === true || c.kind === 'derived'),
    levels: cells.map(level),
    small: cells.map((c, i) => small[i] === true && c.count > 0),
    whole: cells.map((c) => c.kind !== 'rate' && cells.length <= SEARCHED_IN_WHOLE_COUNTS),
  };
}

/** A part of the tables seen alone: the given cells may move, every other stands still. */
export function subproblem(problem: SuppressionProblem, cells: readonly number[]): SuppressionProblem {
  const place = new Map(cells.map((cell, i) => [cell, i]));
  const pick = <T>(list: readonly T[]): T[] => cells.flatMap((cell) => list.slice(cell, cell + 1));
  return {
    ids: pick(problem.ids),
    counts: pick(problem.counts),
    costs: pick(problem.costs),
    down: pick(problem.down),
    up: pick(problem.up),
    primary: pick(problem.primary),
    levels: pick(problem.levels),
    small: pick(problem.small),
    whole: pick(problem.whole),
    rows: problem.rows.flatMap((row) => {
      const inside = row.columns.flatMap((column, k) => (place.has(column) ? [k] : []));
      if (inside.length === 0) return [];
      return [
        {
          columns: inside.map((k) => place.get(row.columns[k] ?? -1) ?? -1),
          coefficients: inside.map((k) => row.coefficients[k] ?? 0),
          lower: row.lower,
          upper: row.upper,
        },
      ];
    }),
  };
}

/** Splits tables into those that have nothing to do with each other, in the order of their first cells. */
export function independentTables({ cells, relations }: LinkedTables): readonly LinkedTables[] {
  const parent = new Map(cells.map((c) => [c.id, c.id]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    for (let at = id; at !== root; ) {
      const next = parent.get(at) ?? root;
      parent.set(at, root);
      at = next;
    }
    return root;
  };
  for (const { terms } of relations)
    for (const { cell } of terms) parent.set(rootOf(cell), rootOf(must(terms[0], 'term').cell));
  const relationsOf = Map.groupBy(relations, ({ terms }) =>
    rootOf(must(terms[0], 'term of a relation').cell),
  );
  return [...Map.groupBy(cells, (c) => rootOf(c.id))].map(([root, inside]) => ({
    cells: inside,
    relations: relationsOf.get(root) ?? [],
  }));
}

/** Whole persons in a distance: what the solver found, rounded down. */
export const wholePersons = (distance: number): number => Math.floor(distance + TOLERANCE);

/** Whether a cell that can move this far up and down from the truth takes `level + 1` different whole counts. */
export const reaches = (up: number, down: number, level: number): boolean =>
  wholePersons(up) + wholePersons(down) >= level;
