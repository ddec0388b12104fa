const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
/** English names that differ from the Swedish ones. */
const ENGLISH: ReadonlyMap<string, number> = new Map([
  ['may', 5],
  ['oct', 10],
]);

const NAME = '(jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-zåäö]*\\.?';
const DAY_MONTH = new RegExp(`^(\\d{1,2})[-./ ]${NAME}([-./ ]\\d{2,4})?$`, 'i');
const MONTH_YEAR = new RegExp(`^${NAME}[-./ ](\\d{2,4})$`, 'i');
const ISO = /^\d{4}-\d{1,2}-\d{1,2}( \d{1,2}:\d{2}(:\d{2})?)?$/;
const NUMERIC = /^(\d{1,2})([/.])(\d{1,2})\2(\d{2,4})$/;
const SHORT = /^(\d{1,2})\/(\d{1,2})$/;

/** What a spreadsheet turned into a date, and what probably stood there before. */
export type DateMangling = { readonly guess: string | null };

const month = (name: string) => {
  const short = name.slice(0, 3).toLowerCase();
  return ENGLISH.get(short) ?? MONTHS.indexOf(short) + 1;
};

/**
 * Recognises a date where another kind of value should be: `1-mar` was 1,3 or 1-3 before a spreadsheet
 * "helped". Null for anything else.
 */
export function mangledDate(text: string): DateMangling | null {
  const typed = text.trim();
  const [, day, dayMonth] = DAY_MONTH.exec(typed) ?? [];
  if (dayMonth !== undefined) return { guess: `${day},${month(dayMonth)}` };
  const [, yearMonth, year] = MONTH_YEAR.exec(typed) ?? [];
  if (yearMonth !== undefined) return { guess: `${month(yearMonth)},${year}` };
  const short = SHORT.exec(typed);
  if (short) return { guess: `${short[1]},${short[2]}` };
  return ISO.test(typed) || NUMERIC.test(typed) ? { guess: null } : null;
}
