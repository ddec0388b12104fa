import type { Highs } from 'highs';
import type { LinkedTables } from './cells.ts';
import { sameCounts } from './links.ts';
import { type Base, roundTables } from './round.ts';
import { baseOf, type SourceTables } from './source.ts';
import { contradicting, type ProtectionFailure, type WeightOf } from './system.ts';

/** Tables whose counts are rounded, with the true ones. */
export type RoundedTables = { readonly tables: LinkedTables; readonly base: Base };

/** What counts are rounded to, by the ids of their cells. */
export type Rounded = ReadonlyMap<string, { readonly n: number; readonly base: Base }>;

/** Rounds the tables whose method is rounding, each for itself. */
export function roundedSources(highs: Highs, sources: readonly SourceTables[], weightOf?: WeightOf) {
  const rounded = new Map<string, { readonly n: number; readonly base: Base }>();
  const tables: RoundedTables[] = [];
  const failures: ProtectionFailure[] = [...contradicting(sources)];
  for (const source of sources) {
    const base = source.skydd && baseOf(source.skydd);
    if (base === null) continue;
    tables.push({ tables: source, base });
    const result = roundTables(highs, source, base, weightOf);
    if ('impossible' in result)
      failures.push({
        om: source.om,
        slag: 'avrundas-inte',
        celler: result.impossible,
        text: `Talen går inte att avrunda till multiplar av ${base} så att alla summor stämmer.`,
      });
    else for (const [id, n] of result.rounded) rounded.set(id, { n, base });
  }
  return { rounded, tables, failures };
}

/** Fewer counts that agree may be chance, which is no reason to stop a release. */
const NO_CHANCE = 3;

/**
 * Rounded tables whose counts another source shows as they are: rounding hides nothing then.
 * @param hidden ids of the cells that the other sources do not show
 */
export function shownElsewhere(
  sources: readonly SourceTables[],
  rounding: readonly SourceTables[],
  hidden: ReadonlySet<string>,
): readonly ProtectionFailure[] {
  const ownerOf = new Map(rounding.flatMap((s) => s.cells.map((c) => [c.id, s] as const)));
  const seen = sameCounts(sources).flatMap(({ terms }) => {
    const ids = terms.map((t) => t.cell);
    const exact = ids.some((id) => !ownerOf.has(id) && !hidden.has(id));
    return exact ? ids.filter((id) => ownerOf.has(id)) : [];
  });
  return [...Map.groupBy(new Set(seen), (id) => ownerOf.get(id))].flatMap(
    ([source, celler]): readonly ProtectionFailure[] =>
      source && celler.length >= NO_CHANCE
        ? [
            {
              om: source.om,
              slag: 'avslojas',
              celler,
              text: 'En annan källa visar samma antal utan att runda av dem.',
            },
          ]
        : [],
  );
}
