import { dsvFormat } from 'd3-dsv';
import { numberIn, type PublishedCount } from './shown.ts';

type CsvRow = Readonly<Record<string, string | undefined>>;

/** Every value in a CSV file that has the columns of one of our tables; none of another file. */
export function shownInCsv(content: Uint8Array): readonly PublishedCount[] {
  const text = new TextDecoder().decode(content);
  const [header = ''] = text.split('\n', 1);
  const rows = dsvFormat(header.includes(';') ? ';' : ',').parse(text);
  return shownInRows(rows.columns, rows);
}

/** The same of rows that have been read already, from whatever format. */
export function shownInRows(columns: readonly string[], rows: readonly CsvRow[]): readonly PublishedCount[] {
  const has = (...names: readonly string[]) => names.every((name) => columns.includes(name));
  if (has('kartlaggning', 'matt', 'serie', 'varde')) return rows.map(mapped);
  if (has('uppgift', 'alder', 'varde')) return rows.map(figure);
  if (has('program', 'programindikator', 'basar', 'varde')) return rows.flatMap(baseYear);
  if (has('program', 'programindikator', 'ar', 'varde')) return rows.map(outcome);
  if (!has('indikator', 'kod', 'ar', 'kon', 'varde')) return [];
  return rows.map(({ indikator = '', kod = '', ar = '', kon = '', varde }) => {
    return { indikator, kod, ar, kon, varde: numberIn(varde) };
  });
}

/** Whose row it is: our tables say `kod`, a publisher's own files `kommunkod`. */
const placeOf = (row: CsvRow): string => row.kod ?? row.kommunkod ?? '';

/** A count or a percentage of a kartläggning, by everything that tells it from another. */
const mapped = (row: CsvRow): PublishedCount => ({
  indikator: ['kartlaggning', ...KARTLAGGNING.map((name) => row[name] ?? '')].join('/'),
  kod: row.kod ?? '',
  ar: row.ar ?? '',
  kon: row.enhet === 'procent' ? `${row.kon}|procent` : (row.kon ?? ''),
  varde: numberIn(row.varde),
});
const KARTLAGGNING = ['kartlaggning', 'matt', 'situation', 'alder', 'hushallstyp', 'tid', 'orsak', 'serie'];

/** A figure of an inventory. */
const figure = (row: CsvRow): PublishedCount => ({
  indikator: ['inventering', row.uppgift, row.alder].join('/'),
  kod: placeOf(row),
  ar: row.ar ?? '',
  kon: row.kon ?? '',
  varde: numberIn(row.varde),
});

/** The base year of a programme's indicator: all, women and men. */
const baseYear = (row: CsvRow): readonly PublishedCount[] =>
  (
    [
      ['varde', 'T'],
      ['kvinnor', 'K'],
      ['man', 'M'],
    ] as const
  ).map(([column, kon]) => ({
    indikator: ['program', row.program, row.programindikator].join('/'),
    kod: placeOf(row),
    ar: row.basar ?? '',
    kon,
    varde: numberIn(row[column]),
  }));

const outcome = (row: CsvRow): PublishedCount => ({
  indikator: ['program', row.program, row.programindikator].join('/'),
  kod: placeOf(row),
  ar: row.ar ?? '',
  kon: 'T',
  varde: numberIn(row.varde),
});
