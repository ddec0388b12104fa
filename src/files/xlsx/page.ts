import * as XLSX from 'xlsx';
import type { Release } from '../../model/release.ts';
import { HEADER_ROWS, type Sheet } from './sheet.ts';

/** The parts of a sheet's XML that SheetJS does not write: what stays in sight, and how it prints. */

/** A sheet is shrunk to one page's width only when it can still be read: on A4 or, when wider, on A3. */
const A4_CHARACTERS = 260;
const A3_CHARACTERS = 450;
const widthOf = ({ columns }: Sheet) => columns.reduce((sum, c) => sum + c.width, 0);

/** Real data are the house's colour among the tabs, what explains them is grey. */
const tabColour = ({ rows, fixed }: Sheet) => (fixed > 0 && rows.length > 0 ? 'FF0B5563' : 'FF7B8791');

export function sheetProperties(sheet: Sheet): string {
  const fit = widthOf(sheet) <= A3_CHARACTERS ? 1 : 0;
  return `<sheetPr><tabColor rgb="${tabColour(sheet)}"/><pageSetUpPr fitToPage="${fit}"/></sheetPr>`;
}

/** Lists to choose from in the columns that a reader fills in. They stand in the sheet just before its margins. */
export function choiceLists({ choices = [], rows }: Sheet): string {
  if (choices.length === 0) return '';
  const lists = choices.map(({ column, values }) => {
    const name = XLSX.utils.encode_col(column);
    const range = `${name}${HEADER_ROWS + 1}:${name}${HEADER_ROWS + rows.length}`;
    const words = xml(values.join(',')).replaceAll('"', '&quot;');
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="Välj i listan" error="Skriv något av: ${words}" sqref="${range}"><formula1>"${words}"</formula1></dataValidation>`;
  });
  return `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

/** Landscape, with the title, the mark of example data, the version and the page on every printed page. */
export function pageSetup(sheet: Sheet, marked: boolean, release: Release): string {
  const paper = widthOf(sheet) <= A4_CHARACTERS ? 9 : 8;
  const header = `&L${plain(sheet.title)}${marked ? '&R&BExempeldata' : ''}`;
  const footer = `&L${plain(release.titel)}, version ${release.version}, ${release.datum}&RSida &P av &N`;
  return [
    '<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${paper}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddHeader>${xml(header)}</oddHeader><oddFooter>${xml(footer)}</oddFooter></headerFooter>`,
  ].join('');
}

/** In a header `&` starts a code, and a digit after one would be a size. */
const plain = (text: string) => text.replaceAll('&', '&&');

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The rows above the values and the columns that name them stay when one scrolls. */
export function frozenPanes({ fixed }: Sheet, first: boolean): string {
  const corner = `${XLSX.utils.encode_col(fixed)}${HEADER_ROWS + 1}`;
  const pane = fixed > 0 ? 'bottomRight' : 'bottomLeft';
  const split = fixed > 0 ? ` xSplit="${fixed}"` : '';
  return [
    `<sheetViews><sheetView showGridLines="0"${first ? ' tabSelected="1"' : ''} workbookViewId="0">`,
    `<pane${split} ySplit="${HEADER_ROWS}" topLeftCell="${corner}" activePane="${pane}" state="frozen"/>`,
    `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`,
  ].join('');
}
