import type { Absence } from '../model/absence.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Observation } from '../model/observation.ts';
import { perIndexBy } from '../model/per-index.ts';

/** The years in which kommuner have values, newest first; null (the year is not known) last. */
export const kommunYears = perIndexBy(
  (index, indikator: string): readonly (number | null)[] =>
    index
      .yearsOf(indikator)
      .filter((ar) => index.observationsOf(indikator, ar).some((o) => o.niva === 'kommun'))
      .toReversed()
      .toSorted((a, b) => Number(a === null) - Number(b === null)),
  'kommunernas-ar',
);

/**
 * The newest year in which kommuner have values (the series of riket may go on longer). Null: there are values,
 * but their year is not known. Undefined: there are none.
 */
export function newestKommunYear(index: CatalogueIndex, indikator: string): number | null | undefined {
  return kommunYears(index, indikator)[0];
}

/** The kommuner's own values of an indicator and year, both sexes, in code order. */
export function kommunValues(
  index: CatalogueIndex,
  indicator: Pick<Indicator, 'id'>,
  ar: number | null,
): readonly Observation[] {
  return index.observationsOf(indicator.id, ar).filter((o) => o.niva === 'kommun' && o.kon === 'T');
}

/** How many have no value, by reason. */
export type MissingCounts = ReadonlyMap<Absence, number>;

/** How many of some observations have no value, by reason. */
export function missingIn(observations: readonly Pick<Observation, 'saknas'>[]): MissingCounts {
  const counts = new Map<Absence, number>();
  for (const { saknas } of observations)
    if (saknas !== null) counts.set(saknas, (counts.get(saknas) ?? 0) + 1);
  return counts;
}
