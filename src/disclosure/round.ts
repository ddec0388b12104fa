import type { Highs } from 'highs';
import type { LinkedTables } from './cells.ts';
import { programmeOf } from './suppress/attacker.ts';
import { independentTables } from './suppress/problem.ts';

/** Bases that counts may be rounded to. */
export type Base = 3 | 5;

/** Nodes of one search. In tables of places by one division none are needed: the relaxation is whole. */
const NODES = 5000;

/**
 * Controlled rounding (Cox, JASA 82, 1987): every count, margins too, becomes one of the two multiples of the base
 * around it, so that all sums still add up and as little as possible is moved. Multiples of the base, zero among them,
 * stay as they are. Of a count shown as `r` a reader knows that it is less than one base from it, and no more.
 * @param weightOf a factor for each cell, so that which way it goes cannot be foreseen (`key.ts`)
 * @returns the rounded count of every cell with a row; the ids of a table that cannot be rounded so
 */
export function roundTables(
  highs: Highs,
  tables: LinkedTables,
  base: Base,
  weightOf: (cell: string) => number = () => 1,
): { readonly rounded: ReadonlyMap<string, number> } | { readonly impossible: readonly string[] } {
  const rounded = new Map<string, number>();
  for (const block of independentTables(tables)) {
    const counts = block.cells.filter((c) => c.kind !== 'rate');
    const place = new Map(counts.map((c, i) => [c.id, i]));
    const down = counts.map((c) => Math.floor(c.count / base));
    const isShown = counts.map((c) => (c.kind ?? 'count') === 'count');
    const sums = block.relations.filter(({ lower, upper }) => lower === 0 && upper === 0);
    const model = programmeOf(highs, {
      // Up costs what is left to the next multiple less what is left to the one below.
      costs: counts.map((c, i) => (isShown[i] ? (base - 2 * (c.count % base)) * weightOf(c.id) : 0)),
      lower: counts.map((_, i) => (isShown[i] ? 0 : -(down[i] ?? 0))),
      upper: counts.map((c, i) => (isShown[i] ? Number(c.count % base > 0) : Number.POSITIVE_INFINITY)),
      rows: sums.map(({ terms }) => {
        const columns = terms.map((t) => place.get(t.cell) ?? -1);
        const coefficients = terms.map((t) => t.coefficient);
        const off = columns.reduce((s, c, k) => s + (coefficients[k] ?? 0) * (down[c] ?? 0), 0);
        return { columns, coefficients, lower: -off, upper: -off };
      }),
      whole: true,
    });
    try {
      model.options.set({ mip_max_nodes: NODES });
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal)
        return { impossible: counts.flatMap((c, i) => (isShown[i] ? [c.id] : [])) };
      const { colValue } = model.getSolution();
      for (const [i, { id }] of counts.entries())
        if (isShown[i]) rounded.set(id, base * ((down[i] ?? 0) + Math.round(colValue[i] ?? 0)));
    } finally {
      model.dispose();
    }
  }
  return { rounded };
}
