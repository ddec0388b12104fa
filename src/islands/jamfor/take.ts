import type { CompareData } from '../../files/compare/model.ts';
import { download, type FileType } from '../download.ts';
import { csvOf } from './csv.ts';
import type { Matrix } from './matrix.ts';

/** Downloads a comparison: the year that is shown, then those beside it. What writes workbooks is fetched when somebody wants one. */
export async function takeMatrix(
  name: string,
  type: FileType,
  matrices: readonly [Matrix, ...Matrix[]],
  data: CompareData,
): Promise<void> {
  if (type === 'csv') return download(name, type, csvOf(matrices, data));
  const { excelOf } = await import('./excel.ts');
  download(name, type, excelOf(matrices, data));
}
