import type { Bidrag } from '../../model/bidrag.ts';
import type { Indicator } from '../../model/indicator.ts';
import { cellAt } from '../../model/pieces.ts';
import { plainNumber } from '../cells/number.ts';
import type { ColumnAt } from '../csv/header.ts';
import type { IngestReport } from '../rules.ts';

/** The columns of a register that say who stands behind a magnitude. */
export const BIDRAG_COLUMNS = ['bidragande', 'storsta_andel', 'nast_storsta_andel'] as const;
type Column = (typeof BIDRAG_COLUMNS)[number];

/** What a row says of its contributors; undefined where it says nothing, or nothing that can be used. */
type BidragReader = (fields: readonly string[], row: number) => Bidrag | undefined;

/** @returns null for a file without any of the columns: nearly all of them */
export function bidragReader(
  file: string,
  at: ColumnAt,
  { vilkas, kortnamn }: Pick<Indicator, 'vilkas' | 'kortnamn'>,
  report: IngestReport,
): BidragReader | null {
  if (!BIDRAG_COLUMNS.some((column) => at.has(column))) return null;
  return (fields, row) => {
    const text = (column: Column) => cellAt(fields, at.get(column)).trim();
    const wrong = (column: Column, why: string, suggestion: string) =>
      report('bidrag-ogiltigt', { file, row, column, value: text(column) }, why, suggestion);
    const given = BIDRAG_COLUMNS.filter((column) => text(column) !== '');
    const [first] = given;
    if (first === undefined) return undefined;
    if (vilkas === null) {
      wrong(
        first,
        `”${kortnamn}” hör inte till någon indikator som räknar personer.`,
        'Skriv vilkas det är där indikatorn står, eller ta bort kolumnen.',
      );
      return undefined;
    }
    const numbers = new Map<Column, number>();
    for (const column of given) {
      const number = plainNumber(text(column));
      if (column === 'bidragande' && !(Number.isInteger(number) && number >= 0))
        wrong(column, 'De som bidrar är ett helt antal.', 'Skriv antalet, till exempel 12.');
      else if (column !== 'bidragande' && !(number >= 0 && number <= 100))
        wrong(column, 'En andel är mellan 0 och 100 procent.', 'Skriv andelen i procent, till exempel 37,5.');
      else numbers.set(column, number);
    }
    if (numbers.size < given.length) return undefined;
    const storsta = numbers.get('storsta_andel') ?? null;
    const nastStorsta = numbers.get('nast_storsta_andel') ?? null;
    if (nastStorsta !== null && (storsta === null || nastStorsta > storsta || storsta + nastStorsta > 100)) {
      wrong(
        'nast_storsta_andel',
        storsta === null
          ? 'Den näst största andelen står utan den största.'
          : `Den näst största andelen kan inte vara större än den största (${text('storsta_andel')} %), och tillsammans är de högst 100 %.`,
        'Rätta andelarna.',
      );
      return undefined;
    }
    return { bidragande: numbers.get('bidragande') ?? null, storsta, nastStorsta };
  };
}
