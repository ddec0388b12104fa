import type { LinkedTables } from './cells.ts';

/** Bases that counts may be rounded to. */
export type Base = 3 | 5;

/**
 * Rounds every count to a multiple of the base just below or just above it, so that all sums still add up: the
 * running total of the smallest parts is rounded, and each part gets the step that it took (cumulative rounding,
 * Fellegi 1975). Multiples of the base, zero among them, stay as they are. Totals are the sums of rounded parts, so
 * they reveal nothing that the parts do not: of a part shown as `r` a reader knows that it is within `base − 1` of it.
 * A total of parts that stand together (kommuner of a län) is less than one base wrong.
 * @returns the rounded count of every cell
 * @throws Error when a total has parts in two tables that are not crossed: they would add up differently
 */
export function roundTables({ cells, relations }: LinkedTables, base: Base): ReadonlyMap<string, number> {
  const sums = relations.filter(({ lower, upper }) => lower === 0 && upper === 0);
  const partsOf = Map.groupBy(
    sums.map(({ terms }) => ({
      total: terms.find((t) => t.coefficient < 0)?.cell ?? '',
      parts: terms.filter((t) => t.coefficient > 0).map((t) => t.cell),
    })),
    (sum) => sum.total,
  );
  const rounded = new Map<string, number>();
  let running = 0;
  for (const { id, count } of cells) {
    if (partsOf.has(id)) continue;
    const before = Math.round(running / base);
    running += count;
    rounded.set(id, (Math.round(running / base) - before) * base);
  }
  const countShown = (id: string): number => {
    const known = rounded.get(id);
    if (known !== undefined) return known;
    const [sum = 0, ...others] = (partsOf.get(id) ?? []).map(({ parts }) =>
      parts.reduce((total, part) => total + countShown(part), 0),
    );
    if (others.some((other) => other !== sum)) throw new Error(`${id} has parts that are not crossed`);
    rounded.set(id, sum);
    return sum;
  };
  return new Map(cells.map(({ id }) => [id, countShown(id)]));
}
