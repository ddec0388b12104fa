import { z } from 'zod';
import { Kommunkod, type Stadsdel } from '../../model/kommun.ts';
import { slugOf } from '../../model/slug.ts';
import { OptionalText, Text } from '../csv/records.ts';
import type { Reading } from '../source.ts';
import { byCode, checkCode, OptionalDate, rowsOf } from './rows.ts';

export const StadsdelRad = z.object({
  kod: z.string().regex(/^\d{4}-[a-z0-9-]+$/),
  kommunkod: Kommunkod,
  stadsdel: Text,
  typ: Text,
  giltig_fran: z.iso.date(),
  giltig_till: OptionalDate,
  not: OptionalText,
  kalla: OptionalText,
});

/** Reads `referens/stadsdelar.csv`: no stadsdel twice on the same day. */
export function readStadsdelar(reading: Reading, kommunkoder: ReadonlySet<string>): readonly Stadsdel[] {
  const file = 'referens/stadsdelar.csv';
  const rows = rowsOf(reading, 'stadsdelar.csv', StadsdelRad, { column: 'kod', keyOf: (r) => r.kod });
  for (const { record: r, line: row } of rows) {
    checkCode(reading, { file, row, column: 'kommunkod' }, r.kommunkod, kommunkoder);
    if (!r.kod.startsWith(`${r.kommunkod}-`))
      reading.report(
        'referens-okand-kod',
        { file, row, column: 'kod', value: r.kod },
        `Koden ”${r.kod}” börjar inte med kommunkoden ${r.kommunkod}.`,
        `Skriv ”${r.kommunkod}-${slugOf(r.stadsdel)}”.`,
      );
    const same = rows.find(
      ({ record: o, line }) =>
        line < row &&
        o.kommunkod === r.kommunkod &&
        o.stadsdel.toLowerCase() === r.stadsdel.toLowerCase() &&
        o.giltig_fran <= (r.giltig_till ?? '9999') &&
        r.giltig_fran <= (o.giltig_till ?? '9999'),
    );
    if (same)
      reading.report(
        'stadsdel-overlappar',
        { file, row, column: 'giltig_fran', value: r.giltig_fran },
        `${r.stadsdel} i ${r.kommunkod} finns redan på rad ${same.line}, under en del av samma tid.`,
        'Skriv när den ena slutar gälla (giltig_till), eller ta bort den.',
      );
    if (r.giltig_till !== null && r.giltig_till < r.giltig_fran)
      reading.report(
        'referens-datum',
        { file, row, column: 'giltig_till', value: r.giltig_till },
        `${r.stadsdel} slutar gälla ${r.giltig_till}, innan den börjar ${r.giltig_fran}.`,
      );
  }
  return rows
    .map(({ record: r }) => ({
      kod: r.kod,
      kommunkod: r.kommunkod,
      namn: r.stadsdel,
      typ: r.typ,
      giltigFran: r.giltig_fran,
      giltigTill: r.giltig_till,
      not: r.not,
      kalla: r.kalla,
    }))
    .sort(byCode);
}
