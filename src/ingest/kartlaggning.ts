import { z } from 'zod';
import { ABSENCE_BY_SIGN } from '../model/absence.ts';
import {
  type Kartlaggning,
  KartlaggningDefinition,
  type Kartlaggningsvarde,
  MATT,
  SITUATIONER,
} from '../model/kartlaggning.ts';
import { RIKET } from '../model/kommun.ts';
import { Kon } from '../model/observation.ts';
import { plainNumber } from './cells/number.ts';
import type { PlaceCode } from './cells/place.ts';
import { IntegerCell, OptionalText, readRecords, Text } from './csv/records.ts';
import { type JsonFile, placeIn, readJson, validate } from './json/read.ts';
import { reportSums } from './kartlaggning-sums.ts';
import { didYouMean } from './nearest.ts';
import { type Reading, required } from './source.ts';

const FOLDER = /^kartlaggningar\/([^/]+)\/[^/]+$/;

/** Empty when the row has a reason instead. */
const OptionalCount = z
  .string()
  .transform((text) => (text === '' ? null : plainNumber(text)))
  .pipe(z.number().nullable());
const OptionalReason = z.enum(['', ...ABSENCE_BY_SIGN.keys()]);

const Row = z.object({
  ar: IntegerCell,
  matt: z.enum(MATT),
  situation: z.enum(SITUATIONER),
  kon: Kon,
  varde: OptionalCount,
  saknas: OptionalReason,
  enhet: z.enum(['antal', 'procent']),
  ungefar: z.enum(['ja', '']),
  omraknad: OptionalText,
  kalla: Text,
  not: OptionalText,
});
type Row = z.infer<typeof Row>;

/** Reads `kartlaggningar/<slug>/`: `kartlaggning.json` and `varden.csv`. The national series comes first, then by slug. */
export function readKartlaggningar(
  reading: Reading,
  places: ReadonlyMap<string, PlaceCode>,
): readonly Kartlaggning[] {
  const slugs = new Set([...reading.files.keys()].flatMap((path) => FOLDER.exec(path)?.[1] ?? []));
  const read = [...slugs].sort().flatMap((slug) => readOne(reading, slug, places) ?? []);
  return [...read.filter((k) => k.kod === RIKET), ...read.filter((k) => k.kod !== RIKET)];
}

function readOne(
  reading: Reading,
  slug: string,
  places: ReadonlyMap<string, PlaceCode>,
): Kartlaggning | null {
  const fil = `kartlaggningar/${slug}/kartlaggning.json`;
  const source = required(reading, fil);
  const json = source && readJson(source, reading.report);
  const definition = json && validate(json, [], KartlaggningDefinition, reading.report);
  if (!json || !definition) return null;
  checkDefinition(reading, slug, json, definition, places);
  const varden = readValues(reading, slug, definition);
  return { ...definition, varden, fil };
}

function checkDefinition(
  { report }: Reading,
  slug: string,
  json: JsonFile,
  definition: KartlaggningDefinition,
  places: ReadonlyMap<string, PlaceCode>,
): void {
  if (definition.slug !== slug)
    report(
      'kartlaggning-slug',
      placeIn(json, ['slug']),
      `Mappen heter ${slug}, men i filen står ”${definition.slug}”.`,
      `Skriv ”${slug}” eller byt namn på mappen.`,
    );
  if (!places.has(definition.kod))
    report(
      'kommunkod-okand',
      placeIn(json, ['kod']),
      `Koden ”${definition.kod}” finns inte i referensdata.`,
      didYouMean(definition.kod, [...places.keys()]),
    );
  definition.omgangar.forEach(({ ar }, i) => {
    if (definition.omgangar.findIndex((o) => o.ar === ar) < i)
      report(
        'dubblett',
        placeIn(json, ['omgangar', i, 'ar']),
        `Det finns redan en omgång för ${ar}.`,
        'Ta bort den ena.',
      );
  });
}

const keyOf = (r: Row) => [r.ar, r.matt, r.situation, r.kon, r.enhet, r.omraknad].join(' ').trim();

function readValues(
  reading: Reading,
  slug: string,
  definition: KartlaggningDefinition,
): readonly Kartlaggningsvarde[] {
  const file = `kartlaggningar/${slug}/varden.csv`;
  const source = required(reading, file);
  if (!source) return [];
  const years = definition.omgangar.map((o) => String(o.ar));
  const segments = definition.omgangar.map((o) => o.jamforbar);
  const lineOf = new Map<string, number>();
  const { report } = reading;
  const values = readRecords(reading, source, Row).flatMap(({ record, line }) => {
    const at = (column: keyof Row) => ({ file, row: line, column, value: String(record[column] ?? '') });
    const { ar, varde, saknas, omraknad } = record;
    const before = lineOf.get(keyOf(record));
    if (!years.includes(String(ar)))
      report('omgang-okand', at('ar'), `Det finns ingen omgång ${ar}.`, didYouMean(String(ar), years));
    else if (omraknad !== '' && !segments.includes(omraknad))
      report(
        'omgang-okand',
        at('omraknad'),
        `Ingen omgång är jämförbar enligt ”${omraknad}”.`,
        didYouMean(omraknad, segments),
      );
    else if ((varde === null) === (saknas === ''))
      report(
        'varde-och-saknas',
        at('varde'),
        varde === null ? 'Raden har varken värde eller skäl.' : 'Raden har både ett värde och ett skäl.',
        'Fyll i antingen varde eller saknas.',
      );
    else if (varde !== null && varde < 0)
      report('tal-utanfor', at('varde'), `${varde} är mindre än noll.`, 'Kontrollera talet mot källan.');
    else if (varde !== null && record.enhet === 'procent' && varde > 100)
      report('tal-utanfor', at('varde'), `${varde} är mer än 100 procent.`, 'Kontrollera talet och enheten.');
    else if (varde !== null && record.enhet === 'antal' && !Number.isInteger(varde))
      report('tal-ej-heltal', at('varde'), `${varde} är inte ett heltal.`, 'Skriv antalet utan decimaler.');
    else if (before !== undefined)
      report('dubblett', at('ar'), `Samma uppgift står redan på rad ${before}.`, 'Ta bort den ena raden.');
    else {
      lineOf.set(keyOf(record), line);
      return [publishedValue(record, file, line)];
    }
    return [];
  });
  reportSums(reading, values);
  return values;
}

const publishedValue = (record: Row, fil: string, rad: number): Kartlaggningsvarde => ({
  ...record,
  saknas: ABSENCE_BY_SIGN.get(record.saknas) ?? null,
  ungefar: record.ungefar === 'ja',
  omraknad: record.omraknad === '' ? null : record.omraknad,
  not: record.not === '' ? null : record.not,
  ursprung: { fil, rad },
});
