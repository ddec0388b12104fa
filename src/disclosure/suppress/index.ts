import type { Highs } from 'highs';
import { must } from '../../model/must.ts';
import type { CountCell, LinkedTables } from '../cells.ts';
import { type DisclosureRule, isSmall } from '../rule.ts';
import { attackerProblem, programmeOf } from './attacker.ts';
import {
  type CapacityConstraint,
  firstConstraints,
  rowConstraints,
  singletonConstraints,
} from './constraints.ts';
import { insiderExposure, outsiderExposure, reachOf } from './exposures.ts';
import { heuristicPattern, type SuppressionPattern, type SuppressionSearch } from './heuristic.ts';
import { independentTables, informationOf, suppressionProblem } from './problem.ts';
import { samePerson } from './same-person.ts';

/** What to hide in linked tables, and how it was chosen. */
export type Protection = {
  /** Ids of all cells to hide, small or not. What is published never tells which are which. */
  readonly hidden: ReadonlySet<string>;
  /** How many of them are small themselves. */
  readonly small: number;
  /** Hidden cells that can be found out whatever else is hidden: what is known already tells them. */
  readonly unprotectable: readonly string[];
  /** The information in all cells and in the hidden ones. Depends on the truth: for the publisher only. */
  readonly information: { readonly all: number; readonly hidden: number };
  /** Whether fewer or lesser cells could not have been hidden. For the publisher only. */
  readonly optimal: boolean;
};

/** The work after which the search for an optimum is given up, and the heuristic's pattern kept. */
const EFFORT = 3e7;
/** Larger programmes are not begun: one search of them takes more than all that. */
const LARGEST = 4000;

/**
 * Chooses what to hide so that no hidden cell can be found out, by an outsider or by somebody who is alone in a cell,
 * and the least is lost (`suppressionCosts`). Tables that are not linked are protected each for itself: optimally
 * where that takes little work, else by a heuristic. Deterministic.
 * @throws Error when the tables contradict themselves (see `suppressionProblem`)
 */
export function protect(highs: Highs, tables: LinkedTables, rule: DisclosureRule): Protection {
  const hidden = new Set<string>();
  const unprotectable: string[] = [];
  let optimal = true;
  for (const block of independentTables(tables)) {
    if (!block.cells.some((cell) => isSmall(rule, cell))) continue;
    const problem = suppressionProblem(block, rule);
    const given = singletonConstraints(problem);
    const search = (): SuppressionSearch => ({ highs, problem, effort: { spent: 0 } });
    const exact = problem.ids.length <= LARGEST ? exactPattern(search(), given, EFFORT) : null;
    const pattern: SuppressionPattern = exact
      ? { hidden: exact, unprotectable: [] }
      : heuristically(search(), given, groupsOf(block.cells));
    optimal &&= exact !== null;
    problem.ids.forEach((id, i) => {
      if (pattern.hidden[i]) hidden.add(id);
    });
    unprotectable.push(...pattern.unprotectable.map((i) => must(problem.ids[i], `cell ${i}`)));
  }
  const counted = tables.cells.filter((c) => (c.kind ?? 'count') === 'count');
  const information = (cells: readonly CountCell[]) =>
    cells.reduce((sum, c) => sum + informationOf(c.count), 0);
  return {
    hidden,
    small: counted.filter((cell) => isSmall(rule, cell)).length,
    unprotectable,
    information: {
      all: information(counted),
      hidden: information(counted.filter((c) => hidden.has(c.id))),
    },
    optimal,
  };
}

/**
 * The heuristic's pattern. It may have hidden a cell that is disclosed whatever else is hidden, and need not have been: then
 * it begins again with that cell shown.
 */
function heuristically(
  { highs, problem, effort }: SuppressionSearch,
  given: readonly CapacityConstraint[],
  groups: readonly (readonly number[])[],
): SuppressionPattern {
  const pattern = heuristicPattern({ highs, problem, effort }, given, groups);
  const needless = new Set(pattern.unprotectable.filter((cell) => !problem.primary[cell]));
  if (needless.size === 0) return pattern;
  const still = (bounds: readonly number[]) => bounds.map((bound, cell) => (needless.has(cell) ? 0 : bound));
  const shown = { ...problem, up: still(problem.up), down: still(problem.down) };
  return heuristically({ highs, problem: shown, effort }, given, groups);
}

/** The cells' numbers, group by group. */
function groupsOf(cells: readonly CountCell[]): readonly (readonly number[])[] {
  return [...Map.groupBy(cells.keys(), (i) => cells[i]?.group).values()];
}

/** Nodes of one search: a table that needs more is for the heuristic. */
const NODES = 2000;

/**
 * The cheapest suppression pattern in which every hidden cell is protected (Fischetti & Salazar, Management Science
 * 47, 2001): choose by integer programming, solve the attacker problem for the choice, learn a capacity constraint
 * from every exposure (a Benders cut), choose again.
 * @returns null when it is given up, or when no pattern protects
 */
export function exactPattern(
  search: SuppressionSearch,
  given: readonly CapacityConstraint[],
  limit: number,
): readonly boolean[] | null {
  const { problem, effort } = search;
  const constraints: CapacityConstraint[] = [...given, ...firstConstraints(problem)];
  while (effort.spent < limit) {
    const hidden = cheapest(search, constraints);
    if (hidden === null) return null;
    const inRows = rowConstraints(problem, hidden);
    const found = inRows.length > 0 ? inRows : exposed(search, hidden);
    if (found.length === 0) return hidden;
    // A cell that is disclosed whatever else is hidden must be shown; for one that must not be shown there is no pattern.
    if (found.some((c) => c.gains.length === 0 && problem.primary[c.cell])) return null;
    constraints.push(...found);
  }
  return null;
}

/** The master problem: the cheapest pattern that keeps all constraints. A cell that everybody knows cannot be hidden. */
function cheapest(
  { highs, problem: { costs, up, down, primary }, effort }: SuppressionSearch,
  constraints: readonly CapacityConstraint[],
): readonly boolean[] | null {
  const model = programmeOf(highs, {
    costs,
    lower: primary.map(Number),
    upper: costs.map((_, cell) => (up[cell] === 0 && down[cell] === 0 ? Number(primary[cell]) : 1)),
    rows: constraints.map(({ cell, need, gains }) => ({
      columns: [...gains.map(([other]) => other), cell],
      coefficients: [...gains.map(([, gain]) => gain), -need],
      lower: 0,
      upper: Number.POSITIVE_INFINITY,
    })),
    whole: true,
  });
  try {
    model.options.set({ mip_max_nodes: NODES });
    model.run();
    const iterations = Number(model.info.get('simplex_iteration_count'));
    effort.spent += (1 + Math.max(0, iterations)) * constraints.length;
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
    return Array.from(model.getSolution().colValue, (x) => x > 0.5);
  } finally {
    model.dispose();
  }
}

/** The constraint that each exposed cell proves: to outsiders first, then to those who are alone in a cell. */
function exposed(
  { highs, problem, effort }: SuppressionSearch,
  hidden: readonly boolean[],
): readonly CapacityConstraint[] {
  const reach = reachOf(problem);
  const attacker = attackerProblem(highs, problem, hidden, effort);
  try {
    const cells = problem.ids.flatMap((_, cell) => (hidden[cell] ? [cell] : []));
    const attacked = { problem, hidden, attacker, reach, same: samePerson(problem) };
    const outside = cells.flatMap((cell) => outsiderExposure(attacked, cell) ?? []);
    if (outside.length > 0) return outside.map((e) => e.constraint);
    return cells
      .filter((cell) => problem.small[cell])
      .flatMap((cell) => insiderExposure(attacked, cell) ?? [])
      .map((e) => e.constraint);
  } finally {
    attacker.dispose();
  }
}
