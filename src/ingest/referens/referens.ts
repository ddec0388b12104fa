import { z } from 'zod';
import {
  type Kommun,
  Kommunkod,
  Lanskod,
  type Referens,
  type Ruta,
  type Stadsdel,
} from '../../model/kommun.ts';
import { slugOf, uniqueSlugs } from '../../model/slug.ts';
import { IntegerCell, OptionalText, type RecordSchema, readRecords, Text } from '../csv/records.ts';
import { nearest } from '../nearest.ts';
import { type Reading, required } from '../source.ts';

const KommunRad = z.object({
  kommunkod: Kommunkod,
  kommun: Text,
  lanskod: Lanskod,
  kommungrupp: z.string().regex(/^[A-C]\d$/),
  folkmangd: IntegerCell.pipe(z.number().min(1)),
});
/** A kommun that only its code and name are known of: enough to judge everything that points to it. */
const KommunNamn = KommunRad.extend({
  lanskod: Lanskod.catch(''),
  kommungrupp: KommunRad.shape.kommungrupp.catch(''),
  folkmangd: KommunRad.shape.folkmangd.catch(0),
});
const LanRad = z.object({ lanskod: Lanskod, lan: Text, bokstav: z.string().regex(/^[A-ZÅÄÖ]{1,2}$/) });
const LanNamn = LanRad.extend({ bokstav: LanRad.shape.bokstav.catch('') });
const GruppRad = z.object({ kod: z.string().regex(/^[A-C]\d$/), namn: Text });
const StadsdelRad = z.object({
  kod: z.string().regex(/^\d{4}-[a-z0-9-]+$/),
  kommunkod: Kommunkod,
  stadsdel: Text,
  typ: Text,
  giltig_fran: z.iso.date(),
  giltig_till: z
    .string()
    .transform((text) => (text === '' ? null : text))
    .pipe(z.iso.date().nullable()),
  not: OptionalText,
  kalla: OptionalText,
});
const RutRad = z.object({ kod: Text, col: IntegerCell, row: IntegerCell });
const RutKod = RutRad.extend({
  col: RutRad.shape.col.catch(Number.NaN),
  row: RutRad.shape.row.catch(Number.NaN),
});
const VattenRad = z.object({ namn: Text, col: IntegerCell, row: IntegerCell });
const GrannRad = z.object({ kommunkod_a: Kommunkod, kommunkod_b: Kommunkod });

type Row<S extends RecordSchema> = { readonly record: z.output<S>; readonly line: number };

/** What makes a row one of its kind, and the column that a second one is reported in. */
type RowKey<S extends RecordSchema> = {
  readonly column: string;
  readonly keyOf: (record: z.output<S>) => string;
  readonly lenient?: RecordSchema;
};

/** Reads one file of `referens/`, and keeps the first of rows with the same key. */
function rowsOf<S extends RecordSchema>(
  reading: Reading,
  name: string,
  schema: S,
  { column, keyOf, lenient }: RowKey<S>,
): readonly Row<S>[] {
  const file = `referens/${name}`;
  const source = required(reading, file);
  if (!source) return [];
  const lineOf = new Map<string, number>();
  return readRecords(reading, source, schema, { lenient }).filter(({ record, line }) => {
    const key = keyOf(record);
    const first = lineOf.get(key);
    if (first === undefined) lineOf.set(key, line);
    else
      reading.report(
        'dubblett',
        { file, row: line, column, value: key },
        `”${key}” står redan på rad ${first}.`,
        'Ta bort den ena raden.',
      );
    return first === undefined;
  });
}

/** Reports a code that points at nothing. An empty one is a stand-in for a cell that is already reported. */
function checkCode(
  reading: Reading,
  place: { readonly file: string; readonly row: number; readonly column: string },
  value: string,
  valid: ReadonlySet<string>,
): boolean {
  if (value === '' || valid.has(value) || valid.size === 0) return true;
  const near = nearest(value, valid);
  reading.report(
    'referens-okand-kod',
    { ...place, value },
    `Koden ”${value}” finns inte.`,
    near === null
      ? `De som finns: ${[...valid].slice(0, 30).join(', ')}${valid.size > 30 ? ' …' : ''}.`
      : `Menade du ”${near}”?`,
  );
  return false;
}

const byCode = <T extends { readonly kod: string }>(a: T, b: T) =>
  a.kod < b.kod ? -1 : a.kod > b.kod ? 1 : 0;

/** Reads `referens/`. Rows that cannot be used are reported and left out, so that the rest can be judged. */
export function readReferens(reading: Reading): Referens {
  const lanRows = rowsOf(reading, 'lan.csv', LanRad, {
    column: 'lanskod',
    keyOf: (r) => r.lanskod,
    lenient: LanNamn,
  });
  const lanskoder = new Set(lanRows.map(({ record }) => record.lanskod));
  const groupRows = rowsOf(reading, 'kommungrupper.csv', GruppRad, { column: 'kod', keyOf: (r) => r.kod });
  const groups = new Set(groupRows.map(({ record }) => record.kod));
  const kommuner = readKommuner(reading, lanskoder, groups);
  const kommunkoder = new Set(kommuner.map((k) => k.kod));
  const lanSlugs = uniqueSlugs(lanRows.map(({ record }) => ({ kod: record.lanskod, namn: record.lan })));
  const water = rowsOf(reading, 'vattenrutor.csv', VattenRad, {
    column: 'namn',
    keyOf: (r) => `${r.namn} ${r.col} ${r.row}`,
  });
  return {
    kommuner,
    lan: lanRows
      .map(({ record: r }) => ({
        kod: r.lanskod,
        namn: r.lan,
        slug: lanSlugs.get(r.lanskod) ?? r.lanskod,
        bokstav: r.bokstav,
      }))
      .sort(byCode),
    kommungrupper: groupRows.map(({ record: r }) => ({ ...r, slug: slugOf(r.namn) })).sort(byCode),
    stadsdelar: readStadsdelar(reading, kommunkoder),
    kommunrutor: readTiles(reading, 'kommunrutor.csv', kommunkoder),
    lanrutor: readTiles(reading, 'lanrutor.csv', lanskoder),
    vattenrutor: water.map(({ record: r }) => ({ kod: r.namn, col: r.col, row: r.row })),
    grannar: readNeighbours(reading, kommunkoder),
  };
}

function readKommuner(
  reading: Reading,
  lanskoder: ReadonlySet<string>,
  groups: ReadonlySet<string>,
): readonly Kommun[] {
  const file = 'referens/kommuner.csv';
  const rows = rowsOf(reading, 'kommuner.csv', KommunRad, {
    column: 'kommunkod',
    keyOf: (r) => r.kommunkod,
    lenient: KommunNamn,
  });
  const slugs = uniqueSlugs(rows.map(({ record }) => ({ kod: record.kommunkod, namn: record.kommun })));
  for (const { record: r, line: row } of rows) {
    checkCode(reading, { file, row, column: 'lanskod' }, r.lanskod, lanskoder);
    checkCode(reading, { file, row, column: 'kommungrupp' }, r.kommungrupp, groups);
    if (!r.kommunkod.startsWith(r.lanskod))
      reading.report(
        'referens-lanskod',
        { file, row, column: 'lanskod', value: r.lanskod },
        `${r.kommun} har koden ${r.kommunkod} men länskoden ${r.lanskod}.`,
        `Menade du ”${r.kommunkod.slice(0, 2)}”?`,
      );
  }
  return rows
    .map(({ record: r }) => ({
      kod: r.kommunkod,
      namn: r.kommun,
      slug: slugs.get(r.kommunkod) ?? r.kommunkod,
      lanskod: r.lanskod,
      kommungrupp: r.kommungrupp,
      folkmangd: r.folkmangd,
    }))
    .sort(byCode);
}

function readStadsdelar(reading: Reading, kommunkoder: ReadonlySet<string>): readonly Stadsdel[] {
  const file = 'referens/stadsdelar.csv';
  const rows = rowsOf(reading, 'stadsdelar.csv', StadsdelRad, { column: 'kod', keyOf: (r) => r.kod });
  for (const { record: r, line: row } of rows) {
    checkCode(reading, { file, row, column: 'kommunkod' }, r.kommunkod, kommunkoder);
    if (!r.kod.startsWith(`${r.kommunkod}-`))
      reading.report(
        'referens-okand-kod',
        { file, row, column: 'kod', value: r.kod },
        `Koden ”${r.kod}” börjar inte med kommunkoden ${r.kommunkod}.`,
        `Skriv ”${r.kommunkod}-${slugOf(r.stadsdel)}”.`,
      );
    const same = rows.find(
      ({ record: o, line }) =>
        line < row &&
        o.kommunkod === r.kommunkod &&
        o.stadsdel.toLowerCase() === r.stadsdel.toLowerCase() &&
        o.giltig_fran <= (r.giltig_till ?? '9999') &&
        r.giltig_fran <= (o.giltig_till ?? '9999'),
    );
    if (same)
      reading.report(
        'stadsdel-overlappar',
        { file, row, column: 'giltig_fran', value: r.giltig_fran },
        `${r.stadsdel} i ${r.kommunkod} finns redan på rad ${same.line}, under en del av samma tid.`,
        'Skriv när den ena slutar gälla (giltig_till), eller ta bort den.',
      );
    if (r.giltig_till !== null && r.giltig_till < r.giltig_fran)
      reading.report(
        'referens-datum',
        { file, row, column: 'giltig_till', value: r.giltig_till },
        `${r.stadsdel} slutar gälla ${r.giltig_till}, innan den börjar ${r.giltig_fran}.`,
      );
  }
  return rows
    .map(({ record: r }) => ({
      kod: r.kod,
      kommunkod: r.kommunkod,
      namn: r.stadsdel,
      typ: r.typ,
      giltigFran: r.giltig_fran,
      giltigTill: r.giltig_till,
      not: r.not,
      kalla: r.kalla,
    }))
    .sort(byCode);
}

/** Hex tiles: one for each code, no two in the same cell. */
function readTiles(reading: Reading, name: string, codes: ReadonlySet<string>): readonly Ruta[] {
  const file = `referens/${name}`;
  const rows = rowsOf(reading, name, RutRad, { column: 'kod', keyOf: (r) => r.kod, lenient: RutKod });
  const taken = new Map<string, string>();
  for (const { record: r, line: row } of rows) {
    checkCode(reading, { file, row, column: 'kod' }, r.kod, codes);
    const cell = `${r.col},${r.row}`;
    const other = taken.get(cell);
    if (other !== undefined)
      reading.report(
        'dubblett',
        { file, row, column: 'col', value: cell },
        `Rutan ${cell} är redan upptagen av ${other}.`,
        'Flytta den ena.',
      );
    taken.set(cell, r.kod);
  }
  const placed = new Set(rows.map(({ record }) => record.kod));
  if (rows.length > 0)
    for (const kod of codes)
      if (!placed.has(kod))
        reading.report(
          'referens-ruta-saknas',
          { file, column: 'kod', value: kod },
          `Det finns ingen ruta för ${kod}.`,
          'Lägg till en rad med koden, kolumn och rad på kartan.',
        );
  return rows.map(({ record }) => record).sort(byCode);
}

function readNeighbours(
  reading: Reading,
  kommunkoder: ReadonlySet<string>,
): readonly (readonly [string, string])[] {
  const file = 'referens/grannar.csv';
  const pairOf = (r: z.output<typeof GrannRad>) => [r.kommunkod_a, r.kommunkod_b].sort().join(' ');
  const rows = rowsOf(reading, 'grannar.csv', GrannRad, { column: 'kommunkod_b', keyOf: pairOf });
  return rows.flatMap(({ record: r, line: row }) => {
    const a = checkCode(reading, { file, row, column: 'kommunkod_a' }, r.kommunkod_a, kommunkoder);
    const b = checkCode(reading, { file, row, column: 'kommunkod_b' }, r.kommunkod_b, kommunkoder);
    return a && b ? [[r.kommunkod_a, r.kommunkod_b] as const] : [];
  });
}
