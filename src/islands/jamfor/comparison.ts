import type { ComparisonParts } from '../../compare/beside.ts';
import type { CompareData } from '../../compare/data.ts';
import type { ComparisonName } from '../../compare/naming.ts';
import { parseCompareData } from '../../compare/parse.ts';
import { comparisonCsv } from '../../files/compare/rows.ts';
import { download, type FileType } from '../download.ts';
import { fetchJson } from '../fetch-json.ts';

/** Everything there is to compare, from our own API. @throws when it cannot be read */
export const fetchCompareData = (): Promise<CompareData> =>
  fetchJson('/api/v1/jamfor.json', parseCompareData);

/** A file before it is made: its name without its ending, and what it is called inside. */
export type TakenAs = { readonly fil: string; readonly type: FileType; readonly namn: ComparisonName };

/**
 * Downloads a comparison: the year that is shown, then those beside it. What writes workbooks and slides is fetched when
 * somebody wants one.
 */
export async function takeMatrix(
  { fil, type, namn }: TakenAs,
  matrices: ComparisonParts,
  data: CompareData,
): Promise<void> {
  if (type === 'csv') return download(fil, type, comparisonCsv(matrices, data));
  const { zipInBrowser } = await import('../../files/common/zip-browser.ts');
  if (type === 'xlsx') {
    const { comparisonWorkbook } = await import('../../files/xlsx/comparison.ts');
    return download(fil, type, comparisonWorkbook(matrices, data, zipInBrowser));
  }
  const [{ comparisonDeck }, { pptxBytes }] = await Promise.all([
    import('../../files/pptx/comparison-deck.ts'),
    import('../../files/pptx/package.ts'),
  ]);
  download(fil, type, pptxBytes(comparisonDeck(matrices, data, namn), zipInBrowser));
}
