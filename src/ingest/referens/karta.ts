import { z } from 'zod';
import { Kommunkod, type Ruta } from '../../model/kommun.ts';
import { IntegerCell, Text } from '../csv/records.ts';
import type { Reading } from '../source.ts';
import { byCode, checkCode, rowsOf } from './rows.ts';

export const RutRad = z.object({ kod: Text, col: IntegerCell, row: IntegerCell });
const RutKod = RutRad.extend({
  col: RutRad.shape.col.catch(Number.NaN),
  row: RutRad.shape.row.catch(Number.NaN),
});
export const VattenRad = z.object({ namn: Text, col: IntegerCell, row: IntegerCell });
export const GrannRad = z.object({ kommunkod_a: Kommunkod, kommunkod_b: Kommunkod });

/** Hex tiles: one for each code, no two in the same cell. */
export function readTiles(reading: Reading, name: string, codes: ReadonlySet<string>): readonly Ruta[] {
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

/** Reads `referens/vattenrutor.csv`: a lake's name, and a tile. */
export function readWater(reading: Reading): readonly Ruta[] {
  const rows = rowsOf(reading, 'vattenrutor.csv', VattenRad, {
    column: 'namn',
    keyOf: (r) => `${r.namn} ${r.col} ${r.row}`,
  });
  return rows.map(({ record: r }) => ({ kod: r.namn, col: r.col, row: r.row }));
}

/** Reads `referens/grannar.csv`: pairs of kommuner, in either order. */
export function readNeighbours(
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
