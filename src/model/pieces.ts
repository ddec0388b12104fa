/**
 * Pieces of texts and of rows that have been split: an empty text stands for one that is not there, and here only. A
 * piece that must be there is asked for with `must`.
 */

/** What stands before the first `sign`; all of the text where there is none. */
export const beforeFirst = (text: string, sign: string): string => text.split(sign, 1)[0] ?? '';

/** What stands after the last `sign`; all of the text where there is none. `allt/indikatorer.csv` → `indikatorer.csv` */
export const afterLast = (text: string, sign: string): string => text.slice(text.lastIndexOf(sign) + 1);

/** The folder or file at a depth of a path, from 0: `omraden/hemloshet/x.csv`, 1 → `hemloshet`. Empty below its end. */
export const pathPart = (path: string, depth: number): string => path.split('/')[depth] ?? '';

/** What a pattern finds in a text, or its first group when it has one; empty when it finds nothing. */
export function foundIn(text: string, pattern: RegExp): string {
  const found = pattern.exec(text);
  return found === null ? '' : ((found.length > 1 ? found[1] : found[0]) ?? '');
}

/** What an address asks for by a name; empty where it does not ask. */
export const askedIn = (params: URLSearchParams, name: string): string => params.get(name) ?? '';

/** A row of a table by the names of its columns. A file may lack a column, and a row end before its last cell. */
export type NamedRow = Readonly<Record<string, string | undefined>>;

/** A cell of a row, as written; empty where the row has none. */
export const cellIn = (row: NamedRow, column: string): string => row[column] ?? '';

/** A cell of a row by where its column stands; empty where the file has no such column. */
export const cellAt = (row: readonly string[], at: number | undefined): string =>
  at === undefined ? '' : (row[at] ?? '');
