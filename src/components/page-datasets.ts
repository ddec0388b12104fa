import { datasetsByPage } from '../files/schemaorg/dataset.ts';
import { listedFiles, site } from '../pipeline/site.ts';

let known: ReturnType<typeof read> | undefined;

/** The data set of each page, by the page's path below the site root; computed once a build. */
export function pageDatasets(): ReturnType<typeof read> {
  known ??= read();
  return known;
}

const read = async () => datasetsByPage(await site(), await listedFiles());
