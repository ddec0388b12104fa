import { describe, expect, it } from 'vitest';
import { matrixOf, sortRows } from '../../../src/islands/jamfor/matrix.ts';
import { compareFixture } from './fixture.ts';

const data = compareFixture();
const collator = new Intl.Collator('sv');

describe('matrixOf', () => {
  const matrix = matrixOf(data, { kommuner: ['0001', '0002', '0003', '0007'], indikatorer: [] });

  it('has a typed reason in every empty cell', () => {
    const cells = matrix.rows.flatMap((r) => r.cells);
    for (const cell of cells) expect(cell.raw === null).toBe(cell.saknas !== null);
    expect(matrix.rows[3]?.cells.map((c) => c.saknas)).toEqual(['bortfall', 'uppgift-saknas']);
  });

  it('summarises only those that answered', () => {
    expect(matrix.summary).toEqual([
      { count: 1, of: 3, median: null },
      { count: 0, of: 3, median: 0.1 },
    ]);
  });

  it('takes the indicators that were chosen, all when none was', () => {
    expect(matrix.indikatorer.map((i) => i.id)).toEqual(['U1', 'N1']);
    expect(matrixOf(data, { kommuner: [], indikatorer: ['N1'] }).indikatorer.map((i) => i.id)).toEqual([
      'N1',
    ]);
  });

  it('says that it holds example data', () => {
    expect(matrix.exempel).toBe(true);
    expect(matrixOf(data, { kommuner: ['0001'], indikatorer: ['N1'] }).exempel).toBe(false);
  });
});

describe('sortRows', () => {
  const matrix = matrixOf(data, { kommuner: ['0001', '0002', '0003', '0004', '0007'], indikatorer: [] });
  const names = (column: number | 'namn') => sortRows(matrix, column, collator).map((r) => r.kommun.namn);

  it('puts å, ä, ö last', () => {
    expect(names('namn')).toEqual(['Arboga', 'Åmål', 'Älvkarleby', 'Älvkarleby 6', 'Örebro']);
  });

  it('puts ja first and the missing last', () => {
    expect(names(0)).toEqual(['Arboga', 'Åmål', 'Älvkarleby', 'Örebro', 'Älvkarleby 6']);
    expect(names(1)[0]).toBe('Arboga');
    expect(names(1).at(-1)).toBe('Älvkarleby 6');
  });
});
