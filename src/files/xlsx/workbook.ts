import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import * as XLSX from 'xlsx';
import type { Release } from '../../model/release.ts';
import { zipTime } from '../common/zip-time.ts';
import type { Cell, Sheet } from './sheet.ts';
import { STYLES_XML, type Style, styleNumber } from './styles.ts';

/** Title, mark, note and column names: the rows that stay in sight. */
export const HEADER_ROWS = 4;

const EXAMPLE =
  'EXEMPELDATA: svaren är påhittade och visar hur filen fungerar. De säger inget om någon verklig kommun.';
const REAL = 'Inga exempeldata på det här bladet.';

/** What the whole workbook is: its properties in Excel. */
export type WorkbookFacts = { readonly title: string; readonly subject: string };

/** Sheets to the bytes of an Excel file: the same sheets always give the same bytes. */
export function workbookBytes(sheets: readonly Sheet[], facts: WorkbookFacts, release: Release): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const sheet of sheets) XLSX.utils.book_append_sheet(book, worksheet(sheet), sheet.name);
  const date = new Date(`${release.datum}T00:00:00Z`);
  book.Props = {
    Title: facts.title,
    Subject: facts.subject,
    Author: release.organisation.namn,
    Company: release.organisation.namn,
    Keywords: 'öppna jämförelser',
    Comments: `Version ${release.version}. ${release.licens.namn}. ${release.webbplats}`,
    CreatedDate: date,
    ModifiedDate: date,
  };
  // SheetJS writes the language, though its types do not know it.
  Object.assign(book.Props, { Language: 'sv-SE' });
  book.Workbook = {
    Names: sheets.map((sheet, i) => ({
      Name: '_xlnm.Print_Titles',
      Ref: printTitles(sheet),
      Sheet: i,
    })),
  };
  const written = XLSX.write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true });
  return finish(new Uint8Array(written), sheets, release.datum);
}

/** The column names, and the columns that say which row it is, stand on every printed page. */
function printTitles({ name, fixed }: Sheet): string {
  const rows = `'${name}'!$${HEADER_ROWS}:$${HEADER_ROWS}`;
  return fixed === 0 ? rows : `'${name}'!$A:$${XLSX.utils.encode_col(fixed - 1)},${rows}`;
}

/** All cells of a sheet, row by row, with the looks that bare values take from their place. */
function gridOf(sheet: Sheet): readonly (readonly Cell[])[] {
  const row = (value: string, style: Cell['style']): readonly Cell[] => [{ value, style }];
  const rows = sheet.rows.map((cells) =>
    cells.map(
      (cell, i): Cell =>
        cell !== null && typeof cell === 'object'
          ? cell
          : { value: cell, style: sheet.columns[i]?.style ?? 'plain' },
    ),
  );
  return [
    row(sheet.title, 'title'),
    sheet.example ? marked(sheet.columns.length) : row(REAL, 'note'),
    row(sheet.note, 'note'),
    sheet.columns.map(({ header, style }) => ({ value: header, style: headerStyle(style) })),
    ...(rows.length > 0 ? rows : [row(sheet.empty, 'note')]),
  ];
}

/** The mark of example data, with its colour across the whole sheet. */
function marked(columns: number): readonly Cell[] {
  return Array.from({ length: columns }, (_, i) => ({ value: i === 0 ? EXAMPLE : null, style: 'example' }));
}

/** A column's name stands over its values: numbers to the right. */
const headerStyle = (style: Style): Style => (/^(tal|procent)/.test(style) ? 'header-right' : 'header');

function worksheet(sheet: Sheet): XLSX.WorkSheet {
  const grid = gridOf(sheet);
  const cells: XLSX.WorkSheet = {};
  const width = Math.max(1, sheet.columns.length);
  for (const [r, row] of grid.entries())
    for (const [c, cell] of row.entries()) {
      if (cell.value === null && cell.style !== 'example') continue;
      const made: XLSX.CellObject =
        cell.value === null
          ? { t: 's', v: '' }
          : typeof cell.value === 'number'
            ? { t: 'n', v: cell.value }
            : { t: 's', v: cell.value };
      if (cell.href !== undefined) made.l = { Target: cell.href };
      cells[`${XLSX.utils.encode_col(c)}${r + 1}`] = made;
    }
  const lastColumn = XLSX.utils.encode_col(width - 1);
  cells['!ref'] = `A1:${lastColumn}${grid.length}`;
  cells['!cols'] = sheet.columns.map((c) => ({ wch: c.width }));
  cells['!rows'] = [
    { hpt: 22 },
    { hpt: 18 },
    { hpt: 16 },
    { hpt: 8 + LINE * Math.min(8, linesOf(grid[HEADER_ROWS - 1] ?? [], sheet, 4)) },
    ...grid.slice(HEADER_ROWS).map((row) => ({ hpt: LINE * linesOf(row, sheet) })),
  ];
  cells['!autofilter'] = { ref: `A${HEADER_ROWS}:${lastColumn}${Math.max(grid.length, HEADER_ROWS + 1)}` };
  return cells;
}

/** Height of a line of text, in points. Excel's own limit for a row is 409. */
const LINE = 15;
const MOST_LINES = 27;

/** How many lines a row needs when its wrapped cells are broken at their column's width. */
function linesOf(row: readonly Cell[], sheet: Sheet, padding = 2): number {
  const lines = row.map(({ value, style }, i) => {
    if (typeof value !== 'string' || !(style === 'wrap' || style.startsWith('header'))) return 1;
    const width = Math.max(4, (sheet.columns[i]?.width ?? 10) - padding);
    return value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
  });
  return Math.min(MOST_LINES, Math.max(1, ...lines));
}

/** What SheetJS does not write: looks, rows that stay in sight, landscape; and fixed times in the zip. */
function finish(bytes: Uint8Array, sheets: readonly Sheet[], datum: string): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [i, sheet] of sheets.entries()) {
    const name = `xl/worksheets/sheet${i + 1}.xml`;
    const xml = parts[name];
    if (xml) parts[name] = strToU8(dress(strFromU8(xml), sheet, i === 0));
  }
  parts['xl/styles.xml'] = strToU8(STYLES_XML);
  const mtime = zipTime(datum);
  const zippable: Zippable = Object.fromEntries(
    Object.keys(parts)
      .toSorted((a, b) => Number(b === CONTENT_TYPES) - Number(a === CONTENT_TYPES) || (a < b ? -1 : 1))
      .map((name) => [name, [parts[name] ?? new Uint8Array(), { mtime }]]),
  );
  return zipSync(zippable, { level: 4, mtime });
}

/** Some readers sniff the type of a workbook by its first part. */
const CONTENT_TYPES = '[Content_Types].xml';

/** Gives a sheet's XML its looks, frozen panes and page setup. */
function dress(xml: string, sheet: Sheet, first: boolean): string {
  const grid = gridOf(sheet);
  const styled = xml.replace(/<c r="([A-Z]+)(\d+)"/g, (whole, letters: string, row: string) => {
    const cell = grid[Number(row) - 1]?.[columnNumber(letters)];
    return cell ? `${whole} s="${styleNumber(cell.style)}"` : whole;
  });
  return styled
    .replace(/<sheetViews>.*?<\/sheetViews>/s, frozen(sheet.fixed, first))
    .replace(/(<worksheet[^>]*>)/, `$1<sheetPr><pageSetUpPr fitToPage="${fits(sheet) ? 1 : 0}"/></sheetPr>`)
    .replace(/(<ignoredErrors>|<\/worksheet>)/, `${PAGE}$1`);
}

/** A sheet is shrunk to one page's width only when it can still be read. */
const fits = (sheet: Sheet) => sheet.columns.reduce((sum, c) => sum + c.width, 0) <= 260;

const PAGE =
  '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

function frozen(fixed: number, first: boolean): string {
  const corner = `${XLSX.utils.encode_col(fixed)}${HEADER_ROWS + 1}`;
  const pane = fixed > 0 ? 'bottomRight' : 'bottomLeft';
  return `<sheetViews><sheetView showGridLines="0"${first ? ' tabSelected="1"' : ''} workbookViewId="0"><pane${fixed > 0 ? ` xSplit="${fixed}"` : ''} ySplit="${HEADER_ROWS}" topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`;
}

/** `A` is 0, `AA` is 26. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
