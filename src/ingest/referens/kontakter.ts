import { z } from 'zod';
import { WebAddress } from '../../model/address.ts';
import type { Kontakt } from '../../model/kommun.ts';
import type { Places } from '../cells/place.ts';
import { OptionalText, orNull, readRecords, Text } from '../csv/records.ts';
import { didYouMean } from '../nearest.ts';
import { optional, type Reading } from '../source.ts';
import type { SourceReader } from './kallforteckning.ts';

const FILE = 'referens/kontakter.csv';

/** A row of `referens/kontakter.csv`. */
export const KontaktRad = z.object({
  kommunkod: Text,
  webb: z.string().trim().transform(orNull).pipe(WebAddress.nullable()),
  epost: z.string().trim().transform(orNull).pipe(z.email().nullable()),
  telefon: OptionalText,
  kalla: Text,
});

/** Reads `referens/kontakter.csv`: how kommuner are reached. Empty when the file is absent. */
export function readKontakter(
  reading: Reading,
  places: Places,
  readSource: SourceReader,
): readonly Kontakt[] {
  const source = optional(reading, FILE);
  if (!source) return [];
  const lineOf = new Map<string, number>();
  return readRecords(reading, source, KontaktRad).flatMap(({ record: r, line }) => {
    const place = { file: FILE, row: line, column: 'kommunkod', value: r.kommunkod };
    const before = lineOf.get(r.kommunkod);
    if (places.byCode.get(r.kommunkod)?.niva !== 'kommun')
      reading.report(
        'kommunkod-okand',
        place,
        `Koden ”${r.kommunkod}” finns inte i referensdata.`,
        didYouMean(r.kommunkod, [...places.byCode.keys()]),
      );
    if (before !== undefined)
      reading.report(
        'dubblett',
        place,
        `${r.kommunkod} står redan på rad ${before}.`,
        'Ta bort den ena raden.',
      );
    lineOf.set(r.kommunkod, line);
    if (before !== undefined) return [];
    const { kommunkod: kod, webb, epost, telefon } = r;
    return [
      { kod, webb, epost, telefon: orNull(telefon), kalla: readSource(r.kalla, { file: FILE, row: line }) },
    ];
  });
}
