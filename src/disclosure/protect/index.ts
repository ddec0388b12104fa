import type { Highs } from 'highs';
import { isSmall, type Rule } from '../rule.ts';
import type { Cell, LinkedTables } from '../table.ts';
import { blocksOf } from './blocks.ts';
import { exactPattern } from './exact.ts';
import { heuristicPattern } from './heuristic.ts';
import { informationOf, problemOf } from './problem.ts';
import { singletonCuts } from './singletons.ts';

/** What to hide in linked tables, and how it was chosen. */
export type Protection = {
  /** Ids of all cells to hide, small or not. What is published never tells which are which. */
  readonly hidden: ReadonlySet<string>;
  /** How many of them are small themselves. */
  readonly small: number;
  /** Hidden cells that can be found out whatever else is hidden: what is known already tells them. */
  readonly unprotectable: readonly string[];
  /** The information in all cells and in the hidden ones, as the optimisation measures it. */
  readonly information: { readonly all: number; readonly hidden: number };
  /** Whether fewer or lesser cells could not have been hidden. */
  readonly optimal: boolean;
};

/** Blocks with more cells than this go straight to the heuristic. */
const EXACT_CELLS = 250;

/**
 * Chooses what to hide so that no hidden cell can be found out and the least information is lost. Tables that are
 * not linked are protected each for itself: optimally when they are small, else by a heuristic. Deterministic.
 * @throws Error when the tables contradict themselves (see `problemOf`)
 */
export function protect(highs: Highs, tables: LinkedTables, rule: Rule): Protection {
  const hidden = new Set<string>();
  const unprotectable: string[] = [];
  let optimal = true;
  for (const block of blocksOf(tables)) {
    if (!block.cells.some((cell) => isSmall(rule, cell))) continue;
    const problem = problemOf(block);
    const small = block.cells.map((cell) => isSmall(rule, cell));
    const given = singletonCuts(problem, small);
    const width = rule.possible - 1;
    const exact =
      problem.ids.length <= EXACT_CELLS ? exactPattern(highs, problem, small, given, width) : null;
    const pattern = exact
      ? { hidden: exact, unprotectable: [] }
      : heuristicPattern(highs, problem, small, given, groupsOf(block.cells), width);
    optimal &&= exact !== null;
    problem.ids.forEach((id, i) => {
      if (pattern.hidden[i]) hidden.add(id);
    });
    unprotectable.push(...pattern.unprotectable.map((i) => problem.ids[i] ?? ''));
  }
  const information = (cells: readonly Cell[]) => cells.reduce((sum, c) => sum + informationOf(c.count), 0);
  return {
    hidden,
    small: tables.cells.filter((cell) => isSmall(rule, cell)).length,
    unprotectable,
    information: {
      all: information(tables.cells),
      hidden: information(tables.cells.filter((c) => hidden.has(c.id))),
    },
    optimal,
  };
}

/** The cells' numbers, group by group. */
function groupsOf(cells: readonly Cell[]): readonly (readonly number[])[] {
  return [...Map.groupBy(cells.keys(), (i) => cells[i]?.group ?? '').values()];
}
