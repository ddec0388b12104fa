/** Text that a spreadsheet would run as a formula when it stands first in a cell. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A CSV field (RFC 4180), safe to open in a spreadsheet. Numbers are written as they are: a negative number starts
 * with `-` and must, but a text never may, so it gets an apostrophe first (OWASP's advice against CSV injection).
 */
export function csvCell(value: string | number | boolean | null, separator: ',' | ';'): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows to CSV text with CRLF, as RFC 4180 says. */
export function csvText(
  rows: readonly (readonly (string | number | boolean | null)[])[],
  separator: ',' | ';',
): string {
  return rows
    .map((row) => row.map((cell) => csvCell(cell, separator)).join(separator))
    .join('\r\n')
    .concat('\r\n');
}
