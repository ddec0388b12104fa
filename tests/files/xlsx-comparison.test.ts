import { describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import { matrixOf } from '../../src/compare/matrix.ts';
import { zipInNode } from '../../src/files/common/zip-node.ts';
import { COMPARISON_HEAD, comparisonRows } from '../../src/files/compare/rows.ts';
import { comparisonWorkbook } from '../../src/files/xlsx/comparison.ts';
import { CITY, compareFixture } from '../compare/fixture.ts';

const data = compareFixture();
const matrix = matrixOf(data, {
  kommuner: ['0001', '0002', '0003', '0007', CITY],
  indikatorer: [],
  ar: null,
});
const book = read(comparisonWorkbook([matrix], data, zipInNode), { type: 'array' });
const grid = (name: string) =>
  utils.sheet_to_json<readonly unknown[]>(book.Sheets[name] ?? {}, { header: 1, defval: null });

describe('the workbook of a comparison', () => {
  it('holds the table as it is read, with bases beside the shares and words for gaps', () => {
    const [head, question, number] = grid('Jämförelse').slice(3);
    expect(head).toEqual([
      ...['Område', 'Indikator', 'År', 'Åmål', 'Älvkarleby', 'Örebro', 'Älvkarleby 6', 'Zinkgruvan 9'],
      ...['Gruppen', 'Gruppen: n', 'Riket', 'Riket: n', 'Exempeldata', 'Källa'],
    ]);
    expect(question?.slice(3, 9)).toEqual([
      ...['Ja', 'Ja, med vissa', 'Nej', 'Svarade inte', '3 av 5 stadsdelar: Ja'],
      '4\u00a0av\u00a08',
    ]);
    expect(question?.slice(9, 13)).toEqual([8, expect.closeTo(16.949, 3), 236, 'ja']);
    expect(number?.slice(3, 10)).toEqual([0, 0.1, 0.2, 'Uppgift saknas', 0.9, expect.closeTo(0.15), 4]);
  });

  it('holds the same rows as the CSV, a sign and its reason where a value is missing', () => {
    const rows = grid('Värden').slice(4);
    const written = comparisonRows(matrix, '2026.1');
    expect(rows).toHaveLength(written.length);
    for (const [i, row] of rows.entries()) {
      expect(row).toHaveLength(COMPARISON_HEAD.length + 1);
      const [saknas, sign] = [written[i]?.[7], row[6]];
      if (saknas === null) expect(sign).toBe(written[i]?.[6]);
      else expect([row[7], typeof sign]).toEqual([saknas, 'string']);
    }
  });

  it('says that it holds example data on every sheet', () => {
    for (const name of book.SheetNames) expect(String(grid(name)[1]?.[0])).toMatch(/^EXEMPELDATA/);
  });
});
