import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Omrade } from '../../model/edition.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Observation } from '../../model/observation.ts';
import { perIndex } from '../../model/per-index.ts';
import { valuesOf } from './absent.ts';

/** Slug and folder of what holds every area. */
export const ALL = 'allt';

/** What a set of files covers: one area, or everything. */
export type DataScope = {
  /** Folder below `data/`, and the files' group. */
  readonly slug: string;
  readonly titel: string;
  readonly omrade: Omrade | null;
  readonly indikatorer: readonly Indicator[];
};

/** Every area in the order that they are shown, then everything. */
export const scopesOf = perIndex((index): readonly DataScope[] => [
  ...index.catalogue.omraden.map((omrade) => ({
    slug: omrade.slug,
    titel: omrade.titel,
    omrade,
    indikatorer: index.indikatorerOf(omrade.slug),
  })),
  {
    slug: ALL,
    titel: `${index.catalogue.release.titel}: alla områden`,
    omrade: null,
    indikatorer: index.catalogue.indikatorer,
  },
]);

/** All values of some indicators, in catalogue order; riket's reason for an indicator without values. */
export function observationsIn(
  index: CatalogueIndex,
  indikatorer: readonly Indicator[],
  ar?: number,
): readonly Observation[] {
  return indikatorer.flatMap((i) => {
    const values = valuesOf(index, i);
    return ar === undefined ? values : values.filter((o) => o.ar === ar);
  });
}

export const anyExample = (observations: readonly Observation[]): boolean =>
  observations.some((o) => o.exempel);

/** The end of a file's description, when it holds example data. */
export const exampleSuffix = (example: boolean): string => (example ? ' Innehåller exempeldata.' : '');
