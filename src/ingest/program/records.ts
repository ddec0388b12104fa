import { z } from 'zod';
import { JAMFORBARHETER, RIKTNINGAR, STATUSAR } from '../../model/program.ts';
import { type PROGRAM_COLUMNS, PROGRAM_TABLE_NAMES, type ProgramTable } from '../../model/program-tables.ts';
import { plainNumber } from '../cells/number.ts';
import { IntegerCell, OptionalText, OptionalYear, Text } from '../csv/records.ts';
import { BIDRAG_COLUMNS } from '../omraden/bidrag.ts';

const Count = z.string().transform(plainNumber).pipe(z.int().min(0, 'inte mindre än noll'));
const OptionalCount = z
  .string()
  .transform((text) => (text === '' ? null : plainNumber(text)))
  .pipe(z.int().min(0, 'inte mindre än noll').nullable());
/** Who stands behind a magnitude: read together (`bidragReader`). */
const bidrag = { bidragande: OptionalText, storsta_andel: OptionalText, nast_storsta_andel: OptionalText };
const Day = z.iso.date('ett datum som 2025-12-31');

/** What the columns of each table may hold. */
export const PROGRAM_TABLES = {
  'mal.csv': z.object({ id: Text, titel: Text, overgripande: z.enum(['ja', '']), del_av: OptionalText }),
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
    not: OptionalText,
    foljs_av: OptionalText,
    vilkas: OptionalText,
    ...bidrag,
  }),
  'utfall.csv': z.object({
    indikator: Text,
    ar: IntegerCell,
    varde: Count,
    jamforbar: z.enum(JAMFORBARHETER),
    skal: Text,
    kalla: Text,
    ...bidrag,
  }),
  'strategier.csv': z.object({ id: Text, titel: Text }),
  'arbetssatt.csv': z.object({ id: Text, strategi: Text, titel: Text, text: OptionalText }),
  'atgarder.csv': z.object({
    id: Text,
    arbetssatt: Text,
    atgard: Text,
    leder: Text,
    medverkar: OptionalText,
    start: OptionalYear,
    slut: OptionalYear,
    budget: OptionalCount,
  }),
  'lage.csv': z.object({
    atgard: Text,
    datum: Day,
    status: z.enum(STATUSAR),
    text: OptionalText,
    kalla: Text,
  }),
  'utgangspunkter.csv': z.object({ rubrik: Text, text: Text }),
  'principer.csv': z.object({ grupp: Text, princip: Text }),
  'ansvar.csv': z.object({ vem: Text, hanteras_av: Text, regel: Text }),
  'fakta.csv': z.object({ arbetssatt: Text, namn: Text, varde: Text }),
  'dokument.csv': z.object({ titel: Text, lank: OptionalText }),
  'kunskap.csv': z.object({ rubrik: Text, text: Text }),
  'uppfoljning.csv': z.object({ nar: Text, vad: Text, vem: Text }),
} as const satisfies {
  [N in ProgramTable]: z.ZodObject<Record<(typeof PROGRAM_COLUMNS)[N][number], z.ZodType>>;
};

/** Columns that may be left out. */
export const PROGRAM_OPTIONAL: Readonly<Record<string, readonly string[]>> = {
  'mal.csv': ['del_av'],
  'indikatorer.csv': ['not', 'foljs_av', 'vilkas', ...BIDRAG_COLUMNS],
  'utfall.csv': BIDRAG_COLUMNS,
  'arbetssatt.csv': ['text'],
  'atgarder.csv': ['medverkar', 'start', 'slut', 'budget'],
};

/** Every file of a programme. */
export const PROGRAM_FILES: readonly string[] = ['program.json', ...PROGRAM_TABLE_NAMES];

export type ProgramRecord<N extends ProgramTable> = z.output<(typeof PROGRAM_TABLES)[N]>;
