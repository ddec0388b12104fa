import { dsvFormat } from 'd3-dsv';
import { numberIn, type PublishedCount } from './shown.ts';

/** Every value in a CSV file with a column for each of indicator, code, year, sex and value; none of another file. */
export function shownInCsv(content: Uint8Array): readonly PublishedCount[] {
  const text = new TextDecoder().decode(content);
  const [header = ''] = text.split('\n', 1);
  const rows = dsvFormat(header.includes(';') ? ';' : ',').parse(text);
  const has = (...names: readonly string[]) => names.every((name) => rows.columns.includes(name));
  if (has('kartlaggning', 'matt', 'jamforbar', 'varde'))
    return rows.filter((r) => r.enhet === 'antal').map(count);
  if (has('kommunkod', 'uppgift', 'alder', 'varde')) return rows.map(figure);
  if (!has('indikator', 'kod', 'ar', 'kon', 'varde')) return [];
  return rows.map(({ indikator = '', kod = '', ar = '', kon = '', varde }) => ({
    indikator,
    kod,
    ar,
    kon,
    varde: numberIn(varde),
  }));
}

type Row = Readonly<Record<string, string | undefined>>;

/** A count of a kartläggning, by everything that tells it from another. */
const count = (row: Row): PublishedCount => ({
  indikator: ['kartlaggning', ...KARTLAGGNING.map((name) => row[name] ?? '')].join('/'),
  kod: row.kod ?? '',
  ar: row.ar ?? '',
  kon: row.kon ?? '',
  varde: numberIn(row.varde),
});
const KARTLAGGNING = [
  'kartlaggning',
  'matt',
  'situation',
  'alder',
  'hushallstyp',
  'tid',
  'orsak',
  'jamforbar',
];

/** A figure of an inventory. */
const figure = (row: Row): PublishedCount => ({
  indikator: ['inventering', row.uppgift, row.alder].join('/'),
  kod: row.kommunkod ?? '',
  ar: row.ar ?? '',
  kon: row.kon ?? '',
  varde: numberIn(row.varde),
});
