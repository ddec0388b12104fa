import { dsvFormat } from 'd3-dsv';
import { beforeFirst, cellIn, type NamedRow } from '../../model/pieces.ts';
import { anyOf, numberIn, type PlacedCount } from './shown.ts';

/** A number's row (from 0, the header not counted) and column. */
export type FieldPlace = { readonly row: number; readonly column: string };
type RowCount = PlacedCount<FieldPlace>;
/** What a row says, before it is known which row it is. */
type Said = Omit<RowCount, 'place'> & { readonly column?: string };

/** The sign between the fields of a CSV file. */
export function delimiterOf(text: string): ';' | ',' {
  const [header = ''] = text.split('\n', 1);
  return header.includes(';') ? ';' : ',';
}

/**
 * Every value in a CSV file that has the columns of one of our tables; none of another file.
 * @param wanted indicators that are looked for: a file of observations in which no id of theirs stands shows nothing of them,
 *   and is not read; without it every file is
 */
export function shownInCsv(
  content: Uint8Array,
  _path: string,
  wanted?: ReadonlySet<string>,
): readonly RowCount[] {
  const text = new TextDecoder().decode(content);
  const format = dsvFormat(delimiterOf(text));
  const header = beforeFirst(text, '\n');
  // A name in quotes may go on in the next line.
  const [columns] = header.includes('"') ? [] : format.parseRows(header);
  if (columns !== undefined && readerOf(columns) === null) return [];
  if (columns !== undefined && wanted !== undefined && isOfObservations(columns) && !standsIn(text, wanted))
    return [];
  const rows = format.parse(text);
  return shownInRows(rows.columns, rows);
}

/** The same of rows that have been read already, from whatever format. */
export function shownInRows(columns: readonly string[], rows: readonly NamedRow[]): readonly RowCount[] {
  const said = readerOf(columns);
  if (said === null) return [];
  return rows.flatMap((row, number) =>
    said(row).map(({ column = 'varde', ...count }) => ({ ...count, place: { row: number, column } })),
  );
}

/** How a row of a table with these columns is read; null when it is none of ours. */
function readerOf(columns: readonly string[]): ((row: NamedRow) => readonly Said[]) | null {
  const has = (...names: readonly string[]) => names.every((name) => columns.includes(name));
  if (has('kartlaggning', 'matt', 'serie', 'varde')) return (row) => [mapped(row)];
  if (has('uppgift', 'alder', 'varde')) return (row) => [figure(row)];
  if (has('program', 'programindikator', 'basar', 'varde')) return baseYear;
  if (has('program', 'programindikator', 'ar', 'varde')) return (row) => [outcome(row)];
  return has('indikator', 'ar', 'kon', 'varde') && (has('kod') || has('plats')) ? observed : null;
}

/** True for a table with the id of an indicator in each row, as it is; the others put theirs together. */
export const isOfObservations = (columns: readonly string[]): boolean => readerOf(columns) === observed;

/** Of each set of indicators, what finds one of their ids in a text. */
const patterns = new WeakMap<ReadonlySet<string>, RegExp>();

/** True when one of some ids may stand in a CSV text; a quote is written in another way than it is. */
function standsIn(text: string, ids: ReadonlySet<string>): boolean {
  const pattern = patterns.get(ids) ?? anyOf([...ids]);
  patterns.set(ids, pattern);
  return pattern.test(text) || [...ids].some((id) => id.includes('"'));
}

/** Whose row it is: our tables say `kod`, a publisher's own files `kommunkod`, those for Excel `plats` (0114 Väsby). */
const placeOf = (row: NamedRow): string => row.kod ?? row.kommunkod ?? beforeFirst(cellIn(row, 'plats'), ' ');

const observed = (row: NamedRow): readonly Said[] => {
  const of = (column: string) => cellIn(row, column);
  return [
    {
      indikator: of('indikator'),
      kod: placeOf(row),
      ar: of('ar'),
      kon: of('kon'),
      varde: numberIn(row.varde),
    },
  ];
};

/** A count or a percentage of a kartläggning, by everything that tells it from another. */
const mapped = (row: NamedRow): Said => ({
  indikator: ['kartlaggning', ...KARTLAGGNING.map((name) => cellIn(row, name))].join('/'),
  kod: placeOf(row),
  ar: cellIn(row, 'ar'),
  kon: row.enhet === 'procent' ? `${row.kon}|procent` : cellIn(row, 'kon'),
  varde: numberIn(row.varde),
});
const KARTLAGGNING = ['kartlaggning', 'matt', 'situation', 'alder', 'hushallstyp', 'tid', 'orsak', 'serie'];

/** A figure of an inventory. */
const figure = (row: NamedRow): Said => ({
  indikator: ['inventering', row.uppgift, row.alder].join('/'),
  kod: placeOf(row),
  ar: cellIn(row, 'ar'),
  kon: cellIn(row, 'kon'),
  varde: numberIn(row.varde),
});

/** The base year of a programme's indicator: all, women and men. */
const baseYear = (row: NamedRow): readonly Said[] =>
  (
    [
      ['varde', 'T'],
      ['kvinnor', 'K'],
      ['man', 'M'],
    ] as const
  ).map(([column, kon]) => ({
    indikator: ['program', row.program, row.programindikator].join('/'),
    kod: placeOf(row),
    ar: cellIn(row, 'basar'),
    kon,
    varde: numberIn(row[column]),
    column,
  }));

const outcome = (row: NamedRow): Said => ({
  indikator: ['program', row.program, row.programindikator].join('/'),
  kod: placeOf(row),
  ar: cellIn(row, 'ar'),
  kon: 'T',
  varde: numberIn(row.varde),
});
