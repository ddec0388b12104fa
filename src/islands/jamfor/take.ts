import type { CompareData } from '../../files/compare/model.ts';
import { download, type FileType } from '../download.ts';
import { csvOf } from './csv.ts';
import type { Matrix } from './matrix.ts';

/** Downloads a comparison. What writes workbooks is fetched when somebody wants one. */
export async function takeMatrix(
  name: string,
  type: FileType,
  matrix: Matrix,
  data: CompareData,
): Promise<void> {
  if (type === 'csv') return download(name, type, csvOf(matrix, data));
  const { excelOf } = await import('./excel.ts');
  download(name, type, excelOf(matrix, data));
}
