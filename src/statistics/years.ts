import type { CatalogueIndex } from '../model/catalogue.ts';

/** The years in which kommuner have values, ascending; null (the year is not known) last. */
export function kommunYears(index: CatalogueIndex, indikator: string): readonly (number | null)[] {
  return index
    .yearsOf(indikator)
    .filter((ar) => index.observationsOf(indikator, ar).some((o) => o.niva === 'kommun'));
}

/**
 * The newest year in which kommuner have values (the series of riket may go on longer). Null: there are values,
 * but their year is not known. Undefined: there are none.
 */
export function newestKommunYear(index: CatalogueIndex, indikator: string): number | null | undefined {
  const years = kommunYears(index, indikator);
  return years.findLast((ar) => ar !== null) ?? years.at(-1);
}
