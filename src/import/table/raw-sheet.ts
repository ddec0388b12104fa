/** A cell as it was read: text is trimmed and in composed form, an empty cell is ''. */
export type GridCell = string | number;

/** One sheet of a workbook, or a whole CSV file. Rows and columns count from 0. */
export type RawSheet = {
  readonly name: string;
  readonly rows: readonly (readonly GridCell[])[];
  /** Ranges that are one merged cell: first and last row, first and last column. */
  readonly merged: readonly (readonly [number, number, number, number])[];
};

/** A cell of a sheet; an empty one beyond the end of its row, where a file writes nothing. */
export const gridCell = (grid: Pick<RawSheet, 'rows'>, row: number, column: number): GridCell =>
  grid.rows[row]?.[column] ?? '';

/** Text of a cell, without spaces around it and with no-break spaces as ordinary ones. */
export const rawText = (cell: GridCell | undefined): string => (cell === undefined ? '' : String(cell));

/** What looks alike should be alike: composed letters, ordinary spaces and hyphens, no invisible characters. */
export const tidy = (text: string): string => (TIDY.test(text) ? text : tidied(text));

/** Numbers, codes and plain words, which most cells are: nothing to do. */
const TIDY = /^(?:[!-~]+(?: [!-~]+)*)?$/;

const tidied = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\u00a0\u202f\u2007\u2009]/g, ' ')
    .replaceAll(/[\u200b-\u200f\u00ad\u2060\ufeff]/g, '')
    .replaceAll('\u2011', '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
