import { dsvFormat } from 'd3-dsv';
import { numberIn, type Shown } from './shown.ts';

/** Every value in a CSV file with a column for each of indicator, code, year, sex and value; none of another file. */
export function shownInCsv(content: Uint8Array): readonly Shown[] {
  const text = new TextDecoder().decode(content);
  const [header = ''] = text.split('\n', 1);
  const rows = dsvFormat(header.includes(';') ? ';' : ',').parse(text);
  if (!['indikator', 'kod', 'ar', 'kon', 'varde'].every((name) => rows.columns.includes(name))) return [];
  return rows.map(({ indikator = '', kod = '', ar = '', kon = '', varde }) => ({
    indikator,
    kod,
    ar,
    kon,
    varde: numberIn(varde),
  }));
}
