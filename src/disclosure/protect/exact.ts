import type { Highs } from 'highs';
import { type Cut, cutOf } from './cuts.ts';
import { movesOf } from './moves.ts';
import type { Problem } from './problem.ts';
import { programmeOf } from './programme.ts';
import { firstCuts, rowCuts } from './rows.ts';
import { type Witnesses, witnesses } from './witnesses.ts';

/** Where the search for an optimum is given up: a table that needs more is for the heuristic. Not in seconds, so that it is the same everywhere. */
const ROUNDS = 80;
const NODES = 2000;

/**
 * The cheapest pattern of hidden cells in which every hidden cell is protected (Fischetti & Salazar 2001): choose by
 * mixed-integer programming, try to expose the choice, learn a cut from every exposure, choose again.
 * @returns null when it is given up, or when no pattern protects
 */
export function exactPattern(
  highs: Highs,
  problem: Problem,
  small: readonly boolean[],
  given: readonly Cut[],
  width: number,
): readonly boolean[] | null {
  const cuts: Cut[] = [...given, ...firstCuts(problem, width)];
  for (let round = 0; round < ROUNDS; round++) {
    const hidden = cheapest(highs, problem, small, cuts);
    if (hidden === null) return null;
    const inRows = rowCuts(problem, hidden, width);
    const found = inRows.length > 0 ? inRows : exposures(highs, problem, hidden, width);
    if (found.length === 0) return hidden;
    cuts.push(...found);
  }
  return null;
}

/** The cheapest pattern that obeys all cuts. A cell that everybody knows cannot be hidden. */
function cheapest(
  highs: Highs,
  { costs, up, down }: Problem,
  small: readonly boolean[],
  cuts: readonly Cut[],
): readonly boolean[] | null {
  const model = programmeOf(highs, {
    costs,
    lower: small.map(Number),
    upper: costs.map((_, cell) => (up[cell] === 0 && down[cell] === 0 ? 0 : 1)),
    rows: cuts.map(({ cell, need, gains }) => ({
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
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
    return Array.from(model.getSolution().colValue, (x) => x > 0.5);
  } finally {
    model.dispose();
  }
}

/** Prices below this are the solver's noise. */
const PRICE = 1e-7;

/** The cut that each exposed cell's two programmes prove. */
function exposures(
  highs: Highs,
  problem: Problem,
  hidden: readonly boolean[],
  width: number,
): readonly Cut[] {
  const seen = witnesses(problem.ids.length);
  const moves = movesOf(highs, problem, hidden);
  try {
    return problem.ids.flatMap((_, cell) => {
      if (!hidden[cell] || seen.protects(cell, width)) return [];
      return exposure(problem, hidden, seen, cell, width, moves.furthest) ?? [];
    });
  } finally {
    moves.dispose();
  }
}

function exposure(
  { up, down }: Problem,
  hidden: readonly boolean[],
  seen: Witnesses,
  cell: number,
  width: number,
  furthest: ReturnType<typeof movesOf>['furthest'],
): Cut | null {
  const gains = new Map<number, number>();
  let reached = 0;
  for (const way of [1, -1] as const) {
    const { deviations, prices } = furthest(cell, way, width);
    for (const [other, d] of deviations.entries()) seen.note(other, d);
    if (seen.protects(cell, width)) return null;
    reached += Math.abs(deviations[cell] ?? 0);
    prices.forEach((price, other) => {
      if (other === cell || Math.abs(price) < PRICE) return;
      const gain = price * ((price > 0 ? up[other] : down[other]) ?? 0);
      if (gain > 0) gains.set(other, (gains.get(other) ?? 0) + gain);
    });
  }
  // What the cell reaches beyond the room that the hidden cells bring is due to slack and to its own bounds.
  const room = [...gains].reduce((sum, [other, gain]) => (hidden[other] ? sum + gain : sum), 0);
  return cutOf(cell, width - (reached - room), gains);
}
