import type { CompareData } from '../../compare/data.ts';
import type { Matrix } from '../../compare/matrix.ts';
import { comparisonCsv } from '../../files/compare/rows.ts';
import { download, type FileType } from '../download.ts';

/** Downloads a comparison: the year that is shown, then those beside it. What writes workbooks is fetched when somebody wants one. */
export async function takeMatrix(
  name: string,
  type: FileType,
  matrices: readonly [Matrix, ...Matrix[]],
  data: CompareData,
): Promise<void> {
  if (type === 'csv') return download(name, type, comparisonCsv(matrices, data));
  const { comparisonWorkbook } = await import('../../files/compare/excel.ts');
  download(name, type, comparisonWorkbook(matrices, data));
}
