import { z } from 'zod';
import {
  type Atgard,
  JAMFORBARHETER,
  type Program,
  type ProgramDefinition,
  type Programindikator,
  RIKTNINGAR,
  STATUSAR,
} from '../../model/program.ts';
import {
  NEEDED_TABLES,
  type PROGRAM_COLUMNS,
  PROGRAM_TABLE_NAMES,
  type ProgramTable,
} from '../../model/program-tables.ts';
import { plainNumber } from '../cells/number.ts';
import { IntegerCell, OptionalText, OptionalYear, orNull, readRecords, Text } from '../csv/records.ts';
import { optional, type Reading, required } from '../source.ts';
import { checkLinks, type Rows, unique } from './links.ts';

const Count = z.string().transform(plainNumber).pipe(z.int().min(0, 'inte mindre än noll'));
const OptionalCount = z
  .string()
  .transform((text) => (text === '' ? null : plainNumber(text)))
  .pipe(z.int().min(0, 'inte mindre än noll').nullable());
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
  'indikatorer.csv': ['not', 'foljs_av'],
  'arbetssatt.csv': ['text'],
  'atgarder.csv': ['medverkar', 'start', 'slut', 'budget'],
};

/** Every file of a programme. */
export const PROGRAM_FILES: readonly string[] = ['program.json', ...PROGRAM_TABLE_NAMES];

export type ProgramRecord<N extends ProgramTable> = z.output<(typeof PROGRAM_TABLES)[N]>;

type Tables = Omit<Program, keyof ProgramDefinition | 'fil'>;

const names = (cell: string) => cell.split('|').flatMap((name) => orNull(name.trim()) ?? []);
const records = <T>(rows: Rows<T>): readonly T[] => rows.map(({ record }) => record);

/** Reads the tables of a programme and reports what does not hang together. */
export function readProgramTables(reading: Reading, folder: string, definition: ProgramDefinition): Tables {
  const read = <N extends ProgramTable>(name: N): Rows<ProgramRecord<N>> => {
    const path = `${folder}/${name}`;
    const source = NEEDED_TABLES.has(name) ? required(reading, path) : optional(reading, path);
    const schema = PROGRAM_TABLES[name];
    return source ? readRecords(reading, source, schema, { optional: PROGRAM_OPTIONAL[name] }) : [];
  };
  const withId = <
    N extends 'mal.csv' | 'indikatorer.csv' | 'strategier.csv' | 'arbetssatt.csv' | 'atgarder.csv',
  >(
    name: N,
  ) => unique(reading, `${folder}/${name}`, read(name));
  const rows = {
    mal: withId('mal.csv'),
    indikatorer: withId('indikatorer.csv'),
    utfall: read('utfall.csv'),
    strategier: withId('strategier.csv'),
    arbetssatt: withId('arbetssatt.csv'),
    atgarder: withId('atgarder.csv'),
    lagen: read('lage.csv'),
    fakta: read('fakta.csv'),
  };
  checkLinks(reading, folder, rows, definition);
  const strategi = new Map(rows.arbetssatt.map(({ record }) => [record.id, record.strategi]));
  return {
    mal: records(rows.mal).map(({ del_av, overgripande, ...mal }) => ({
      ...mal,
      overgripande: overgripande === 'ja',
      delAv: orNull(del_av),
    })),
    strategier: records(rows.strategier),
    arbetssatt: records(rows.arbetssatt).map((a) => ({ ...a, text: orNull(a.text) })),
    indikatorer: rows.indikatorer.map(
      ({ record: { foljs_av, ...record }, line }): Programindikator => ({
        skyddade: [],
        ...record,
        foljsAv: orNull(foljs_av),
        tabell: orNull(record.tabell),
        not: orNull(record.not),
        ursprung: { fil: `${folder}/indikatorer.csv`, rad: line },
      }),
    ),
    utfall: rows.utfall.map(({ record, line }) => ({
      ...record,
      ursprung: { fil: `${folder}/utfall.csv`, rad: line },
    })),
    atgarder: records(rows.atgarder).flatMap((a): readonly Atgard[] => {
      const of = strategi.get(a.arbetssatt);
      if (of === undefined) return [];
      return [{ ...a, strategi: of, leder: names(a.leder), medverkar: names(a.medverkar) }];
    }),
    lagen: records(rows.lagen)
      .map((l) => ({ ...l, text: orNull(l.text) }))
      .toSorted((a, b) => (a.datum < b.datum ? -1 : 1)),
    utgangspunkter: records(read('utgangspunkter.csv')),
    principer: records(read('principer.csv')),
    ansvar: records(read('ansvar.csv')).map(({ hanteras_av, ...a }) => ({ ...a, hanterasAv: hanteras_av })),
    fakta: records(rows.fakta),
    dokument: records(read('dokument.csv')).map((d) => ({ ...d, lank: orNull(d.lank) })),
    kunskapsbehov: records(read('kunskap.csv')),
    uppfoljning: records(read('uppfoljning.csv')),
  };
}
