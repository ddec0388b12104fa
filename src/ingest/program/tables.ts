import type { Atgard, Program, ProgramDefinition } from '../../model/program.ts';
import { NEEDED_TABLES, type ProgramTable } from '../../model/program-tables.ts';
import { orNull, readRecords } from '../csv/records.ts';
import { BIDRAG_COLUMNS, bidragReader } from '../omraden/bidrag.ts';
import { optional, type Reading, required } from '../source.ts';
import { checkLinks, type Rows, unique } from './links.ts';
import { PROGRAM_OPTIONAL, PROGRAM_TABLES, type ProgramRecord } from './records.ts';

type Tables = Omit<Program, keyof ProgramDefinition | 'fil'>;

const names = (cell: string) => cell.split('|').flatMap((name) => orNull(name.trim()) ?? []);
const records = <T>(rows: Rows<T>): readonly T[] => rows.map(({ record }) => record);

/** Where the columns of `bidragReader` are in a list of them. */
const BIDRAG_AT = new Map(BIDRAG_COLUMNS.map((column, i) => [column, i]));
type Bidragande = Readonly<Record<(typeof BIDRAG_COLUMNS)[number], string>>;

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
  const titled = new Map(
    rows.indikatorer.map(({ record }) => [
      record.id,
      { kortnamn: record.titel, vilkas: orNull(record.vilkas) },
    ]),
  );
  const bidragOf = (
    file: string,
    { record, line }: { readonly record: Bidragande; readonly line: number },
    indikator: string,
  ) => {
    const whose = titled.get(indikator) ?? { kortnamn: indikator, vilkas: null };
    const read = bidragReader(`${folder}/${file}`, BIDRAG_AT, whose, reading.report);
    const bidrag = read?.(
      BIDRAG_COLUMNS.map((column) => record[column]),
      line,
    );
    return bidrag === undefined ? {} : { bidrag };
  };
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
      ({ record: { foljs_av, vilkas, bidragande, storsta_andel, nast_storsta_andel, ...record }, line }) => ({
        skyddade: [],
        ...record,
        foljsAv: orNull(foljs_av),
        vilkas: orNull(vilkas),
        ...bidragOf(
          'indikatorer.csv',
          { record: { bidragande, storsta_andel, nast_storsta_andel }, line },
          record.id,
        ),
        tabell: orNull(record.tabell),
        not: orNull(record.not),
        ursprung: { fil: `${folder}/indikatorer.csv`, rad: line },
      }),
    ),
    utfall: rows.utfall.map(
      ({ record: { bidragande, storsta_andel, nast_storsta_andel, ...record }, line }) => ({
        ...record,
        ...bidragOf(
          'utfall.csv',
          { record: { bidragande, storsta_andel, nast_storsta_andel }, line },
          record.indikator,
        ),
        ursprung: { fil: `${folder}/utfall.csv`, rad: line },
      }),
    ),
    atgarder: records(rows.atgarder).flatMap((a): readonly Atgard[] => {
      const of = strategi.get(a.arbetssatt);
      if (of === undefined) return [];
      return [{ ...a, strategi: of, leder: names(a.leder), medverkar: names(a.medverkar) }];
    }),
    lagen: rows.lagen
      .map(({ record, line }) => ({
        ...record,
        text: orNull(record.text),
        ursprung: { fil: `${folder}/lage.csv`, rad: line },
      }))
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
