import { dsvFormat } from 'd3-dsv';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, it } from 'vitest';
import { shownInCsv } from '../../src/disclosure/audit/csv.ts';
import { shownInParquet } from '../../src/disclosure/audit/parquet.ts';
import type { PublishedCount } from '../../src/disclosure/audit/shown.ts';

const OBSERVATIONS = ['indikator', 'kod', 'ar', 'kon', 'varde'];
const KARTLAGGNING = ['kartlaggning', 'matt', 'situation', 'serie', 'kod', 'ar', 'kon', 'varde'];
const PROGRAM = ['program', 'programindikator', 'kod', 'ar', 'varde'];
const OTHERS = ['indikator', 'titel', 'en "kolumn"'];

/** Signs that mean something in a file or in a pattern, beside plain ones. */
const text = fc.string({
  unit: fc.constantFrom('A', 'B', '1', '-', '.', '*', '/', ';', '"', '\n', ' ', 'å'),
});
const table = fc
  .constantFrom(OBSERVATIONS, KARTLAGGNING, PROGRAM, OTHERS)
  .chain((columns) =>
    fc
      .array(fc.tuple(...columns.map((name) => (name === 'varde' ? fc.constantFrom('3', '') : text))))
      .map((rows) => ({ columns, rows })),
  );

const csvOf = (columns: readonly string[], rows: readonly (readonly string[])[]) =>
  new TextEncoder().encode(dsvFormat(';').formatRows([[...columns], ...rows.map((row) => [...row])]));
const parquetOf = (columns: readonly string[], rows: readonly (readonly string[])[]) =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map((name, i) => ({ name, data: rows.map((row) => row[i] ?? ''), type: 'STRING' })),
    }),
  );
const of = (counts: readonly PublishedCount[], wanted: ReadonlySet<string>) =>
  counts.filter((c) => wanted.has(c.indikator));

it('with indicators that are wanted, finds all that a table has of them, whatever their ids and its kind', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(table, fc.array(text), fc.infiniteStream(fc.boolean()), async (t, others, chosen) => {
      const csv = csvOf(t.columns, t.rows);
      const parquet = parquetOf(t.columns, t.rows);
      const all = shownInCsv(csv, 'a.csv');
      const wanted = new Set([...others, ...all.map((c) => c.indikator).filter(() => chosen.next().value)]);
      expect(of(shownInCsv(csv, 'a.csv', wanted), wanted)).toEqual(of(all, wanted));
      expect(of(await shownInParquet(parquet, 'a.parquet', wanted), wanted)).toEqual(
        of(await shownInParquet(parquet, 'a.parquet'), wanted),
      );
      found += of(all, wanted).length;
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(100);
});

it('reads nothing of a table of observations that has none of them', async () => {
  const rows = [['A1', '2480', '2022', 'T', '3']];
  const [csv, parquet] = [csvOf(OBSERVATIONS, rows), parquetOf(OBSERVATIONS, rows)];
  expect(shownInCsv(csv, 'a.csv', new Set(['B2']))).toEqual([]);
  expect(await shownInParquet(parquet, 'a.parquet', new Set(['B2']))).toEqual([]);
  expect(shownInCsv(csv, 'a.csv')).toHaveLength(1);
  expect(await shownInParquet(parquet, 'a.parquet')).toHaveLength(1);
});
