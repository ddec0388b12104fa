import { ABSENCE_BY_SIGN, type Absence } from '../model/absence.ts';
import type { Findings, Place } from './findings.ts';
import { parseNumber } from './number.ts';

/** Text that a spreadsheet would run as a formula. A lone `-` is the sign of bortfall, and `-3` is a number. */
const INJECTION = /^(?:[=+@\t\r]|-(?![\d\u00a0. ,]*$)(?!-?$))/;

/**
 * Refuses text that starts as a formula; tells stray spaces.
 * @returns the trimmed text, or null when the cell is refused
 */
export function safeText(place: Place, text: string, findings: Findings): string | null {
  if (INJECTION.test(text)) {
    findings.error(
      { ...place, value: text },
      {
        code: 'formel',
        rule: 'Ett fält får inte börja med = + - @ eller ett styrtecken, för då kan ett kalkylprogram köra det som en formel.',
        message: `Fältet börjar med ”${text.slice(0, 1).replace('\t', 'tabb').replace('\r', 'vagnretur')}”.`,
        suggestion: text.replace(/^[=+\-@\t\r]+/, '').trim() || null,
      },
    );
    return null;
  }
  return text.trim();
}

/** The reason that a cell's sign or word stands for; undefined when it is not an absence. */
export function absenceOf(text: string): Absence | undefined {
  return ABSENCE_BY_SIGN.get(text.trim().toLowerCase());
}

/** Bounds of a number; null means none. */
export type Bounds = { readonly min: number | null; readonly max: number | null };

/** Reads a number cell; null when it was refused (the finding says why). */
export function numberCell(place: Place, text: string, bounds: Bounds, findings: Findings): number | null {
  const parsed = parseNumber(text);
  const at = { ...place, value: text };
  if (!parsed.ok) {
    findings.error(at, NOT_A_NUMBER[parsed.reason]);
    return null;
  }
  if (parsed.spaces)
    findings.warning(at, {
      code: 'tal-med-mellanslag',
      rule: 'Tal skrivs utan mellanslag.',
      message: `Talet ”${text}” har mellanslag. Det läses som ${parsed.value}.`,
      suggestion: String(parsed.value),
    });
  const { min, max } = bounds;
  if ((min !== null && parsed.value < min) || (max !== null && parsed.value > max)) {
    findings.error(at, {
      code: 'utanfor-intervall',
      rule: `Värdet ska ligga ${max === null ? `på ${min} eller mer` : min === null ? `på ${max} eller mindre` : `mellan ${min} och ${max}`}.`,
      message: `Värdet ${text} ligger utanför det som är möjligt.`,
      suggestion: 'Kontrollera enheten och om ett decimaltecken har fallit bort.',
    });
    return null;
  }
  return parsed.value;
}

const NOT_A_NUMBER = {
  datum: {
    code: 'datum-i-talfalt',
    rule: 'Fältet ska innehålla ett tal.',
    message: 'Här står ett datum. Troligen har kalkylprogrammet gjort om ett tal till ett datum.',
    suggestion: 'Ställ in cellen som Text eller Tal och skriv talet igen.',
  },
  tvetydig: {
    code: 'tal-tvetydigt',
    rule: 'Tal skrivs utan tusentalsavgränsare, med decimalkomma eller decimalpunkt.',
    message: 'Talet går att läsa på flera sätt.',
    suggestion: 'Skriv talet utan tusentalsavgränsare.',
  },
  text: {
    code: 'inte-ett-tal',
    rule: 'Fältet ska innehålla ett tal.',
    message: 'Det som står här är inte ett tal.',
    suggestion: 'Skriv ett tal, eller lämna värdet tomt och skriv skälet i kolumnen ”saknas”.',
  },
} as const;
