import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import * as XLSX from 'xlsx';
import type { Release } from '../../model/release.ts';
import { zipTime } from '../common/zip-time.ts';
import { choiceLists, frozenPanes, pageSetup, sheetProperties } from './page.ts';
import { HEADER_ROWS, type Sheet, type SheetCell } from './sheet.ts';
import { STYLES_XML, type Style, styleNumber } from './styles.ts';

const EXAMPLE =
  'EXEMPELDATA: svaren är påhittade och visar hur filen fungerar. De säger inget om någon verklig kommun.';
const EXAMPLE_ELSEWHERE = 'EXEMPELDATA finns på andra blad i arbetsboken. Det som står här är verkligt.';
const REAL = 'Inga exempeldata i arbetsboken.';

/** What the whole workbook is: its properties in Excel. */
export type WorkbookFacts = { readonly title: string; readonly subject: string };

/** Sheets to the bytes of an Excel file: the same sheets always give the same bytes. */
export function workbookBytes(sheets: readonly Sheet[], facts: WorkbookFacts, release: Release): Uint8Array {
  const book = XLSX.utils.book_new();
  const marked = sheets.some((s) => s.example);
  for (const sheet of sheets) XLSX.utils.book_append_sheet(book, worksheet(sheet, marked), sheet.name);
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
  const written = XLSX.write(book, { type: 'array', bookType: 'xlsx', bookSST: true });
  return finish(new Uint8Array(written), sheets, release);
}

/** The column names, and the columns that say which row it is, stand on every printed page. */
function printTitles({ name, fixed }: Sheet): string {
  const rows = `'${name}'!$${HEADER_ROWS}:$${HEADER_ROWS}`;
  return fixed === 0 ? rows : `'${name}'!$A:$${XLSX.utils.encode_col(fixed - 1)},${rows}`;
}

/** All cells of a sheet, row by row, with the looks that bare values take from their place. */
function gridOf(sheet: Sheet, marked: boolean): readonly (readonly SheetCell[])[] {
  const row = (value: string, style: SheetCell['style']): readonly SheetCell[] => [{ value, style }];
  const rows = sheet.rows.map((cells) =>
    cells.map(
      (cell, i): SheetCell =>
        cell !== null && typeof cell === 'object'
          ? cell
          : { value: cell, style: sheet.columns[i]?.style ?? 'plain' },
    ),
  );
  return [
    row(sheet.title, 'title'),
    marked ? mark(sheet) : row(REAL, 'note'),
    row(sheet.note, 'note'),
    sheet.columns.map(({ header, style }) => ({ value: header, style: headerStyle(style) })),
    ...(rows.length > 0 ? rows : [row(sheet.empty, 'note')]),
  ];
}

/** The mark of example data, with its colour across the whole sheet; on every sheet of a workbook that holds any. */
function mark({ example, columns }: Sheet): readonly SheetCell[] {
  const text = example ? EXAMPLE : EXAMPLE_ELSEWHERE;
  return columns.map((_, i) => ({ value: i === 0 ? text : null, style: 'example' }));
}

/** A column's name stands over its values: numbers to the right. */
const headerStyle = (style: Style): Style => (/^(tal|procent)/.test(style) ? 'header-right' : 'header');

/** In a workbook `_x000D_` stands for a control character; a text that happens to say so must be escaped. */
const literal = (text: string) => text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');

function worksheet(sheet: Sheet, marked: boolean): XLSX.WorkSheet {
  const grid = gridOf(sheet, marked);
  const cells: XLSX.WorkSheet = {};
  const width = Math.max(1, sheet.columns.length);
  for (const [r, row] of grid.entries())
    for (const [c, cell] of row.entries()) {
      if (cell.value === null) continue;
      if (typeof cell.value === 'number' && !Number.isFinite(cell.value))
        throw new RangeError(`not a number to publish: ${cell.value}`);
      const made: XLSX.CellObject =
        typeof cell.value === 'number' ? { t: 'n', v: cell.value } : { t: 's', v: literal(cell.value) };
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
function linesOf(row: readonly SheetCell[], sheet: Sheet, padding = 2): number {
  const lines = row.map(({ value, style }, i) => {
    if (typeof value !== 'string' || !(style === 'wrap' || style.startsWith('header'))) return 1;
    const width = Math.max(4, (sheet.columns[i]?.width ?? 10) - padding);
    return value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
  });
  return Math.min(MOST_LINES, Math.max(1, ...lines));
}

/** What SheetJS does not write: looks, rows that stay in sight, landscape; and fixed times in the zip. */
function finish(bytes: Uint8Array, sheets: readonly Sheet[], release: Release): Uint8Array {
  const parts = unzipSync(bytes);
  const marked = sheets.some((s) => s.example);
  for (const [i, sheet] of sheets.entries()) {
    const name = `xl/worksheets/sheet${i + 1}.xml`;
    const xml = parts[name];
    if (xml) parts[name] = strToU8(dress(strFromU8(xml), sheet, i === 0, marked, release));
  }
  parts['xl/styles.xml'] = strToU8(STYLES_XML);
  const mtime = zipTime(release.datum);
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
function dress(xml: string, sheet: Sheet, first: boolean, marked: boolean, release: Release): string {
  const grid = gridOf(sheet, marked);
  const styled = xml.replace(
    /(<row r="(\d+)"[^>]*)(?:\/>|>(.*?)<\/row>)/gs,
    (_, open: string, row: string, cells = '') =>
      `${open}>${styledCells(grid[Number(row) - 1] ?? [], row, cells)}</row>`,
  );
  return styled
    .replace(/<sheetViews>.*?<\/sheetViews>/s, frozenPanes(sheet, first))
    .replace(/(<worksheet[^>]*>)/, `$1${sheetProperties(sheet)}`)
    .replace(
      /(<ignoredErrors>|<\/worksheet>)/,
      `${choiceLists(sheet)}${pageSetup(sheet, marked, release)}$1`,
    );
}

/** A row's cells with their style; those without a value become empty cells that still have their look. */
function styledCells(cells: readonly SheetCell[], row: string, xml: string): string {
  const written = new Map(
    [...xml.matchAll(/<c r="([A-Z]+)\d+"(.*?(?:\/>|<\/c>))/gs)].map((m) => [m[1], m[2]]),
  );
  return cells
    .map(({ style }, i) => {
      const column = XLSX.utils.encode_col(i);
      return `<c r="${column}${row}" s="${styleNumber(style)}"${written.get(column) ?? '/>'}`;
    })
    .join('');
}
