import { matrixOf } from '../../compare/matrix.ts';
import { nameOfChoice } from '../../compare/naming.ts';
import type { FileType } from '../download.ts';
import { fetchCompareData, takeMatrix } from '../jamfor/comparison.ts';
import { scopeOf } from './scope.ts';

/**
 * Downloads the group's values of what the page is about: bases, reasons, source and example mark included.
 * Read only when it is asked for.
 * @returns what happened, in words
 */
export async function take(koder: readonly string[], type: FileType): Promise<string> {
  const data = await fetchCompareData();
  const scope = scopeOf(location.pathname, data);
  if (scope === null) return 'Här finns inga värden för kommuner att hämta.';
  const matrix = matrixOf(data, { ...scope, kommuner: koder });
  await takeMatrix({ fil: scope.name, type, namn: nameOfChoice(matrix, scope.ar) }, [matrix], data);
  return `Filen ${scope.name}.${type} är hämtad.`;
}
