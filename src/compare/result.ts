import { countOf, KOMMUN } from '../text/numbers.ts';
import { baseNote, besideOf, yearNotes } from './beside.ts';
import type { CompareData } from './data.ts';
import { dotsHtml, groupDotsHtml } from './dots.ts';
import { mapHtml } from './map.ts';
import { type Against, againstMatrix, type Matrix, matrixOf } from './matrix.ts';
import type { Selection } from './selection.ts';
import { tableHtml } from './table.ts';

/** What a selection shows. */
export type CompareResult = {
  readonly matrix: Matrix;
  /** The comparison as markup, or what to do first as words. */
  readonly shown: { readonly html: string } | { readonly words: string };
  /** What the chosen years leave out, and why; and why more answered than there are kommuner. */
  readonly notes: string;
};

function captionOf({ rows }: Matrix, ar: number | null, against: Against | null): string {
  const beside = rows.length === 1 ? '' : ' sida vid sida';
  const other = against === null ? '' : `, mot ${against.grupp} (${countOf(against.antal, KOMMUN)})`;
  return `${countOf(rows.length, KOMMUN)}${beside}${other}${ar === null ? '' : `, ${ar}`}`;
}

/** Draws a selection in the view that it asks for. */
export function resultOf(data: CompareData, selection: Selection): CompareResult {
  const matrix = matrixOf(data, selection);
  const against = againstMatrix(data, selection);
  const beside = selection.vy === 'tabell' ? besideOf(data, selection, matrix) : null;
  if (matrix.rows.length === 0) {
    const words = 'Inga kommuner är valda ännu. Skriv ett namn ovan, eller börja med en färdig jämförelse.';
    return { matrix, shown: { words }, notes: '' };
  }
  const notes = [yearNotes(matrix, selection, beside), baseNote(matrix)].filter((t) => t !== '').join(' ');
  if (matrix.indikatorer.length === 0)
    return { matrix, shown: { words: 'Välj ett annat år eller andra indikatorer.' }, notes };
  const draw = {
    tabell: () =>
      tableHtml(matrix, data.omraden, { caption: captionOf(matrix, selection.ar, against), beside, against }),
    punkter: () => groupDotsHtml(matrix, data.omraden, against) + dotsHtml(matrix, against),
    karta: () => mapHtml(data, matrix, selection.karta),
  };
  return { matrix, shown: { html: draw[selection.vy]() }, notes };
}
