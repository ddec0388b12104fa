import type { ComparisonParts } from '../../compare/beside.ts';
import type { CompareData } from '../../compare/data.ts';
import { parseCompareData } from '../../compare/parse.ts';
import { comparisonCsv } from '../../files/compare/rows.ts';
import { download, type FileType } from '../download.ts';
import { fetchJson } from '../fetch-json.ts';

/** Everything there is to compare, from our own API. @throws when it cannot be read */
export const fetchCompareData = (): Promise<CompareData> =>
  fetchJson('/api/v1/jamfor.json', parseCompareData);

/** Downloads a comparison: the year that is shown, then those beside it. What writes workbooks is fetched when somebody wants one. */
export async function takeMatrix(
  name: string,
  type: FileType,
  matrices: ComparisonParts,
  data: CompareData,
): Promise<void> {
  if (type === 'csv') return download(name, type, comparisonCsv(matrices, data));
  const [{ comparisonWorkbook }, { zipInBrowser }] = await Promise.all([
    import('../../files/xlsx/comparison.ts'),
    import('../../files/common/zip-browser.ts'),
  ]);
  download(name, type, comparisonWorkbook(matrices, data, zipInBrowser));
}
