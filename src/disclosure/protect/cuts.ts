/**
 * What a proof of exposure teaches: while `cell` is hidden, the hidden cells must together bring `need` of room,
 * each the room that `gains` says (the capacity constraint of Fischetti & Salazar 2001). It holds for every pattern.
 */
export type Cut = {
  readonly cell: number;
  readonly need: number;
  readonly gains: readonly (readonly [cell: number, gain: number])[];
};

const TOLERANCE = 1e-6;

/** A cut with no gain larger than what is needed: says the same of whole cells, and more in a relaxation. */
export function cutOf(cell: number, need: number, gains: Iterable<readonly [number, number]>): Cut {
  const useful = [...gains].filter(([, gain]) => gain > TOLERANCE);
  return { cell, need, gains: useful.map(([other, gain]) => [other, Math.min(gain, need)] as const) };
}

/** The room that is lacking in a pattern; 0 when the cut is obeyed. */
export function lacking(hidden: readonly boolean[], { cell, need, gains }: Cut): number {
  if (!hidden[cell]) return 0;
  const room = gains.reduce((sum, [other, gain]) => (hidden[other] ? sum + gain : sum), 0);
  return room >= need - TOLERANCE ? 0 : need - room;
}

/**
 * Cells to hide so that every cut is obeyed: again and again the cell that brings most room for its cost (greedy
 * weighted cover, Chvátal 1979). Ties go to the first. A cut that no hiding can meet is left alone.
 */
export function cover(
  hidden: readonly boolean[],
  cuts: readonly Cut[],
  costs: readonly number[],
): readonly number[] {
  const left = cuts.map((cut) => lacking(hidden, cut));
  const about = new Map<number, (readonly [cut: number, gain: number])[]>();
  cuts.forEach(({ gains }, k) => {
    if (left[k] === 0) return;
    for (const [cell, gain] of gains) {
      if (hidden[cell]) continue;
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
      for (const [cell] of cuts[k]?.gains ?? []) if (worths.has(cell)) changed.add(cell);
    }
    for (const cell of changed) worths.set(cell, worth(cell));
  }
}
