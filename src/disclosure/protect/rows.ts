import { type Cut, cutOf } from './cuts.ts';
import { isProtected } from './need.ts';
import type { Problem, Row } from './problem.ts';

/** How far a cell can push a row's sum up, and down; both ≥ 0. */
type Push = { readonly cell: number; readonly size: number; readonly adds: number; readonly takes: number };

const pushesOf = ({ up, down }: Problem, row: Row): readonly Push[] =>
  row.columns.map((cell, k) => {
    const coefficient = row.coefficients[k] ?? 1;
    const size = Math.abs(coefficient);
    const more = size * (up[cell] ?? 0);
    const less = size * -(down[cell] ?? 0);
    return coefficient > 0
      ? { cell, size, adds: more, takes: less }
      : { cell, size, adds: less, takes: more };
  });

/**
 * The exposures that one relation alone shows: a hidden cell that is by itself in a sum, or whose hidden neighbours
 * there are too small. No solver needed; this finds nearly all that a table with many small counts lets slip.
 */
export function rowCuts(problem: Problem, hidden: readonly boolean[], width: number): readonly Cut[] {
  return problem.rows.flatMap((row) => {
    const pushes = pushesOf(problem, row).filter(({ cell }) => hidden[cell]);
    return pushes.flatMap((own) => cutOfRow(problem, row, pushes, own, width) ?? []);
  });
}

/** What every cell of every relation would need if it were hidden alone: cuts to start from. */
export function firstCuts(problem: Problem, width: number): readonly Cut[] {
  return problem.rows.flatMap((row) =>
    pushesOf(problem, row).flatMap((own) => cutOfRow(problem, row, [own], own, width) ?? []),
  );
}

/** `own` moves up as far as it may itself and as the others' can take; and down likewise. */
function cutOfRow(problem: Problem, row: Row, hidden: readonly Push[], own: Push, width: number): Cut | null {
  const others = hidden.filter((p) => p !== own);
  const slackUp = row.upper;
  const slackDown = -row.lower;
  const taken = others.reduce((sum, p) => sum + p.takes, slackUp);
  const added = others.reduce((sum, p) => sum + p.adds, slackDown);
  if (isProtected(Math.min(own.adds, taken) / own.size, Math.min(own.takes, added) / own.size, width))
    return null;
  const upByOthers = taken <= own.adds;
  const downByOthers = added <= own.takes;
  const constant = (upByOthers ? slackUp : own.adds) + (downByOthers ? slackDown : own.takes);
  return cutOf(
    own.cell,
    width - constant / own.size,
    pushesOf(problem, row)
      .filter(({ cell }) => cell !== own.cell)
      .map((p) => [p.cell, ((upByOthers ? p.takes : 0) + (downByOthers ? p.adds : 0)) / own.size]),
  );
}
