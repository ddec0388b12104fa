import { z } from 'zod';
import { ABSENCE_BY_SIGN } from '../../model/absence.ts';
import {
  INDELNINGAR,
  type KartlaggningDefinition,
  type Kartlaggningsvarde,
  MATT,
  SITUATIONER,
} from '../../model/kartlaggning.ts';
import { countKey, partsIn } from '../../model/kartlaggning-sums.ts';
import { type Referens, RIKET, timeOf } from '../../model/kommun.ts';
import { Kon } from '../../model/observation.ts';
import { plainNumber } from '../cells/number.ts';
import { explainCode, type Places } from '../cells/place.ts';
import { asWritten, IntegerCell, OptionalText, orNull, readRecords, Text } from '../csv/records.ts';
import { didYouMean, nearest } from '../nearest.ts';
import { type Reading, required } from '../source.ts';
import { reportSums } from './sums.ts';

/** Empty when the row has a reason instead. */
const OptionalCount = z
  .string()
  .transform((text) => (text === '' ? null : plainNumber(text)))
  .pipe(z.number().nullable());

export const KartlaggningRad = z.object({
  ar: IntegerCell,
  plats: OptionalText,
  matt: Text,
  situation: z.enum(SITUATIONER),
  kon: Kon,
  alder: OptionalText,
  hushallstyp: OptionalText,
  tid: OptionalText,
  orsak: OptionalText,
  varde: OptionalCount,
  saknas: z.enum(['', ...ABSENCE_BY_SIGN.keys()]),
  enhet: z.enum(['antal', 'procent']),
  ungefar: z.enum(['ja', '']),
  omraknad: OptionalText,
  kalla: Text,
  not: OptionalText,
});
type Row = z.infer<typeof KartlaggningRad>;

/** Columns that a file may leave out: it then counts the whole place, and everybody together. */
export const KARTLAGGNING_OPTIONAL = ['plats', ...INDELNINGAR] as const;

/** Reads `kartlaggningar/<slug>/varden.csv`. Rows with a defect are reported and left out. */
export function readCounts(
  reading: Reading,
  definition: KartlaggningDefinition,
  referens: Referens,
  places: Places,
): readonly Kartlaggningsvarde[] {
  const file = `kartlaggningar/${definition.slug}/varden.csv`;
  const source = required(reading, file);
  if (!source) return [];
  const { report } = reading;
  const lineOf = new Map<string, number>();
  const varden = readRecords(reading, source, KartlaggningRad, { optional: KARTLAGGNING_OPTIONAL }).flatMap(
    ({ record, line }) => {
      const at = { file, row: line };
      const fits =
        fitsMeasure(reading, definition, record, at) &&
        fitsRound(reading, definition, record, at) &&
        fitsPlace(reading, { ...definition, ...referens, places }, record, at) &&
        fitsClasses(reading, definition, record, at) &&
        isPossible(reading, record, at);
      if (!fits) return [];
      const value = publishedValue(record, definition, file, line);
      const before = lineOf.get(countKey(value));
      if (before !== undefined) {
        const text = `Samma uppgift står redan på rad ${before}.`;
        report('dubblett', { ...at, column: 'ar', value: String(record.ar) }, text, 'Ta bort den ena raden.');
        return [];
      }
      lineOf.set(countKey(value), line);
      return [value];
    },
  );
  reportSums(reading, { ...definition, varden }, partsIn(referens));
  return varden;
}

type At = { readonly file: string; readonly row: number };

function fitsMeasure(
  { report }: Reading,
  { matt: own }: KartlaggningDefinition,
  { matt }: Row,
  at: At,
): boolean {
  const known = [...MATT, ...Object.keys(own)];
  if (known.includes(matt)) return true;
  const near = nearest(matt, known);
  report(
    'matt-okant',
    { ...at, column: 'matt', value: matt },
    `Det finns inget mått ”${matt}”.`,
    near === null
      ? `Är det nytt? Lägg till det under matt i kartlaggning.json: "matt": { "${matt}": "Vad det heter på sidan" }. De gemensamma är ${MATT.join(', ')}.`
      : `Menade du ”${near}”?`,
  );
  return false;
}

function fitsRound({ report }: Reading, { omgangar }: KartlaggningDefinition, row: Row, at: At): boolean {
  const years = omgangar.map((o) => String(o.ar));
  const segments = omgangar.map((o) => o.jamforbar);
  const ar = String(row.ar);
  if (!years.includes(ar)) {
    const place = { ...at, column: 'ar', value: ar };
    const near = nearest(ar, years);
    const add = `Är den ny? Lägg till den under omgangar i kartlaggning.json: { "ar": ${ar}, "matperiod": null, "jamforbar": "…" }`;
    report(
      'omgang-okand',
      place,
      `Det finns ingen omgång ${ar}.`,
      near === null ? add : `Menade du ”${near}”?`,
    );
    return false;
  }
  if (row.omraknad === '' || segments.includes(row.omraknad)) return true;
  report(
    'omgang-okand',
    { ...at, column: 'omraknad', value: row.omraknad },
    `Ingen omgång är jämförbar enligt ”${row.omraknad}”.`,
    didYouMean(row.omraknad, segments),
  );
  return false;
}

/** The kartläggning's own place, and the places that there are. */
type PlacesInReach = Pick<KartlaggningDefinition, 'kod' | 'titel'> &
  Pick<Referens, 'stadsdelar'> & { readonly places: Places };

/** A place must be the kartläggning's own or a part of it, and a stadsdel must have existed at some time that year. */
function fitsPlace(
  { report }: Reading,
  { kod, titel, stadsdelar, places }: PlacesInReach,
  { plats, ar }: Row,
  at: At,
): boolean {
  if (plats === '' || plats === kod) return true;
  const place = { ...at, column: 'plats', value: plats };
  if (!places.byCode.has(plats)) {
    explainCode({ ...at, column: 'plats' }, plats, { places }, report);
    return false;
  }
  const stadsdel = stadsdelar.find((s) => s.kod === plats);
  if (stadsdel && (stadsdel.giltigFran > `${ar}-12-31` || (stadsdel.giltigTill ?? '9999') < `${ar}-01-01`)) {
    report(
      'stadsdel-ej-giltig',
      place,
      `${stadsdel.namn} fanns ${timeOf(stadsdel)}, inte ${ar}.`,
      'Skriv den stadsdel som fanns det året.',
    );
    return false;
  }
  // A län has kommuner, whose codes begin with its own; a city has stadsdelar.
  const inside = kod === RIKET || (kod.length === 2 ? plats.startsWith(kod) : plats.startsWith(`${kod}-`));
  if (!inside)
    report(
      'plats-utanfor',
      place,
      `${places.byCode.get(plats)?.namn ?? plats} ingår inte i ${titel}.`,
      'Ta bort raden, eller lägg den i kartläggningen där platsen ingår.',
    );
  return inside;
}

function fitsClasses(
  { report }: Reading,
  { indelningar }: KartlaggningDefinition,
  row: Row,
  at: At,
): boolean {
  const wrong = INDELNINGAR.filter(
    (name) => row[name] !== '' && !indelningar[name]?.klasser.includes(row[name]),
  );
  for (const name of wrong) {
    const known = indelningar[name]?.klasser ?? [];
    report(
      'klass-okand',
      { ...at, column: name, value: row[name] },
      known.length === 0
        ? `Kartläggningen har ingen indelning efter ${name}.`
        : `Det finns ingen klass ”${row[name]}”.`,
      known.length === 0
        ? `Skriv klasserna under indelningar i kartlaggning.json.`
        : didYouMean(row[name], known),
    );
  }
  return wrong.length === 0;
}

function isPossible({ report }: Reading, { varde, saknas, enhet }: Row, at: At): boolean {
  const place = { ...at, column: 'varde', value: asWritten(varde) };
  if ((varde === null) === (saknas === ''))
    report(
      'varde-och-saknas',
      place,
      varde === null ? 'Raden har varken värde eller skäl.' : 'Raden har både ett värde och ett skäl.',
      'Fyll i antingen varde eller saknas.',
    );
  else if (varde !== null && varde < 0)
    report('tal-utanfor', place, `${varde} är mindre än noll.`, 'Kontrollera talet mot källan.');
  else if (varde !== null && enhet === 'procent' && varde > 100)
    report('tal-utanfor', place, `${varde} är mer än 100 procent.`, 'Kontrollera talet och enheten.');
  else if (varde !== null && enhet === 'antal' && !Number.isInteger(varde))
    report('tal-ej-heltal', place, `${varde} är inte ett heltal.`, 'Skriv antalet utan decimaler.');
  else return true;
  return false;
}

function publishedValue(
  { alder, hushallstyp, tid, orsak, ...record }: Row,
  { kod }: KartlaggningDefinition,
  fil: string,
  rad: number,
): Kartlaggningsvarde {
  return {
    ...record,
    plats: record.plats === '' ? kod : record.plats,
    klass: {
      alder: orNull(alder),
      hushallstyp: orNull(hushallstyp),
      tid: orNull(tid),
      orsak: orNull(orsak),
    },
    saknas: ABSENCE_BY_SIGN.get(record.saknas) ?? null,
    ungefar: record.ungefar === 'ja',
    omraknad: orNull(record.omraknad),
    not: orNull(record.not),
    ursprung: { fil, rad },
  };
}
