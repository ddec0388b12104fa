import { strToU8, unzipSync, zipSync } from 'fflate';
import { read, utils, write } from 'xlsx';
import { zipInNode } from '../../../src/files/common/zip-node.ts';
import { templateWorkbook } from '../../../src/files/xlsx/inventering-template.ts';
import type { Release } from '../../../src/model/release.ts';
import { compareFixture } from '../../compare/fixture.ts';
import { FORMULAR } from '../../fixtures/formular.ts';

export const RELEASE: Release = compareFixture(1).release;

/** The row of the template (from 1) where the whole of something is filled in. */
export function templateRow(uppgift: string): number {
  const namn = FORMULAR.uppgifter.find((u) => u.kod === uppgift)?.namn;
  const book = read(templateWorkbook(FORMULAR, RELEASE, zipInNode, { kommunkod: '0114', ar: '2024' }));
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets['Inventering'] ?? {}, { header: 1 });
  return rows.findIndex((r) => r.includes(namn)) + 1;
}

/** The template of a kommun, with values in column H by row number. */
export function filledTemplate(values: Readonly<Record<number, string | number>>): Uint8Array {
  const book = read(templateWorkbook(FORMULAR, RELEASE, zipInNode, { kommunkod: '0114', ar: '2024' }));
  const sheet = book.Sheets['Inventering'] ?? {};
  for (const [row, value] of Object.entries(values))
    utils.sheet_add_aoa(sheet, [[value]], { origin: `H${row}` });
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}

/** A workbook with its first sheet's XML changed. */
function withSheet(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const path = 'xl/worksheets/sheet1.xml';
  const xml = new TextDecoder().decode(files[path]);
  return zipSync({ ...files, [path]: strToU8(change(xml)) });
}

/** One more cell in the last corner of the sheet. */
export const withFarCell = (bytes: Uint8Array): Uint8Array =>
  withSheet(bytes, (xml) =>
    xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>7</v></c></row></sheetData>'),
  );

/** One more cell in a row that no sheet has. */
export const beyondLastRow = (bytes: Uint8Array): Uint8Array =>
  withSheet(bytes, (xml) =>
    xml.replace('</sheetData>', '<row r="4000000000"><c r="A4000000000"><v>7</v></c></row></sheetData>'),
  );

/** A workbook of a few hundred kilobytes that unpacks to `megabytes`. */
export const zipBomb = (megabytes: number): Uint8Array =>
  zipSync({
    'xl/workbook.xml': strToU8('<workbook/>'),
    'xl/worksheets/sheet1.xml': new Uint8Array(megabytes * 1e6),
  });
