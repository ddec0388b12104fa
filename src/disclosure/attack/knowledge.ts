import type { Interval, LinearRelation } from '../cells.ts';

/**
 * What a reader knows of one cell before thinking: its count, or bounds. A hidden cell is
 * `{ lower: 0, upper: Infinity }`.
 */
export type KnownCell = {
  readonly id: string;
  /** False for a difference that is large enough to be told: nothing is asked of it. */
  readonly asked?: boolean;
} & Interval;

/** Everything a reader has: cells as published anywhere, and how they are known to hang together. */
export type PublishedKnowledge = {
  readonly cells: readonly KnownCell[];
  readonly relations: readonly LinearRelation[];
};

/**
 * What a reader knows of tables that were rounded to multiples of `base`: each smallest part is less than one base
 * from what is shown. Totals that are the sums of what is shown add nothing; one that is not was rounded from the
 * truth, and says as much as a part does.
 */
export function roundedKnowledge(
  shown: ReadonlyMap<string, number>,
  relations: readonly LinearRelation[],
  base: number,
): PublishedKnowledge {
  const sum = ({ terms }: LinearRelation) =>
    terms.reduce((s, t) => s + t.coefficient * (shown.get(t.cell) ?? 0), 0);
  const additive = new Set<string>();
  const broken = new Set<string>();
  for (const relation of relations) {
    const total = relation.terms.find((t) => t.coefficient < 0)?.cell;
    if (total !== undefined) (sum(relation) === 0 ? additive : broken).add(total);
  }
  return {
    cells: [...shown].map(([id, value]) =>
      additive.has(id) && !broken.has(id)
        ? { id, lower: 0, upper: Number.POSITIVE_INFINITY }
        : { id, lower: Math.max(0, value - base + 1), upper: value + base - 1 },
    ),
    relations,
  };
}
