import type { Interval, LinearRelation } from '../cells.ts';

/**
 * What a reader knows of one cell before thinking: its count, or bounds. A hidden cell is
 * `{ lower: 0, upper: Infinity }`.
 */
export type KnownCell = {
  readonly id: string;
  /** How many counts must remain possible, where that differs from the whole's; 0 when nothing is asked. */
  readonly possible?: number;
} & Interval;

/** Everything a reader has: cells as published anywhere, and how they are known to hang together. */
export type PublishedKnowledge = {
  readonly cells: readonly KnownCell[];
  readonly relations: readonly LinearRelation[];
};

/**
 * What a reader knows of tables that were rounded to multiples of `base`: every count, totals too, is less than one
 * base from what is shown, and the true counts add up. Of differences that no row shows nothing is known beforehand.
 */
export function roundedKnowledge(
  shown: ReadonlyMap<string, number>,
  relations: readonly LinearRelation[],
  base: number,
): PublishedKnowledge {
  const cells = new Set(relations.flatMap((r) => r.terms.map((t) => t.cell)));
  const open = [...cells].filter((id) => !shown.has(id));
  return {
    cells: [
      ...[...shown].map(([id, value]) => ({
        id,
        lower: Math.max(0, value - base + 1),
        upper: value + base - 1,
      })),
      ...open.map((id) => ({ id, lower: 0, upper: Number.POSITIVE_INFINITY, possible: 0 })),
    ],
    relations,
  };
}
