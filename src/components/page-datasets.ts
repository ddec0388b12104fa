import { landingPages } from '../files/datasets/index.ts';
import { datasetsByPage } from '../files/schemaorg/dataset.ts';
import { listedFiles, site } from '../pipeline/site.ts';

let known: ReturnType<typeof read> | undefined;
const read = async () => datasetsByPage(await site(), await listedFiles());

/**
 * The data set that a page is the landing page of; undefined for other pages, which need not wait for the files.
 * @param path below the site root
 */
export async function pageDataset(path: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const index = await site();
  if (!landingPages(index).has(`${index.catalogue.release.webbplats}${path}`)) return undefined;
  known ??= read();
  return (await known).get(path);
}
