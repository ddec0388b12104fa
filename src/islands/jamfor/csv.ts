import type { CompareData } from '../../files/compare/model.ts';
import { csvText } from '../../files/tables/csv-text.ts';
import { SWEDISH_EXCEL } from '../../files/tables/table.ts';
import type { Matrix } from './matrix.ts';
import { HEAD, rowsOf } from './rows.ts';

/** The comparison for Swedish Excel: byte order mark, semicolon, decimal comma; a missing value is an empty cell. */
export const csvOf = (matrices: readonly Matrix[], { release }: Pick<CompareData, 'release'>): string =>
  csvText([HEAD, ...matrices.flatMap((m) => rowsOf(m, release.version))], SWEDISH_EXCEL);
