import { type ProblemRow, reaches, type SuppressionProblem } from './problem.ts';

/**
 * What a proof of exposure teaches: while `cell` is hidden, the hidden cells must together bring `need` of room,
 * each the room that `gains` says (the capacity constraint of Fischetti & Salazar 2001). It holds for every
 * suppression pattern.
 */
export type CapacityConstraint = {
  readonly cell: number;
  readonly need: number;
  readonly gains: readonly (readonly [cell: number, gain: number])[];
};

const TOLERANCE = 1e-6;

/** A constraint with no gain larger than what is needed: says the same of whole cells, and more in a relaxation. */
export function capacityConstraint(
  cell: number,
  need: number,
  gains: Iterable<readonly [number, number]>,
): CapacityConstraint {
  const useful = [...gains].filter(([, gain]) => gain > TOLERANCE);
  return { cell, need, gains: useful.map(([other, gain]) => [other, Math.min(gain, need)] as const) };
}

/** That a cell is exposed in a pattern: of the cells shown there one more at least must be hidden. */
export const oneMore = (hidden: readonly boolean[], cell: number, except?: number): CapacityConstraint =>
  capacityConstraint(
    cell,
    1,
    hidden.flatMap((h, other) => (h || other === except ? [] : [[other, 1] as const])),
  );

/** The room that is lacking in a pattern; 0 when the constraint is kept. */
function lacking(hidden: readonly boolean[], { cell, need, gains }: CapacityConstraint): number {
  if (!hidden[cell]) return 0;
  const room = gains.reduce((sum, [other, gain]) => (hidden[other] ? sum + gain : sum), 0);
  return room >= need - TOLERANCE ? 0 : need - room;
}

/**
 * Cells to hide so that every constraint is kept: again and again the cell that brings most room for its cost (greedy
 * weighted cover, Chvátal 1979). Ties go to the first. A constraint that no hiding can meet is left alone, and a cell
 * that everybody knows is never chosen.
 */
export function greedyCover(
  hidden: readonly boolean[],
  constraints: readonly CapacityConstraint[],
  { costs, up, down }: Pick<SuppressionProblem, 'costs' | 'up' | 'down'>,
): readonly number[] {
  const left = constraints.map((c) => lacking(hidden, c));
  const about = new Map<number, (readonly [constraint: number, gain: number])[]>();
  constraints.forEach(({ gains }, k) => {
    if (left[k] === 0) return;
    for (const [cell, gain] of gains) {
      if (hidden[cell] || (up[cell] === 0 && down[cell] === 0)) continue;
      const list = about.get(cell);
      if (list) list.push([k, gain]);
      else about.set(cell, [[k, gain]]);
    }
  });
  const worth = (cell: number): number =>
    (about.get(cell) ?? []).reduce((sum, [k, gain]) => sum + Math.min(gain, left[k] ?? 0), 0) /
    (costs[cell] ?? 1);
  const worths = new Map([...about.keys()].sort((a, b) => a - b).map((cell) => [cell, worth(cell)]));
  const chosen: number[] = [];
  for (;;) {
    let best = -1;
    let most = TOLERANCE;
    for (const [cell, w] of worths) if (w > most) [best, most] = [cell, w];
    if (best < 0) return chosen;
    chosen.push(best);
    worths.delete(best);
    const changed = new Set<number>();
    for (const [k, gain] of about.get(best) ?? []) {
      if (left[k] === 0) continue;
      left[k] = Math.max(0, (left[k] ?? 0) - gain);
      for (const [cell] of constraints[k]?.gains ?? []) if (worths.has(cell)) changed.add(cell);
    }
    for (const cell of changed) worths.set(cell, worth(cell));
  }
}

/** How far a cell can push a row's sum up, and down; both ≥ 0. */
type Push = { readonly cell: number; readonly size: number; readonly adds: number; readonly takes: number };

const pushesOf = ({ up, down }: SuppressionProblem, row: ProblemRow): readonly Push[] =>
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
export function rowConstraints(
  problem: SuppressionProblem,
  hidden: readonly boolean[],
): readonly CapacityConstraint[] {
  return problem.rows.flatMap((row) => {
    const pushes = pushesOf(problem, row).filter(({ cell }) => hidden[cell]);
    return pushes.flatMap((own) => rowConstraint(problem, row, pushes, own) ?? []);
  });
}

/** What every cell of every relation would need if it were hidden alone: constraints to start from. */
export function firstConstraints(problem: SuppressionProblem): readonly CapacityConstraint[] {
  return problem.rows.flatMap((row) =>
    pushesOf(problem, row).flatMap((own) => rowConstraint(problem, row, [own], own) ?? []),
  );
}

/** `own` moves up as far as it may itself and as the others' can take; and down likewise. */
function rowConstraint(
  problem: SuppressionProblem,
  row: ProblemRow,
  hidden: readonly Push[],
  own: Push,
): CapacityConstraint | null {
  const level = problem.levels[own.cell] ?? 0;
  const others = hidden.filter((p) => p.cell !== own.cell);
  const slackUp = row.upper;
  const slackDown = -row.lower;
  const taken = others.reduce((sum, p) => sum + p.takes, slackUp);
  const added = others.reduce((sum, p) => sum + p.adds, slackDown);
  if (reaches(Math.min(own.adds, taken) / own.size, Math.min(own.takes, added) / own.size, level))
    return null;
  const upByOthers = taken <= own.adds;
  const downByOthers = added <= own.takes;
  const constant = (upByOthers ? slackUp : own.adds) + (downByOthers ? slackDown : own.takes);
  return capacityConstraint(
    own.cell,
    level - constant / own.size,
    pushesOf(problem, row)
      .filter(({ cell }) => cell !== own.cell)
      .map((p) => [p.cell, ((upByOthers ? p.takes : 0) + (downByOthers ? p.adds : 0)) / own.size]),
  );
}

/**
 * Singletons: a person who is alone in a cell knows its count. If only one other small count of the same sum is
 * hidden, that person can work it out; so a third must be hidden. A relation of two cells says that they are the same
 * people. What a chain of sums tells is found by `exposures`.
 */
export function singletonConstraints(problem: SuppressionProblem): readonly CapacityConstraint[] {
  const { rows, counts, primary, small } = problem;
  return rows.flatMap(({ columns, lower, upper }) => {
    if (lower !== upper || columns.length < 3) return [];
    const inside = columns.filter((cell) => primary[cell]);
    const alone = inside.find((cell) => small[cell] && counts[cell] === 1);
    if (inside.length !== 2 || alone === undefined || !inside.every((cell) => small[cell])) return [];
    const others = columns.filter((cell) => !primary[cell]);
    return [
      capacityConstraint(
        alone,
        1,
        others.map((cell) => [cell, 1]),
      ),
    ];
  });
}
