import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
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

it('reads a sheet that it has read before also when it lets go of what it knows meanwhile', () => {
  const riket = [['A1', '00', 187]] as const;
  // More workbooks than sheets are remembered.
  for (let n = 0; n < 230; n += 1) {
    const found = shown(book({ Plats: [['A1', '00', 1000 + n]], Riket: riket }));
    expect(found).toEqual([
      ['Plats', 'A1', '00', '2022', 1000 + n],
      ['Riket', 'A1', '00', '2022', 187],
    ]);
  }
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

it('with indicators that are wanted, finds all that there is of them, however their ids are written', () => {
  const bytes = book({
    Umeå: [
      ['A1', '2480', 3],
      ['B2', '2480', 5],
    ],
    Lund: [['B2', '1281', 4]],
  });
  const wanted = (ids: readonly string[], of = bytes) =>
    shownInExcel(of, 'data/kommuner/a.xlsx', new Set(ids)).filter((c) => ids.includes(c.indikator)).length;
  expect([wanted(['A1']), wanted(['B2']), wanted(['A1', 'B2']), wanted(['C3'])]).toEqual([1, 2, 3, 0]);
  /** The same workbook with its texts written in another way. */
  const rewritten = (from: string, to: string) => {
    const parts = unzipSync(bytes);
    const texts = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array());
    expect(texts).toContain(from);
    return zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(texts.replace(from, to)) });
  };
  for (const to of [
    '<r><t>A</t></r><r><t>1</t></r>',
    '<r><t>A</t></r>\n  <r><rPr><b val=">"/></rPr><t>1</t></r>',
    '<t>&#65;1</t>',
    '<t>_x0041_1</t>',
  ]) {
    const other = rewritten('<t>A1</t>', to);
    const all = shownInExcel(other, 'data/kommuner/a.xlsx').filter((c) => c.indikator === 'A1').length;
    expect([to, wanted(['A1'], other)]).toEqual([to, all]);
  }
  const named = book({ Umeå: [['kartläggning/65 år & äldre', '2480', 3]] });
  expect(wanted(['kartläggning/65 år & äldre'], named)).toBe(1);
  expect(wanted(['kartläggning/65 år & äldre', 'C3'])).toBe(0);
});
