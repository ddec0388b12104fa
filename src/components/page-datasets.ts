import { landingPages } from '../files/datasets/index.ts';
import { datasetsByPage } from '../files/schemaorg/dataset.ts';
import { perIndex } from '../model/per-index.ts';
import { listedFiles, site } from '../pipeline/site.ts';

const byPage = perIndex(async (index) => datasetsByPage(index, await listedFiles()));

/**
 * The data set that a page is the landing page of; undefined for other pages, which need not wait for the files.
 * @param path below the site root
 */
export async function pageDataset(path: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const index = await site();
  if (!landingPages(index).has(`${index.catalogue.release.webbplats}${path}`)) return undefined;
  return (await byPage(index)).get(path);
}
