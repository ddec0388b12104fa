/** A number as somebody wrote it, and how sure we are. */
export type ParsedNumber =
  | { readonly ok: true; readonly value: number; readonly spaces: boolean }
  | { readonly ok: false; readonly reason: 'datum' | 'tvetydig' | 'text' };

/** What Excel makes of 1/3, 1.3 and 3-1 when nobody stops it. */
const DATE =
  /^(\d{1,2}[-/ ](jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?([-/ ]\d{2,4})?|(jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?[-/ ]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}(\/\d{2,4})?)$/i;

const SPACES = /[\u0020\u00a0\u2009\u202f]/g;
const PLAIN = /^-?\d+(\.\d+)?$/;
const GROUPED = /^-?\d{1,3}([\u0020\u00a0\u2009\u202f]\d{3})+([.,]\d+)?$/;

/**
 * Reads a number with decimal comma or point. Thousands may be set apart with spaces (the caller warns); never
 * with comma or point, because `1,234` would then mean two things.
 * @param text trimmed, not empty
 */
export function parseNumber(text: string): ParsedNumber {
  // Data files are mostly plain: this path is the hot one.
  if (PLAIN.test(text)) return { ok: true, value: Number(text), spaces: false };
  const minus = text.replace(/^[\u2212\u2013]/, '-');
  const point = minus.replace(',', '.');
  if (PLAIN.test(point)) return { ok: true, value: Number(point), spaces: false };
  if (DATE.test(text)) return { ok: false, reason: 'datum' };
  if (GROUPED.test(minus))
    return { ok: true, value: Number(minus.replace(SPACES, '').replace(',', '.')), spaces: true };
  if (/^-?[\d.,\s]+$/.test(minus)) return { ok: false, reason: 'tvetydig' };
  return { ok: false, reason: 'text' };
}
