import { zipSync } from 'fflate';
import { read, type WorkSheet } from 'xlsx';
import { unpackedParts } from './kinds.ts';
import { Unreadable } from './limits.ts';
import type { ExcelCell, ExcelRows } from './sheet.ts';

type Cell = { readonly v?: ExcelCell; readonly w?: string; readonly t?: string };

/** Rows as the reader of workbooks keeps them: an array with holes, so that one cell far away costs nothing. */
function rowsOf(sheet: WorkSheet | undefined): ExcelRows {
  const rows: readonly (readonly (Cell | undefined)[] | undefined)[] = sheet?.['!data'] ?? [];
  const result: (readonly (ExcelCell | undefined)[])[] = [];
  result.length = rows.length;
  rows.forEach((row, at) => {
    // An error in a formula is shown as it stands in the sheet: #REF!
    result[at] = row?.map((cell) => (cell?.t === 'e' ? (cell.w ?? '#FEL') : cell?.v)) ?? [];
  });
  return result;
}

/** The sheets of a workbook, as values. @throws Unreadable when it cannot be opened */
export function workbookSheets(
  bytes: Uint8Array,
): readonly { readonly name: string; readonly rows: ExcelRows }[] {
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
    return book.SheetNames.map((name) => ({ name, rows: rowsOf(book.Sheets[name]) }));
  } catch {
    throw new Unreadable(
      'går inte att läsa som Excel. Öppna den i Excel, spara den på nytt och försök igen.',
    );
  }
}
