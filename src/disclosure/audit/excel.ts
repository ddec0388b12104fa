import { read, utils } from 'xlsx';
import { numberIn, type PublishedCount } from './shown.ts';

type Line = readonly unknown[];

/** Every value in a workbook: sheets with one value a row, and sheets with an indicator a column. */
export function shownInExcel(content: Uint8Array, path: string): readonly PublishedCount[] {
  const book = read(content, { type: 'array' });
  const year = /(\d{4})\.xlsx$/.exec(path)?.[1] ?? '';
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    if (!sheet) return [];
    const lines = utils.sheet_to_json<Line>(sheet, { header: 1, raw: true, defval: null });
    const start = lines.findIndex((line) => line.includes('Id') || line.some((c) => PLACE.has(String(c))));
    const header = (lines[start] ?? []).map((cell) => String(cell ?? ''));
    const rows = lines.slice(start + 1);
    return header.includes('Id') ? long(header, rows, year) : wide(header, rows, year);
  });
}

const PLACE = new Set(['Länskod', 'Kommunkod', 'Kod']);
const text = (cell: unknown) => (cell === null || cell === undefined ? '' : String(cell));

/** Id, Kod, År, Kön, Värde; the län's and riket's values may stand beside. A national sheet has only Id and Riket. */
function long(header: readonly string[], rows: readonly Line[], year: string): readonly PublishedCount[] {
  const column = (name: string) => header.indexOf(name);
  return rows.flatMap((row): readonly PublishedCount[] => {
    const cell = (name: string) => (column(name) < 0 ? undefined : row[column(name)]);
    const indikator = text(cell('Id'));
    const kod = text(cell('Kod'));
    if (indikator === '') return [];
    const of = {
      indikator,
      ar: column('År') < 0 ? year : text(cell('År')).replace('okänt', ''),
      kon: text(cell('Kön')) || 'T',
    };
    return [
      ...(column('Värde') < 0 ? [] : [{ ...of, kod, varde: numberIn(cell('Värde')) }]),
      ...(column('Länet') < 0 ? [] : [{ ...of, kod: kod.slice(0, 2), varde: numberIn(cell('Länet')) }]),
      ...(column('Riket') < 0 ? [] : [{ ...of, kod: '00', varde: numberIn(cell('Riket')) }]),
    ];
  });
}

/** A code first, then a column for each indicator, headed `Kort namn (ID)`. */
function wide(header: readonly string[], rows: readonly Line[], year: string): readonly PublishedCount[] {
  const indicators = header.flatMap((name, i) => {
    const id = /\(([A-Z][A-Z0-9-]*\d)\)$/.exec(name)?.[1];
    return id === undefined ? [] : [{ id, i }];
  });
  return rows.flatMap((row) =>
    indicators.map(({ id, i }) => ({
      indikator: id,
      kod: text(row[0]),
      ar: year,
      kon: 'T',
      varde: numberIn(row[i]),
    })),
  );
}
