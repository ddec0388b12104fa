import { dsvFormat } from 'd3-dsv';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eachRow } from '../../../src/ingest/csv/rows.ts';
import type { Separator } from '../../../src/ingest/csv/separator.ts';

const rowsOf = (text: string, separator: Separator) => {
  const rows: string[][] = [];
  eachRow(text, separator, (fields, record, length) => {
    expect(record).toBe(rows.length);
    for (const field of fields) expect(field.length).toBeLessThanOrEqual(length);
    rows.push([...fields]);
  });
  return rows;
};

/** Letters and marks that a table is made of, many of them alike, so that cells repeat those above them. */
const piece = fc.constantFrom(
  'a',
  'ab',
  'å',
  '\u{1f600}',
  ';',
  ',',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '',
  '0114',
  '"',
);
const table = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

it.each([';', ','] as const)('divides every text as d3-dsv does, with %j', (separator) => {
  fc.assert(
    fc.property(table, (text) => {
      expect(rowsOf(text, separator)).toEqual(dsvFormat(separator).parseRows(text));
    }),
    { numRuns: 500 },
  );
});

it.each([
  '',
  '\n',
  '\r',
  '\r\n',
  'a',
  'a\n',
  'a\n\n',
  ';',
  ';\n',
  'a;\r\n;b\r\n',
  '\n\na',
])('divides %j', (text) => {
  expect(rowsOf(text, ';')).toEqual(dsvFormat(';').parseRows(text));
});
