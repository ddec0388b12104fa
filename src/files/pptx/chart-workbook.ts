import { zipSync } from 'fflate';
import { utf8 } from '../common/bytes.ts';
import { contentTypes, esc, part, REL, rels } from '../common/xml.ts';
import { zipTime } from '../common/zip.ts';
import type { Chart } from './deck.ts';

/** The sheet that holds a chart's numbers. */
export const SHEET = 'Data';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const TYPES = contentTypes([
  ['xl/workbook.xml', `${XLSX}.sheet.main`],
  ['xl/worksheets/sheet1.xml', `${XLSX}.worksheet`],
]);
const BOOK = part(
  `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="${SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
);
const FIXED = {
  '[Content_Types].xml': utf8(TYPES),
  '_rels/.rels': utf8(rels([['officeDocument', 'xl/workbook.xml']])),
  'xl/workbook.xml': utf8(BOOK),
  'xl/_rels/workbook.xml.rels': utf8(rels([['worksheet', 'worksheets/sheet1.xml']])),
};

/** `B`, for the first series. No chart has more than 25. */
export const seriesColumn = (series: number): string => String.fromCharCode(66 + series);

const text = (ref: string, words: string) =>
  `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${esc(words)}</t></is></c>`;

/**
 * The workbook that opens when somebody edits a chart's numbers: categories down, series across. Written here and not
 * by SheetJS, whose smallest workbook is three times as large, and a deck has up to forty; the tests read it with SheetJS.
 * Not compressed in itself: the package around it does that better.
 */
export function chartWorkbook(chart: Chart, datum: string): Uint8Array {
  const header = [chart.first, ...chart.series.map((s) => s.name)]
    .map((words, i) => text(`${i === 0 ? 'A' : seriesColumn(i - 1)}1`, words))
    .join('');
  const rows = chart.categories.map((category, i) => {
    const cells = chart.series.map((s, n) => {
      const value = s.values[i] ?? null;
      return value === null ? '' : `<c r="${seriesColumn(n)}${i + 2}"><v>${value}</v></c>`;
    });
    return `<row r="${i + 2}">${text(`A${i + 2}`, category)}${cells.join('')}</row>`;
  });
  const sheet = part(
    `<worksheet xmlns="${MAIN}"><cols><col min="1" max="1" width="50" customWidth="1"/></cols><sheetData><row r="1">${header}</row>${rows.join('')}</sheetData></worksheet>`,
  );
  return zipSync({ ...FIXED, 'xl/worksheets/sheet1.xml': utf8(sheet) }, { level: 0, mtime: zipTime(datum) });
}
