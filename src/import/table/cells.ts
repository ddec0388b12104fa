import type { Absence } from '../../model/absence.ts';
import { beforeFirst } from '../../model/pieces.ts';
import type { ColumnMapping } from './mapping.ts';
import { type GridCell, rawText, tidy } from './raw-sheet.ts';

export type ReadCell = { readonly varde: number | string | null; readonly saknas: Absence | null };

/**
 * What one cell says, by its column's mapping.
 * @param answers the indicator's answers; empty for numbers
 * @returns a Swedish reason when the mapping does not cover it
 */
export function readCell(
  cell: GridCell,
  mapping: ColumnMapping,
  answers: readonly string[],
): ReadCell | string {
  const text = tidy(rawText(cell));
  const reason = mapping.saknas[text];
  if (reason) return { varde: null, saknas: reason };
  if (answers.length > 0) {
    const answer = mapping.svar[text];
    if (answer !== undefined && answers.includes(answer)) return { varde: answer, saknas: null };
    if (answer) return `”${answer}” i mappningen är inte ett svar. Svaren är ${answers.join(', ')}`;
    return text === '' ? 'cellen är tom' : `”${text}” står inte i mappningen`;
  }
  const number = typeof cell === 'number' ? cell : numberOf(text, mapping.decimaltecken);
  return number === null
    ? text === ''
      ? 'cellen är tom'
      : `”${text}” är inte ett tal`
    : { varde: number, saknas: null };
}

/** A number that is text: groups of three may be set apart by spaces or by the sign that is not the decimal one. */
function numberOf(text: string, decimal: ',' | '.' | null): number | null {
  const [, written = ''] = /^([−-]?[\d\s.,]+?)\s?%?$/.exec(text) ?? [];
  const other = decimal === ',' ? '.' : ',';
  // Without decimals all of it is groups.
  const groups = decimal === null ? written : beforeFirst(written, decimal);
  if (groups.includes(other) && !/^[−-]?\d{1,3}([.,]\d{3})+$/.test(groups)) return null;
  if (/\s/.test(groups) && !/^[−-]?\d{1,3}(\s\d{3})+$/.test(groups)) return null;
  const plain = written
    .replaceAll(other, '')
    .replaceAll(' ', '')
    .replace(decimal ?? ',', '.')
    .replace('−', '-');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
