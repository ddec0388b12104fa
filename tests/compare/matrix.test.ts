import { describe, expect, it } from 'vitest';
import { matrixOf, riketText, sortRows } from '../../src/compare/matrix.ts';
import { CITY, compareFixture } from './fixture.ts';

const data = compareFixture();

describe('matrixOf', () => {
  const matrix = matrixOf(data, { kommuner: ['0001', '0002', '0003', '0007'], indikatorer: [], ar: null });

  it('has a typed reason in every empty cell', () => {
    const cells = matrix.rows.flatMap((r) => r.cells);
    for (const cell of cells) expect(cell.raw === null).toBe(cell.saknas !== null);
    expect(matrix.rows[3]?.cells.map((c) => c.saknas)).toEqual(['bortfall', 'uppgift-saknas']);
  });

  it('summarises only those that answered', () => {
    expect(matrix.summary).toEqual([
      { kind: 'svar', share: { count: 1, of: 3 }, tillfragade: 4 },
      { kind: 'tal', median: 0.1, n: 3 },
    ]);
  });

  it('counts the stadsdelar of a city in its place, as riket does', () => {
    const city = matrixOf(data, { kommuner: ['0001', CITY], indikatorer: ['U1'], ar: null });
    expect(city.rows[1]?.cells[0]).toMatchObject({
      text: '3 av 5 stadsdelar: Ja',
      raw: null,
      saknas: 'ej-tillamplig',
    });
    expect(city.summary[0]).toEqual({ kind: 'svar', share: { count: 4, of: 6 }, tillfragade: 8 });
  });

  it('shows one year of an indicator at a time, and says which have nothing from it', () => {
    const early = matrixOf(data, { kommuner: ['0002'], indikatorer: [], ar: 2016 });
    expect(early.indikatorer.map((i) => [i.id, i.utgava.ar])).toEqual([['U1', 2016]]);
    expect(early.rows[0]?.cells.map((c) => c.raw)).toEqual(['ja']);
    expect(early.utanAr.map((i) => i.id)).toEqual(['N1']);
  });

  it('says riket with its base', () => {
    expect(matrix.indikatorer.map(riketText)).toEqual(['17\u00a0% av\u00a0236', '2,9\u00a0%']);
  });

  it('takes the indicators that were chosen, all when none was', () => {
    expect(matrix.indikatorer.map((i) => i.id)).toEqual(['U1', 'N1']);
    expect(
      matrixOf(data, { kommuner: [], indikatorer: ['N1'], ar: null }).indikatorer.map((i) => i.id),
    ).toEqual(['N1']);
  });

  it('says that it holds example data', () => {
    expect(matrix.exempel).toBe(true);
    expect(matrixOf(data, { kommuner: ['0001'], indikatorer: ['N1'], ar: null }).exempel).toBe(false);
  });
});

describe('sortRows', () => {
  const matrix = matrixOf(data, {
    kommuner: ['0001', '0002', '0003', '0004', '0007'],
    indikatorer: [],
    ar: null,
  });
  const names = (column: number) => sortRows(matrix, column).map((r) => r.kommun.namn);

  it('puts ja first and the missing last, and keeps the order of the group among those that are alike', () => {
    expect(names(0)).toEqual(['Åmål', 'Arboga', 'Älvkarleby', 'Örebro', 'Älvkarleby 6']);
    expect(names(1)[0]).toBe('Arboga');
    expect(names(1).at(-1)).toBe('Älvkarleby 6');
  });
});
