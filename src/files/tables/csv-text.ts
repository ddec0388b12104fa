import { joined, utf8 } from '../common/bytes.ts';
import type { DataRow, Dialect, Field } from './table.ts';

/**
 * Text that a spreadsheet would run as a formula when it stands first in a cell. Apostrophes before it count too, so
 * that taking one away filled gives the text back.
 */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;
const QUOTED = /[",;\t\r\n]/;

/**
 * A CSV field (RFC 4180), safe to open in a spreadsheet. A number is written as it is: a negative one starts with `-`
 * and must. A text never may, so it gets an apostrophe first (OWASP's advice against CSV injection), and is quoted
 * whenever another program could take it for several fields.
 */
export function csvField(value: Field, dialect: Pick<Dialect, 'decimal'>): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`not a number to publish: ${value}`);
    return dialect.decimal === '.' ? String(value) : String(value).replace('.', ',');
  }
  const text = FORMULA.test(value) ? `'${value}` : value;
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The text that was given to `csvField`, from the field that a CSV reader gives. */
export const plainText = (field: string): string =>
  FORMULA.test(field.slice(1)) && field.startsWith("'") ? field.slice(1) : field;

type Written = Pick<Dialect, 'separator' | 'decimal' | 'bom'>;

/** A byte order mark, where there is one. */
const beginning = ({ bom }: Pick<Dialect, 'bom'>) => (bom ? '\ufeff' : '');

const lines = (rows: readonly DataRow[], dialect: Written): string =>
  rows.map((row) => `${row.map((field) => csvField(field, dialect)).join(dialect.separator)}\r\n`).join('');

/** Rows to CSV text with CRLF, as RFC 4180 says. */
export const csvText = (rows: readonly DataRow[], dialect: Written): string =>
  `${beginning(dialect)}${lines(rows, dialect)}`;

/** So many rows are text at once. */
const ROWS = 500;

/** The same as bytes, for a table that may be large: its text as a whole would take as much memory once more. */
export function csvBytes(rows: readonly DataRow[], dialect: Written): Uint8Array {
  const pieces = [utf8(beginning(dialect))];
  for (let at = 0; at < rows.length; at += ROWS) pieces.push(utf8(lines(rows.slice(at, at + ROWS), dialect)));
  return joined(pieces);
}
