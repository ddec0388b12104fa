import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/ingest/csv/table.ts';
import { INGEST_RULES } from '../../../src/ingest/rules.ts';
import type { Reading } from '../../../src/ingest/source.ts';
import { collector } from '../../../src/model/rulebook.ts';

type Read = { readonly fields: readonly string[]; readonly line: number };

function read(text: string, required: readonly string[]) {
  const { report, findings } = collector(INGEST_RULES);
  const reading: Reading = { files: new Map(), report, counts: { rows: 0, files: 0 } };
  const rows: Read[] = [];
  const source = { file: 'x.csv', bytes: new TextEncoder().encode(text) };
  readTable(reading, source, { required }, (at) => (fields, line) => {
    rows.push({ fields: required.map((name) => fields[at.get(name) ?? -1] ?? '?'), line });
  });
  return { rows, findings };
}

/** Writes a cell as RFC 4180 says; sometimes with quotes that it does not need. */
const cell = (text: string, separator: string, always: boolean) =>
  always || /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;

const anyText = fc.string({ unit: fc.constantFrom('a', 'å', ' ', ';', ',', '"', '\n', '\r\n', '\t', '1') });
const anyTable = fc.record({
  rows: fc.array(
    fc.record({
      cells: fc.tuple(anyText, anyText, anyText),
      quoted: fc.boolean(),
      emptyLinesBefore: fc.nat(2),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  separator: fc.constantFrom(';', ','),
  newline: fc.constantFrom('\n', '\r\n'),
  bom: fc.boolean(),
  lastNewline: fc.boolean(),
});

describe('readTable', () => {
  it('gives back every row that was written, with the line where it begins', () => {
    fc.assert(
      fc.property(anyTable, ({ rows, separator, newline, bom, lastNewline }) => {
        // A row of nothing is the same as an empty line.
        fc.pre(rows.every(({ cells }) => cells.some((c) => c !== '')));
        const lines = rows.map(
          ({ cells, quoted, emptyLinesBefore }) =>
            newline.repeat(emptyLinesBefore) + cells.map((c) => cell(c, separator, quoted)).join(separator),
        );
        const head = `${bom ? '\uFEFF' : ''}${['a', 'b', 'c'].join(separator)}${newline}`;
        const body = lines.join(newline);
        let line = 2;
        const expected = rows.map(({ cells, emptyLinesBefore }) => {
          line += emptyLinesBefore;
          const row = { fields: cells, line };
          line += 1 + (cells.join('').match(/\n/g)?.length ?? 0);
          return row;
        });
        const result = read(head + body + (lastNewline ? newline : ''), ['a', 'b', 'c']);
        expect(result.rows).toEqual(expected);
        expect(result.findings.filter((f) => f.code !== 'rad-tom')).toEqual([]);
        const empty = result.findings.flatMap((f) => [f.row, ...f.alsoRows]);
        expect(empty.length).toBe(rows.reduce((sum, row) => sum + row.emptyLinesBefore, 0));
      }),
    );
  });

  it('tells the line of what comes after a cell of several lines', () => {
    const { findings } = read('a;b\n"one\ntwo\r\nthree";x\nlonely\n', ['a', 'b']);
    expect(findings).toMatchObject([{ code: 'rad-for-fa-falt', row: 5, value: 'lonely' }]);
  });

  it('reads what stands before a quote that never closes', () => {
    const { rows, findings } = read('a;b\n1;2\n3;"4\n5;6\n', ['a', 'b']);
    expect(rows).toEqual([{ fields: ['1', '2'], line: 2 }]);
    expect(findings).toMatchObject([{ code: 'citattecken-oppet', row: 3 }]);
  });

  it('says nothing of empty lines at the end', () => {
    expect(read('a;b\n1;2\n\n\n', ['a', 'b']).findings).toEqual([]);
  });
});
