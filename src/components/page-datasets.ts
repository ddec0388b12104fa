import { allFiles } from '../files/index.ts';
import { datasetsByPage } from '../files/schemaorg/dataset.ts';
import { perIndex } from '../model/per-index.ts';

/** The data set of each page, computed once for all pages. */
export const pageDatasets = perIndex((index) => datasetsByPage(index, allFiles(index)));
