import { z } from 'zod';
import {
  type Atgard,
  JAMFORBARHETER,
  type Mal,
  type Program,
  type ProgramDefinition,
  type Programindikator,
  RIKTNINGAR,
  type Strategi,
  type Utfall,
} from '../../model/program.ts';
import { plainNumber } from '../cells/number.ts';
import { IntegerCell, OptionalText, type RecordSchema, readRecords, Text } from '../csv/records.ts';
import { didYouMean } from '../nearest.ts';
import { type Reading, required } from '../source.ts';

const Count = z.string().transform(plainNumber).pipe(z.int().min(0, 'inte mindre än noll'));
const OptionalCount = z
  .string()
  .transform((text) => (text === '' ? null : plainNumber(text)))
  .pipe(z.int().min(0, 'inte mindre än noll').nullable());

/** The tables of a programme, by file name: their columns in order. The page that tells how to publish one shows them. */
export const PROGRAM_TABLES = {
  'mal.csv': z.object({ id: Text, titel: Text, overgripande: z.enum(['ja', '']) }),
  'indikatorer.csv': z.object({
    id: Text,
    mal: Text,
    titel: Text,
    enhet: Text,
    riktning: z.enum(RIKTNINGAR),
    basar: IntegerCell,
    varde: Count,
    kvinnor: OptionalCount,
    man: OptionalCount,
    tabell: OptionalText,
    kalla: Text,
  }),
  'utfall.csv': z.object({
    indikator: Text,
    ar: IntegerCell,
    varde: Count,
    jamforbar: z.enum(JAMFORBARHETER),
    skal: Text,
    kalla: Text,
  }),
  'strategier.csv': z.object({ id: Text, titel: Text }),
  'atgarder.csv': z.object({ strategi: Text, arbetssatt: Text, atgard: Text, ansvariga: Text }),
} as const satisfies Record<string, RecordSchema>;

/** Every file of a programme. */
export const PROGRAM_FILES: readonly string[] = ['program.json', ...Object.keys(PROGRAM_TABLES)];

type Tables = Pick<Program, 'mal' | 'indikatorer' | 'utfall' | 'strategier' | 'atgarder'>;
type Rows<T> = readonly { readonly record: T; readonly line: number }[];

/** Reads the five tables of a programme and reports what does not hang together. */
export function readProgramTables(reading: Reading, folder: string, definition: ProgramDefinition): Tables {
  const rows = <N extends keyof typeof PROGRAM_TABLES>(
    name: N,
  ): Rows<z.output<(typeof PROGRAM_TABLES)[N]>> => {
    const source = required(reading, `${folder}/${name}`);
    return source ? readRecords(reading, source, PROGRAM_TABLES[name]) : [];
  };
  const mal = unique(reading, `${folder}/mal.csv`, rows('mal.csv'));
  const strategier = unique(reading, `${folder}/strategier.csv`, rows('strategier.csv'));
  const indikatorRows = unique(reading, `${folder}/indikatorer.csv`, rows('indikatorer.csv'));
  const utfallRows = rows('utfall.csv');
  const atgardRows = rows('atgarder.csv');

  const known = (file: string, column: string, line: number, value: string, ids: readonly string[]) => {
    if (ids.includes(value)) return;
    reading.report(
      'program-okant-id',
      { file: `${folder}/${file}`, row: line, column, value },
      `Det finns inget id ”${value}” i programmet.`,
      didYouMean(value, ids),
    );
  };
  const malIds = mal.map((r) => r.record.id);
  const indikatorIds = indikatorRows.map((r) => r.record.id);
  const strategiIds = strategier.map((r) => r.record.id);
  for (const { record, line } of indikatorRows) {
    known('indikatorer.csv', 'mal', line, record.mal, malIds);
    checkSexes(reading, `${folder}/indikatorer.csv`, line, record);
  }
  const base = new Map(indikatorRows.map((r) => [r.record.id, r.record.basar]));
  for (const { record, line } of utfallRows) {
    known('utfall.csv', 'indikator', line, record.indikator, indikatorIds);
    checkYear(reading, `${folder}/utfall.csv`, line, record.ar, base.get(record.indikator), definition);
  }
  for (const { record, line } of atgardRows)
    known('atgarder.csv', 'strategi', line, record.strategi, strategiIds);
  checkWhole(
    reading,
    folder,
    malIds,
    indikatorRows.map((r) => r.record.mal),
  );

  return {
    mal: mal.map(({ record }): Mal => ({ ...record, overgripande: record.overgripande === 'ja' })),
    strategier: strategier.map(({ record }): Strategi => record),
    indikatorer: indikatorRows.map(
      ({ record, line }): Programindikator => ({
        skyddade: [],
        ...record,
        tabell: record.tabell === '' ? null : record.tabell,
        ursprung: { fil: `${folder}/indikatorer.csv`, rad: line },
      }),
    ),
    utfall: utfallRows.map(
      ({ record, line }): Utfall => ({ ...record, ursprung: { fil: `${folder}/utfall.csv`, rad: line } }),
    ),
    atgarder: atgardRows.map(
      ({ record }): Atgard => ({ ...record, ansvariga: record.ansvariga.split('|').map((a) => a.trim()) }),
    ),
  };
}

/** Rows with an id that no row before has; the others are reported. */
function unique<T extends { readonly id: string }>(
  { report }: Reading,
  file: string,
  rows: Rows<T>,
): Rows<T> {
  return rows.filter(({ record, line }, i) => {
    const before = rows.slice(0, i).find((r) => r.record.id === record.id);
    if (before)
      report(
        'dubblett',
        { file, row: line, column: 'id', value: record.id },
        `Samma id står redan på rad ${before.line}.`,
        'Ge raden ett eget id.',
      );
    return !before;
  });
}

function checkSexes(
  { report }: Reading,
  file: string,
  row: number,
  {
    varde,
    kvinnor,
    man,
  }: { readonly varde: number; readonly kvinnor: number | null; readonly man: number | null },
): void {
  const sum = (kvinnor ?? 0) + (man ?? 0);
  const complete = kvinnor !== null && man !== null;
  if (sum <= varde && (!complete || sum === varde)) return;
  report(
    'kon-summa',
    { file, row, column: 'varde', value: String(varde) },
    `Kvinnor och män är tillsammans ${sum}, men totalen är ${varde}.`,
    'Kontrollera raden mot källan.',
  );
}

function checkYear(
  { report }: Reading,
  file: string,
  row: number,
  ar: number,
  basar: number | undefined,
  { tillAr }: ProgramDefinition,
): void {
  if (basar === undefined || (ar > basar && ar <= tillAr + 1)) return;
  report(
    'program-ar',
    { file, row, column: 'ar', value: String(ar) },
    ar <= basar
      ? `Utfallet ${ar} är inte senare än basåret ${basar}.`
      : `${ar} är efter programmets slut ${tillAr}.`,
    'Ett utfall ska vara från åren efter basåret, och senast året efter programmets slut.',
  );
}

/** Every goal must be followed by something. */
function checkWhole(
  { report }: Reading,
  folder: string,
  mal: readonly string[],
  followed: readonly string[],
): void {
  for (const id of mal)
    if (!followed.includes(id))
      report(
        'program-mal-utan-indikator',
        { file: `${folder}/indikatorer.csv`, value: id },
        `Målet ”${id}” har ingen indikator.`,
        'Lägg till en rad i indikatorer.csv.',
      );
}
