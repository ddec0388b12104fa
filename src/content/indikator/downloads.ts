import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { ListedFile } from '../data/files.ts';

/** What there is of an indicator to download. A file of one without a single value would only say that it is empty. */
export type Downloads = {
  /** True when any value of a place, or a published figure, is known. */
  readonly known: boolean;
  /** The file to cite: the values of places. Null where there are none. */
  readonly data: string | null;
};

/** Whether an indicator has files, and which holds its values. */
export function downloadsOf(index: CatalogueIndex, { id }: Indicator): Downloads {
  const values = index.observationsOf(id).some((o) => o.varde !== null);
  return {
    known: values || index.publishedOf(id).length > 0,
    data: values ? `data/indikatorer/${id.toLowerCase()}.csv` : null,
  };
}

/**
 * The files of an indicator among all that are published: those of the API and, where places have values, its own.
 * @param files sorted by path, as they are listed
 */
export function indicatorDownloads(
  files: readonly ListedFile[],
  { id }: Indicator,
  { data }: Downloads,
): readonly ListedFile[] {
  const own = `data/indikatorer/${id.toLowerCase()}.`;
  return files.filter((f) => f.path.endsWith(`/${id}.json`) || (data !== null && f.path.startsWith(own)));
}
