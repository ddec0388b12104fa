import { z } from 'zod';
import { Kommunkod, Lanskod, type UtgangenKod } from '../../model/kommun.ts';
import { orNull, Text } from '../csv/records.ts';
import type { Reading } from '../source.ts';
import { byCode, checkCode, OptionalDate, rowsOf } from './rows.ts';

export const UtgangenRad = z.object({
  kod: z.union([Kommunkod, Lanskod]),
  ersatt_av: z
    .string()
    .transform(orNull)
    .pipe(z.union([Kommunkod, Lanskod]).nullable()),
  giltig_till: OptionalDate,
  skal: Text,
});

/**
 * Codes that have gone out of use. One that still is in use would say two things of the same place.
 * @param inForce the codes in force of the same kind (kommun or län) as a code
 */
export function readRetired(
  reading: Reading,
  inForce: (kod: string) => ReadonlySet<string>,
): readonly UtgangenKod[] {
  const file = 'referens/utgangna_koder.csv';
  const rows = rowsOf(reading, 'utgangna_koder.csv', UtgangenRad, { column: 'kod', keyOf: (r) => r.kod });
  return rows
    .filter(({ record: r, line: row }) => {
      if (r.ersatt_av !== null)
        checkCode(reading, { file, row, column: 'ersatt_av' }, r.ersatt_av, inForce(r.ersatt_av));
      const used = inForce(r.kod).has(r.kod);
      if (used)
        reading.report(
          'referens-kod-i-bruk',
          { file, row, column: 'kod', value: r.kod },
          `Koden ${r.kod} står som utgången, men är i bruk.`,
          `Ta bort raden här, eller koden ur ${r.kod.length === 2 ? 'lan.csv' : 'kommuner.csv'}.`,
        );
      return !used;
    })
    .map(({ record: r }) => ({
      kod: r.kod,
      ersattAv: r.ersatt_av,
      giltigTill: r.giltig_till,
      skal: r.skal,
    }))
    .sort(byCode);
}
