import { expect, it } from 'vitest';
import { findTable } from '../../src/import/table/header.ts';
import type { PlaceFinder, RowPlace } from '../../src/import/table/places.ts';
import { KOMMUNER } from './workbooks.ts';

const unknown: RowPlace = { kind: 'unknown', why: 'okänd' };

it('looks for places among words and codes only: a workbook of figures holds a million that are neither', () => {
  const asked: string[] = [];
  const codes = new Set<string>(KOMMUNER.map(([kod]) => kod));
  const look = (text: string): RowPlace => {
    asked.push(text);
    return codes.has(text) ? { kind: 'kommun', kod: text } : unknown;
  };
  const places: PlaceFinder = { byCode: look, byName: look, stadsdel: look };
  const rows = [
    ['Kommunkod', 'Kommun', ...Array.from({ length: 50 }, (_, c) => `Fråga ${c}`)],
    ...KOMMUNER.map(([kod, namn], r) => [
      kod,
      namn,
      ...Array.from({ length: 50 }, (_, c) => r * 50 + c + 0.5),
    ]),
  ];
  const shape = findTable({ name: 'Blad', rows, merged: [] }, places);
  expect(shape).toMatchObject({ kod: 0, header: [0, 0], data: [1, KOMMUNER.length] });
  expect(asked.filter((text) => /^[\d.]+$/.test(text) && !codes.has(text))).toEqual([]);
});
