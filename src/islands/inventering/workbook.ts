import { zipSync } from 'fflate';
import { read, type WorkSheet } from 'xlsx';
import { unpackedParts } from './kinds.ts';
import type { ExcelCell, ExcelRows } from './sheet.ts';
import { Unreadable } from './unreadable.ts';

type Cell = { readonly v?: ExcelCell; readonly w?: string; readonly t?: string };

/** Rows as the reader of workbooks keeps them: an array with holes, so that one cell far away costs nothing. */
function rowsOf(sheet: WorkSheet | undefined): ExcelRows {
  const rows: readonly (readonly (Cell | undefined)[] | undefined)[] = sheet?.['!data'] ?? [];
  const result: (readonly (ExcelCell | undefined)[])[] = [];
  result.length = rows.length;
  for (const [at, row] of there(rows, LAST.row)) result[at] = valuesOf(row);
  return result;
}

function valuesOf(row: readonly (Cell | undefined)[]): readonly (ExcelCell | undefined)[] {
  const values: (ExcelCell | undefined)[] = [];
  // An error in a formula is shown as it stands in the sheet: #REF!
  for (const [at, cell] of there(row, LAST.column)) values[at] = cell.t === 'e' ? (cell.w ?? '#FEL') : cell.v;
  return values;
}

/** How many rows and columns a sheet has (ECMA-376). A broken file can name a row of four billion. */
const LAST = { row: 1_048_576, column: 16_384 } as const;

/** What an array with holes holds, by its place: `forEach` would visit every hole. @throws when one is too far away */
function there<T>(items: readonly (T | undefined)[], last: number): readonly (readonly [number, T])[] {
  if (items.length > last) throw new RangeError(`place ${items.length} of ${last}`);
  return Object.keys(items).flatMap((key) => {
    const item = items[Number(key)];
    return item === undefined ? [] : [[Number(key), item] as const];
  });
}

/** A sheet as values, with its merged cells: first and last row, first and last column, from 0. */
export type ReadSheet = {
  readonly name: string;
  readonly rows: ExcelRows;
  readonly merged: readonly (readonly [number, number, number, number])[];
};

/** The sheets of a workbook, as values. @throws Unreadable when it cannot be opened */
export function workbookSheets(bytes: Uint8Array): readonly ReadSheet[] {
  // Only what holds cells, and no more of it than the file declares, reaches the reader.
  const cells = zipSync(unpackedParts(bytes), { level: 0 });
  try {
    const book = read(cells, {
      type: 'array',
      dense: true,
      cellDates: true,
      cellFormula: false,
      cellHTML: false,
    });
    return book.SheetNames.map((name) => {
      const sheet = book.Sheets[name];
      const merged = (sheet?.['!merges'] ?? []).map(({ s, e }) => [s.r, e.r, s.c, e.c] as const);
      return { name, rows: rowsOf(sheet), merged };
    });
  } catch {
    throw new Unreadable(
      'går inte att läsa som Excel. Öppna den i Excel, spara den på nytt och försök igen.',
    );
  }
}
