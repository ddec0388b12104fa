import type { Effects } from '../effects.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import type { ValidationReport } from '../model/finding.ts';

/** A data folder read, validated, checked and aggregated. `index` is null when any finding is an error. */
export type LoadResult = { readonly index: CatalogueIndex | null; readonly report: ValidationReport };

/**
 * Reads a data folder all the way to the catalogue that pages and files are made from.
 * @throws only when the folder cannot be read at all
 */
export async function load(dataFolder: string, effects: Effects): Promise<LoadResult> {
  await effects.readTree(dataFolder);
  throw new Error('not yet');
}
