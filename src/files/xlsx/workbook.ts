import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import * as XLSX from 'xlsx';
import type { Sheet } from './sheets.ts';

/** Rows before the data: the note and the column names. Both stay in sight. */
export const HEADER_ROWS = 2;

/** A day that every zip entry gets, so that the same input gives the same bytes. */
const NO_TIME = new Date(1980, 0, 1);

/** Sheets to the bytes of an Excel file. `datum` (ISO) and `title` become the document's properties. */
export function workbookBytes(sheets: readonly Sheet[], title: string, datum: string): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const sheet of sheets) {
    const cells = XLSX.utils.aoa_to_sheet([
      [sheet.note],
      [...sheet.header],
      ...sheet.rows.map((r) => [...r]),
    ]);
    cells['!cols'] = sheet.header.map((name, i) => ({ wch: widthOf(name, sheet, i) }));
    const last = XLSX.utils.encode_cell({
      r: HEADER_ROWS - 1 + sheet.rows.length,
      c: Math.max(0, sheet.header.length - 1),
    });
    cells['!autofilter'] = { ref: `A${HEADER_ROWS}:${last}` };
    XLSX.utils.book_append_sheet(book, cells, sheet.name);
  }
  book.Props = { Title: title, CreatedDate: new Date(`${datum}T00:00:00Z`), Language: 'sv-SE' };
  return finish(new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true })));
}

function widthOf(name: string, sheet: Sheet, column: number): number {
  const longest = Math.max(
    name.length,
    ...sheet.rows.slice(0, 60).map((r) => String(r[column] ?? '').length),
  );
  return Math.min(50, Math.max(8, longest + 2));
}

/** What SheetJS does not write: frozen rows, an emphasised header; and fixed times in the zip. */
function finish(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const entries = Object.entries(parts).map(([name, content]): [string, Uint8Array] => {
    if (/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) return [name, strToU8(freeze(strFromU8(content)))];
    if (name === 'xl/styles.xml') return [name, strToU8(addBold(strFromU8(content)))];
    return [name, content];
  });
  return zipSync(Object.fromEntries(entries), { mtime: NO_TIME, level: 6 });
}

const FROZEN = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${HEADER_ROWS}" topLeftCell="A${HEADER_ROWS + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;

const freeze = (xml: string) =>
  xml
    .replace(/<sheetViews>.*?<\/sheetViews>/s, FROZEN)
    .replace(new RegExp(`<c r="([A-Z]+[1-${HEADER_ROWS}])"`, 'g'), '<c r="$1" s="1"');

/** A second font (bold) and a second cell format (1) that uses it. */
const addBold = (xml: string) =>
  xml
    .replace(/<fonts count="1">(<font>.*?<\/font>)<\/fonts>/s, (_, font: string) => {
      return `<fonts count="2">${font}${font.replace('<font>', '<font><b/>')}</fonts>`;
    })
    .replace(/<cellXfs count="1">(<xf [^>]*\/>)<\/cellXfs>/s, (_, xf: string) => {
      return `<cellXfs count="2">${xf}${xf.replace('fontId="0"', 'fontId="1" applyFont="1"')}</cellXfs>`;
    });
