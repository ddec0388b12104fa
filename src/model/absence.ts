import { z } from 'zod';

/**
 * Why a value is absent. Every missing value in the project has exactly one of these reasons, and it
 * follows the value into charts, tables and every file. A gap is never a zero.
 *
 * - `bortfall`: the respondent did not answer
 * - `ej-tillamplig`: the question does not apply (a city whose stadsdelar answer for it)
 * - `uppgift-saknas`: the source has no figure
 * - `skyddad`: suppressed, so that nobody can be identified
 * - `ej-efterfragad`: the question was not asked that year
 * - `ej-publicerad`: withheld for quality
 */
export const ABSENCES = [
  'bortfall',
  'ej-tillamplig',
  'uppgift-saknas',
  'skyddad',
  'ej-efterfragad',
  'ej-publicerad',
] as const;

// Marked pure so that a browser that needs only the words gets no zod.
export const Absence = /* @__PURE__ */ z.enum(ABSENCES);
export type Absence = z.infer<typeof Absence>;

/** The sign that stands in a cell for the reason. Always shown together with its words (`text/absence`). */
export const ABSENCE_SYMBOL: Readonly<Record<Absence, string>> = {
  bortfall: '-',
  'ej-tillamplig': '.',
  'uppgift-saknas': '..',
  skyddad: 'X',
  'ej-efterfragad': '…',
  'ej-publicerad': ':',
};

/**
 * Signs and words a publisher may write in a data file, lower case, and what they mean.
 * `--` is Socialstyrelsen's sign for "not reported".
 */
export const ABSENCE_BY_SIGN: ReadonlyMap<string, Absence> = new Map<string, Absence>([
  ...ABSENCES.map((reason) => [reason, reason] as const),
  ...ABSENCES.map((reason) => [ABSENCE_SYMBOL[reason].toLowerCase(), reason] as const),
  ['--', 'uppgift-saknas'],
  ['–', 'bortfall'],
]);
