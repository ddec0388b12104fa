import { z } from 'zod';
import { orNull, type RecordSchema, readRecords } from '../csv/records.ts';
import { nearest } from '../nearest.ts';
import { type Reading, required } from '../source.ts';

/** A cell that may be empty, else holds a day. */
export const OptionalDate = z.string().transform(orNull).pipe(z.iso.date().nullable());

/** A group's code in `kommungrupper.csv`, whatever SKR calls its groups: `B3`. */
export const Gruppkod = z.string().regex(/^[A-ZÅÄÖ]\d{0,2}$/);

type Row<S extends RecordSchema> = { readonly record: z.output<S>; readonly line: number };

/** What makes a row one of its kind, and the column that a second one is reported in. */
type RowKey<S extends RecordSchema> = {
  readonly column: string;
  readonly keyOf: (record: z.output<S>) => string;
  readonly lenient?: RecordSchema;
  /** Columns that may be left out. */
  readonly optional?: readonly string[];
  /** Whether the file must be there; it must when left out. */
  readonly find?: typeof required;
};

/** Reads one file of `referens/`, and keeps the first of rows with the same key. */
export function rowsOf<S extends RecordSchema>(
  reading: Reading,
  name: string,
  schema: S,
  { column, keyOf, lenient, optional = [], find = required }: RowKey<S>,
): readonly Row<S>[] {
  const file = `referens/${name}`;
  const source = find(reading, file);
  if (!source) return [];
  const lineOf = new Map<string, number>();
  return readRecords(reading, source, schema, { lenient, optional }).filter(({ record, line }) => {
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
export function checkCode(
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

export const byCode = <T extends { readonly kod: string }>(a: T, b: T) =>
  a.kod < b.kod ? -1 : a.kod > b.kod ? 1 : 0;
