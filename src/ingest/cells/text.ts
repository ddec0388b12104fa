import type { Place } from '../../model/rulebook.ts';
import type { IngestReport } from '../rules.ts';
import { mangledDate } from './date.ts';

/** Characters that make Excel and its kin read a cell as a formula (OWASP, CSV injection). */
const FORMULA_START: ReadonlySet<string> = new Set(['=', '+', '-', '@', '\t', '\r']);

/** True for text that a spreadsheet could run as a formula. */
export function isFormula(text: string): boolean {
  return FORMULA_START.has(text.charAt(0));
}

export function reportFormula(place: Place, text: string, report: IngestReport): void {
  const shown = shownByFormula(text);
  const safe = text.replace(/^[=+\-@\t\r]+/, '').trim();
  const suggestion =
    shown !== null
      ? `Skriv det som cellen visar: ”${shown}”.`
      : safe === ''
        ? 'Töm cellen.'
        : text.startsWith('=')
          ? 'Skriv värdet som formeln ger.'
          : `Skriv ”${safe}”.`;
  report(
    'cell-formel',
    { ...place, value: text },
    `Cellen börjar med ${nameOf(text.charAt(0))}.`,
    suggestion,
  );
}

/** What a spreadsheet shows for a formula that only dresses up a value: `=HYPERLINK("…";"Umeå")`, `="0114"`. */
function shownByFormula(text: string): string | null {
  const quoted = /^="([^"]*)"$/.exec(text)?.[1];
  const link = /^=HYPER(?:LINK|LÄNK)\(\s*"([^"]*)"\s*(?:[;,]\s*"?([^")]*)"?\s*)?\)$/i.exec(text);
  return quoted ?? (link ? (link[2] ?? link[1] ?? null) : null);
}

const nameOf = (character: string) =>
  character === '\t' ? 'en tabb' : character === '\r' ? 'ett radslut' : `”${character}”`;

/** Free text: any words, but no formula. */
export function checkText(place: Place, text: string, report: IngestReport): void {
  if (text !== '' && isFormula(text)) reportFormula(place, text, report);
}

/** Characters that cannot be seen, or that look like others, and what they are called. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ['\u00ad', 'mjukt bindestreck'],
  ['\u200b', 'mellanslag utan bredd'],
  ['\u200c', 'tecken som bryter bokstäver isär'],
  ['\u200d', 'tecken som fogar ihop bokstäver'],
  ['\u200e', 'märke för läsriktning'],
  ['\u200f', 'märke för läsriktning'],
  ['\u2010', 'bindestreck av annat slag'],
  ['\u2011', 'bindestreck som inte bryts'],
  ['\u2060', 'tecken som håller ihop ord'],
  ['\ufeff', 'byteordningsmärke'],
  ['\t', 'tabb'],
]);

const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;
const WITHOUT_WIDTH = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const SPACES = /[\t\u00a0\u2000-\u200a\u202f]/g;

/**
 * The text as it looks: spaces of every kind as one kind and none at the edges, ordinary hyphens, nothing that has no
 * width. Letters with their marks are already in one piece (`encoding`).
 */
export function visibleText(text: string): string {
  return text
    .replace(DIRECTION, '')
    .replace(WITHOUT_WIDTH, '')
    .replace(SPACES, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .trim();
}

/**
 * Reports what cannot be seen in a cell that was understood all the same. No-break spaces within are let be.
 * @param meant what the cell was read as
 */
export function reportInvisible(place: Place, text: string, meant: string, report: IngestReport): void {
  const at = { ...place, value: text };
  const characters = [...text];
  const index = characters.findIndex((c) => LOOKALIKES.has(c) || c.search(DIRECTION) === 0);
  const character = characters[index];
  if (character !== undefined) {
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const name = LOOKALIKES.get(character) ?? 'märke för läsriktning';
    const message = `Tecken ${index + 1} i cellen syns inte: ${name} (${code}). Cellen lästes som ”${meant}”.`;
    report('tecken-osynligt', at, message, `Skriv ”${meant}”.`);
  } else if (text !== text.trim())
    report('cell-blanksteg', at, 'Cellen har blanksteg före eller efter.', `Skriv ”${meant}”.`);
}

/**
 * Reports a cell that is wrong whatever the column: empty, a formula, or a date that a spreadsheet has made.
 * @returns true when it was one of them, so that nothing more needs to be said
 */
export function reportForeign(
  place: Place,
  text: string,
  report: IngestReport,
  ifEmpty = 'Skriv ett värde.',
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
