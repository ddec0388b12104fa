import { z } from 'zod';
import type { Formular } from '../../model/formular.ts';
import { ALDRAR, EXEMPELKOD, type Inventering, type InventeringRad } from '../../model/inventering.ts';
import { Kon } from '../../model/observation.ts';
import { plainNumber } from '../cells/number.ts';
import { explainCode, type Places } from '../cells/place.ts';
import { asWritten, OptionalCount, OptionalText, readRecords } from '../csv/records.ts';
import { didYouMean } from '../nearest.ts';
import { optional, type Reading } from '../source.ts';
import { reportInventeringSums } from './sums.ts';

const FILE = /^inventering\/[^/]+\.csv$/;

export const InventeringTabell = z.object({
  kommunkod: z.string(),
  ar: z
    .string()
    .transform((text) => (text === '' ? null : plainNumber(text)))
    .pipe(z.int().nullable()),
  uppgift: z.string(),
  kon: Kon,
  alder: z.enum(ALDRAR),
  varde: OptionalCount,
  text: OptionalText,
});
type Row = z.infer<typeof InventeringTabell>;

/** The columns of an inventory file, in order. */
export const INVENTERING_COLUMNS: readonly string[] = Object.keys(InventeringTabell.shape);

/** Reads every `inventering/*.csv`: one inventory for each kommun and year, by code and year. */
export function readInventeringar(reading: Reading, places: Places, form: Formular): readonly Inventering[] {
  const files = [...reading.files.keys()].filter((path) => FILE.test(path)).sort();
  const fileOf = new Map<string, string>();
  return files.flatMap((file) =>
    readInventering(reading, file, places, form).filter(({ kod, ar, namn }) => {
      const before = fileOf.get(`${kod} ${ar}`);
      fileOf.set(`${kod} ${ar}`, before ?? file);
      if (before !== undefined)
        reading.report(
          'inventering-dubbel',
          { file, column: 'ar', value: String(ar) },
          `Inventeringen för ${namn} ${ar} står redan i ${before}.`,
          'Ta bort den ena filen, eller raderna för året ur den.',
        );
      return before === undefined;
    }),
  );
}

/** Reads one inventory file, as it lies in `data/` or as a kommun gives it to the tool in the browser. */
export function readInventering(
  reading: Reading,
  file: string,
  places: Places,
  form: Formular,
): readonly Inventering[] {
  const source = optional(reading, file);
  if (!source) return [];
  const lineOf = new Map<string, number>();
  const read = readRecords(reading, source, InventeringTabell).flatMap(({ record, line }) => {
    const at = { file, row: line };
    // A row of the template that nobody has filled in: not known is not zero.
    if (record.varde === null && record.text === '') return [];
    const namn = nameOf(reading, record, at, places);
    const rad = namn === null ? null : radOf(reading, record, at, form);
    if (namn === null || rad === null || record.ar === null) return [];
    const key = [record.kommunkod, record.ar, rad.uppgift, rad.kon, rad.alder].join('|');
    const before = lineOf.get(key);
    if (before !== undefined && rad.text === null) {
      const text = `Samma uppgift står redan på rad ${before}.`;
      reading.report(
        'dubblett',
        { ...at, column: 'uppgift', value: rad.uppgift },
        text,
        'Ta bort den ena raden.',
      );
      return [];
    }
    lineOf.set(key, line);
    return [{ kod: record.kommunkod, ar: record.ar, namn, rad }];
  });
  const inventeringar = [...Map.groupBy(read, (r) => `${r.kod} ${r.ar}`).values()].flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    const { kod, namn, ar } = first;
    return [{ kod, namn, ar, exempel: kod === EXEMPELKOD, rader: rows.map((r) => r.rad), rattelser: [] }];
  });
  for (const inventering of inventeringar) reportInventeringSums(reading, inventering, form);
  return inventeringar.toSorted((a, b) => a.kod.localeCompare(b.kod, 'sv') || a.ar - b.ar);
}

type At = { readonly file: string; readonly row: number };

function nameOf({ report }: Reading, { kommunkod, ar }: Row, at: At, places: Places): string | null {
  if (ar === null || ar < 2000 || ar > 2100) {
    report(
      'inventering-ar',
      { ...at, column: 'ar', value: asWritten(ar) },
      ar === null ? 'Året saknas.' : `${ar} är inget rimligt år.`,
      'Skriv året som inventeringen gäller, med fyra siffror.',
    );
    return null;
  }
  if (kommunkod === EXEMPELKOD) return 'Exempelkommunen';
  const place = places.byCode.get(kommunkod);
  if (place?.niva === 'kommun') return place.namn;
  explainCode({ ...at, column: 'kommunkod' }, kommunkod, { places }, report);
  return null;
}

function radOf({ report }: Reading, row: Row, at: At, { uppgifter }: Formular): InventeringRad | null {
  const uppgift = uppgifter.find((u) => u.kod === row.uppgift);
  const { kon, alder, varde, text } = row;
  const place = { ...at, column: 'varde', value: asWritten(varde) };
  if (!uppgift)
    report(
      'uppgift-okand',
      { ...at, column: 'uppgift', value: row.uppgift },
      `Inventeringen har ingen uppgift ”${row.uppgift}”.`,
      didYouMean(
        row.uppgift,
        uppgifter.map((u) => u.kod),
      ),
    );
  else if (uppgift.enhet !== 'personer' && (kon !== 'T' || alder !== 'alla'))
    report(
      'uppgift-delas-inte',
      { ...at, column: kon === 'T' ? 'alder' : 'kon', value: kon === 'T' ? alder : kon },
      `”${uppgift.namn}” räknas inte efter kön eller ålder.`,
      'Skriv T och alla.',
    );
  else if (uppgift.enhet === 'text' ? varde !== null : text !== '')
    report(
      'uppgift-fel-sort',
      {
        ...at,
        column: uppgift.enhet === 'text' ? 'varde' : 'text',
        value: uppgift.enhet === 'text' ? String(varde) : text,
      },
      uppgift.enhet === 'text'
        ? `”${uppgift.namn}” är fri text och har ingen siffra.`
        : `”${uppgift.namn}” är en siffra och har ingen text.`,
      'Flytta det till rätt kolumn.',
    );
  else if (varde !== null && varde < 0)
    report('tal-utanfor', place, `${varde} är mindre än noll.`, 'Kontrollera talet.');
  else
    return {
      uppgift: uppgift.kod,
      kon,
      alder,
      varde,
      skyddad: false,
      text: text === '' ? null : text,
      ursprung: { fil: at.file, rad: at.row },
    };
  return null;
}
