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

/** Rows to CSV text with CRLF, as RFC 4180 says. */
export function csvText(
  rows: readonly DataRow[],
  dialect: Pick<Dialect, 'separator' | 'decimal' | 'bom'>,
): string {
  const lines = rows.map(
    (row) => `${row.map((field) => csvField(field, dialect)).join(dialect.separator)}\r\n`,
  );
  return `${dialect.bom ? '\ufeff' : ''}${lines.join('')}`;
}
