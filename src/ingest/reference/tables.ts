import { ABSENCES } from '../../model/absence.ts';
import { must } from '../../model/must.ts';
import type { RecordSchema } from '../csv/records.ts';
import { InventeringTabell } from '../inventering/inventering.ts';
import { KARTLAGGNING_OPTIONAL, KartlaggningRad } from '../kartlaggningar/varden.ts';
import { ENKAT_KEYS } from '../omraden/enkat.ts';
import { PUBLICERAT_OPTIONAL, PubliceratRad } from '../omraden/publicerat.ts';
import { REGISTER_COLUMNS } from '../omraden/register.ts';
import { PROGRAM_OPTIONAL, PROGRAM_TABLES } from '../program/records.ts';
import { FolkmangdRad } from '../referens/folkmangd.ts';
import { GrannRad, RutRad, VattenRad } from '../referens/karta.ts';
import { KOMMUN_OPTIONAL, KommunRad } from '../referens/kommuner.ts';
import { KontaktRad } from '../referens/kontakter.ts';
import { GruppRad, LanRad } from '../referens/referens.ts';
import { StadsdelRad } from '../referens/stadsdelar.ts';
import { UtgangenRad } from '../referens/utgangna.ts';
import { PUBLIKATION_OPTIONAL, PublikationRow, SynonymRow, TermRow } from '../texter/lists.ts';
import { type Column, columnsOf } from './columns.ts';

/** A kind of table: where it lies below the data folder, and its columns as the reader has them. */
export type TableKind = { readonly path: string; readonly columns: readonly Column[] };

const table = (path: string, schema: RecordSchema, optional: readonly string[] = []): TableKind => ({
  path,
  columns: columnsOf(schema, optional),
});

/** Rules of the columns that are read without a schema for each row, because there are millions of them. */
const RULES: Readonly<Record<string, string>> = {
  bidragande: 'heltal, får vara tom',
  storsta_andel: 'tal från 0 till 100, får vara tom',
  nast_storsta_andel: 'tal från 0 till 100, får vara tom',
  kommunkod: 'fyra siffror',
  kommun: 'text',
  stadsdel: 'text, får vara tom',
  kod: 'två eller fyra siffror',
  ar: 'heltal, får vara tom',
  kon: '`T`, `K`, `M`',
  varde: 'tal eller ett av indikatorns ord, får vara tom',
  saknas: `${ABSENCES.map((word) => `\`${word}\``).join(', ')}, får vara tom`,
  kalla: 'text, får vara tom',
  not: 'text, får vara tom',
  '<id>': 'ett av frågans svar, eller ett tecken för varför det saknas',
};

const listed = (names: readonly string[], optional = false): readonly Column[] =>
  names.map((name) => ({ name, rule: must(RULES[name], `rule of the column ${name}`), optional }));

/** Every table that a publisher can write, in the order of the folders. */
export const TABLES: readonly TableKind[] = [
  table('referens/kommuner.csv', KommunRad, KOMMUN_OPTIONAL),
  table('referens/lan.csv', LanRad),
  table('referens/kommungrupper.csv', GruppRad),
  table('referens/stadsdelar.csv', StadsdelRad),
  table('referens/folkmangd.csv', FolkmangdRad),
  table('referens/kontakter.csv', KontaktRad),
  table('referens/utgangna_koder.csv', UtgangenRad),
  table('referens/kommunrutor.csv', RutRad),
  table('referens/lanrutor.csv', RutRad),
  table('referens/vattenrutor.csv', VattenRad),
  table('referens/grannar.csv', GrannRad),
  { path: 'omraden/<område>/enkat/<år>.csv', columns: listed([...ENKAT_KEYS, '<id>']) },
  {
    path: 'omraden/<område>/register/<indikator>.csv',
    columns: [
      ...listed(REGISTER_COLUMNS.required),
      ...listed([...(REGISTER_COLUMNS.optional ?? []), ...(REGISTER_COLUMNS.anywhere ?? [])], true),
    ],
  },
  table('omraden/<område>/publicerat.csv', PubliceratRad, PUBLICERAT_OPTIONAL),
  table('kartlaggningar/<namn>/varden.csv', KartlaggningRad, KARTLAGGNING_OPTIONAL),
  table('inventering/<fil>.csv', InventeringTabell),
  ...Object.entries(PROGRAM_TABLES).map(([name, schema]) =>
    table(`program/<namn>/${name}`, schema, PROGRAM_OPTIONAL[name]),
  ),
  table('texter/ordlista.csv', TermRow),
  table('texter/publikationer.csv', PublikationRow, PUBLIKATION_OPTIONAL),
  table('texter/synonymer.csv', SynonymRow),
];
