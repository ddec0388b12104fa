import { ABSENCE_SYMBOL } from '../../model/absence.ts';
import type { Place } from '../../model/rulebook.ts';
import type { IngestReport } from '../rules.ts';
import { mangledDate } from './date.ts';

const ABSENCE_SIGNS = `Skriv ett värde, eller tecknet för varför det saknas: ${Object.values(ABSENCE_SYMBOL).join(' ')}`;

/** Characters that make Excel and its kin read a cell as a formula (OWASP, CSV injection). */
const FORMULA_START: ReadonlySet<string> = new Set(['=', '+', '-', '@', '\t', '\r']);

/** True for text that a spreadsheet could run as a formula. */
export function isFormula(text: string): boolean {
  return FORMULA_START.has(text[0] ?? '');
}

export function reportFormula(place: Place, text: string, report: IngestReport): void {
  const safe = text.replace(/^[=+\-@\t\r]+/, '').trim();
  const suggestion = safe === '' ? 'Töm cellen.' : `Skriv ”${safe}”.`;
  report('cell-formel', { ...place, value: text }, `Cellen börjar med ${nameOf(text[0] ?? '')}.`, suggestion);
}

const nameOf = (character: string) =>
  character === '\t' ? 'en tabb' : character === '\r' ? 'ett radslut' : `”${character}”`;

/** Free text: any words, but no formula. */
export function checkText(place: Place, text: string, report: IngestReport): void {
  if (text !== '' && isFormula(text)) reportFormula(place, text, report);
}

/**
 * Reports a cell that is wrong whatever the column: empty, a formula, or a date that a spreadsheet has made.
 * @returns true when it was one of them, so that nothing more needs to be said
 */
export function reportForeign(
  place: Place,
  text: string,
  report: IngestReport,
  ifEmpty = ABSENCE_SIGNS,
): boolean {
  if (text.trim() === '') {
    report('cell-tom', { ...place, value: text }, 'Cellen är tom.', ifEmpty);
    return true;
  }
  if (isFormula(text)) {
    reportFormula(place, text, report);
    return true;
  }
  const date = mangledDate(text);
  if (!date) return false;
  report(
    'cell-datum',
    { ...place, value: text },
    `”${text}” är ett datum. Troligen har ett kalkylprogram gjort om det som stod där.`,
    date.guess === null
      ? 'Formatera kolumnen som text i kalkylprogrammet och skriv värdet igen.'
      : `Stod det ”${date.guess}” från början? Formatera kolumnen som text och skriv värdet igen.`,
  );
  return true;
}
