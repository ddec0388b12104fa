import type { CatalogueIndex } from '../../model/catalogue.ts';
import { type Correction, correctedName, correctedNames, correctionsOf } from '../corrections.ts';

/** What `/data/andringar/` says of corrections and of values that have changed. */

/** A correction and what it was about: `Hemlöshet 2016`. */
export type CorrectionLine = Correction & { readonly about: string };

/** Every correction, newest first. */
export function correctionLines(index: CatalogueIndex): readonly CorrectionLine[] {
  const names = [correctedNames(index)];
  return correctionsOf(index)
    .toSorted((a, b) => (a.datum < b.datum ? 1 : -1))
    .map((correction) => ({ ...correction, about: correctedName(names, correction) }));
}

/** More changed values than this of one indicator and year stand only in the CSV file. */
const SHOWN = 50;

/** The first changes of a group, how many there are besides, and whether they are of parts that must be named. */
export const shownChanges = <T extends { readonly del: string }>(
  changes: readonly T[],
): { readonly shown: readonly T[]; readonly more: number; readonly divided: boolean } => ({
  shown: changes.slice(0, SHOWN),
  more: Math.max(0, changes.length - SHOWN),
  divided: changes.some((c) => c.del !== ''),
});

/** The versions before the one that is published. */
export const earlierThan = <T extends { readonly version: string }>(
  { catalogue: { release } }: CatalogueIndex,
  versions: readonly T[],
): readonly T[] => versions.filter((v) => v.version !== release.version);
