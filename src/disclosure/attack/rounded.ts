import type { Relation } from '../table.ts';
import type { Sights } from './sight.ts';

/**
 * What a reader knows of tables that were rounded to multiples of `base`: each smallest part is less than one base
 * from what is shown. Totals that are the sums of what is shown add nothing; one that is not was rounded from the
 * truth, and says as much as a part does.
 */
export function roundedSights(
  shown: ReadonlyMap<string, number>,
  relations: readonly Relation[],
  base: number,
): Sights {
  const sum = ({ terms }: Relation) =>
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
