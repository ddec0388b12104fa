import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { zipInNode } from '../../src/files/common/zip-node.ts';
import { type Sheet, sheetColumn } from '../../src/files/xlsx/sheet.ts';
import { workbookBytes } from '../../src/files/xlsx/workbook.ts';
import { LITET, publish } from './helpers/catalogue.ts';

const { release } = (await publish(LITET)).index.catalogue;

function readBack(sheet: Sheet): readonly (readonly unknown[])[] {
  const book = XLSX.read(workbookBytes([sheet], { title: 't', subject: 's' }, release, zipInNode));
  const [name = ''] = book.SheetNames;
  const cells = book.Sheets[name] ?? {};
  for (const cell of Object.values(cells)) expect((cell as { f?: string } | null)?.f).toBeUndefined();
  return XLSX.utils.sheet_to_json(cells, { header: 1, raw: true, defval: null }).slice(4) as unknown[][];
}

const sheetOf = (rows: Sheet['rows'], title = 'Titel'): Sheet => ({
  name: 'Blad',
  title,
  example: false,
  note: 'not',
  fixed: 1,
  columns: [sheetColumn('A', 10), sheetColumn('B', 10, 'tal2')],
  rows,
  empty: 'Inga värden.',
});

it('gives every text and every number back, never as a formula', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '"', "'", '<', '&', 'å', ';', ' ', '1', '_x000D_'),
      minLength: 1,
    }),
  );
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, number), { minLength: 1, maxLength: 20 }), (rows) => {
      expect(readBack(sheetOf(rows))).toEqual(rows.map(([t, n]) => [t, n === 0 ? 0 : n]));
    }),
    { numRuns: 60 },
  );
});

it('keeps an empty cell empty, and says so when there are no rows', () => {
  expect(
    readBack(
      sheetOf([
        ['a', null],
        [null, 2],
      ]),
    ),
  ).toEqual([
    ['a', null],
    [null, 2],
  ]);
  const empty = XLSX.read(workbookBytes([sheetOf([])], { title: 't', subject: 's' }, release, zipInNode));
  expect(readBack(sheetOf([]))).toEqual([]);
  expect(empty.Sheets.Blad?.A3?.v).toBe('Inga värden.');
});

it('refuses what is no number', () => {
  expect(() =>
    workbookBytes([sheetOf([['a', Number.NaN]])], { title: 't', subject: 's' }, release, zipInNode),
  ).toThrow(RangeError);
});
