import { dsvFormat } from 'd3-dsv';

/** A cell as a reader of workbooks gives it. */
export type ExcelCell = string | number | boolean | Date | null;

/** A sheet as CSV, and how many rows stand above its header in the workbook. */
export type SheetText = { readonly csv: string; readonly above: number };

const written = (cell: ExcelCell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
};

/**
 * The inventory sheet of a workbook as CSV, so that it is read by the same code as a CSV file. Row numbers stay those of
 * the workbook, less `above`. Null when no sheet has the template's header.
 */
export function inventeringSheet(sheets: readonly (readonly (readonly ExcelCell[])[])[]): SheetText | null {
  for (const rows of sheets) {
    const above = rows.findIndex((row) => row[0] === 'kommunkod' && row.includes('uppgift'));
    const header = rows[above];
    if (above < 0 || !header) continue;
    const names = header.filter((name) => name !== null && name !== '');
    const body = rows.slice(above).map((row) => names.map((_, i) => written(row[i])));
    while (body.at(-1)?.every((cell) => cell === '')) body.pop();
    return { csv: dsvFormat(';').formatRows(body), above };
  }
  return null;
}
