import { expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import { shownInExcel } from '../../src/disclosure/audit/excel.ts';

/** A workbook of sheets with one value a row, as another program writes it: texts in a part of their own. */
function book(
  sheets: Readonly<Record<string, readonly (readonly [id: string, kod: string, varde: number])[]>>,
) {
  const made = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(
      made,
      utils.aoa_to_sheet([
        ['Id', 'Kod', 'År', 'Kön', 'Värde'],
        ...rows.map(([id, kod, v]) => [id, kod, 2022, 'T', v]),
      ]),
      name,
    );
  return new Uint8Array(write(made, { type: 'array', bookType: 'xlsx', bookSST: true }));
}
const shown = (bytes: Uint8Array, path = 'data/kommuner/a.xlsx') =>
  shownInExcel(bytes, path).map(({ indikator, kod, ar, varde, place }) => [
    place.sheet,
    indikator,
    kod,
    ar,
    varde,
  ]);

it('a sheet that many workbooks have is read as it stands in each, whatever was read before', () => {
  const riket = [['A1', '00', 187]] as const;
  const first = book({ Umeå: [['A1', '2480', 3]], Riket: riket });
  const second = book({ Lund: [['A1', '1281', 4]], Riket: riket });
  expect(shown(first)).toEqual([
    ['Umeå', 'A1', '2480', '2022', 3],
    ['Riket', 'A1', '00', '2022', 187],
  ]);
  expect(shown(second)).toEqual([
    ['Lund', 'A1', '1281', '2022', 4],
    ['Riket', 'A1', '00', '2022', 187],
  ]);
  expect(shown(first)).toEqual(shown(first));
});

it('one number, one text that stands apart, or another name or place of a sheet is another sheet', () => {
  const of = (sheets: Parameters<typeof book>[0]) => shown(book(sheets));
  expect(of({ Umeå: [['A1', '2480', 3]] })).toEqual([['Umeå', 'A1', '2480', '2022', 3]]);
  expect(of({ Umeå: [['A1', '2480', 4]] })).toEqual([['Umeå', 'A1', '2480', '2022', 4]]);
  // The sheet's own part is the same: only the text that it points at differs.
  expect(of({ Umeå: [['A2', '2480', 4]] })).toEqual([['Umeå', 'A2', '2480', '2022', 4]]);
  expect(of({ Ume: [['A2', '2480', 4]] })).toEqual([['Ume', 'A2', '2480', '2022', 4]]);
  expect(of({ Tom: [], Ume: [['A2', '2480', 4]] })).toEqual([['Ume', 'A2', '2480', '2022', 4]]);
});
