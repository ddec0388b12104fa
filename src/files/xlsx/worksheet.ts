import { joined, utf8 } from '../common/bytes.ts';
import { esc, type PartRelation, part, REL, rels } from '../common/xml.ts';
import { type Grid, HEADER_ROWS, type Sheet, type SheetCell } from './sheet.ts';
import { styleNumber } from './styles.ts';

/** What a sheet's print says of the workbook that it is in. */
export type Imprint = {
  /** True when any sheet of the workbook holds example data. */
  readonly marked: boolean;
  /** Title, version and date of the release. */
  readonly foot: string;
  /** The sheet that is seen when the workbook is opened. */
  readonly first: boolean;
};

/** The parts of a worksheet: its XML, and its links when it has any. */
export type Worksheet = { readonly xml: Uint8Array; readonly rels: Uint8Array | null };

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** `A` for 0, `AA` for 26. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** So many rows are put into bytes at a time: as text a large sheet would take several times as much memory. */
const ROWS_AT_ONCE = 500;

/** A sheet as SpreadsheetML, its elements in the order of the schema (ISO/IEC 29500-1, 18.3.1.99). */
export function worksheet(sheet: Sheet, grid: Grid, imprint: Imprint): Worksheet {
  const names = sheet.columns.map((_, i) => columnName(i));
  const all = `A1:${names.at(-1) ?? 'A'}${HEADER_ROWS + sheet.rows.length}`;
  const before = [
    `<worksheet xmlns="${MAIN}" xmlns:r="${REL}">`,
    `<sheetPr><tabColor rgb="${tabColour(sheet)}"/><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="${all}"/>`,
    sheetViews(sheet, imprint.first),
    columns(sheet),
    '<sheetData>',
  ];
  const pieces: Uint8Array[] = [];
  const texts = new Map<string, string>();
  const links: PartRelation[] = [];
  const refs: string[] = [];
  let xml = part(before.join(''));
  let r = 0;
  for (const cells of grid) {
    for (const [c, { href }] of cells.entries())
      if (href !== undefined) {
        links.push(['hyperlink', href, 'External']);
        refs.push(`<hyperlink ref="${columnName(c)}${r + 1}" r:id="rId${links.length}"/>`);
      }
    xml += row(cells, r, { sheet, names, texts });
    r += 1;
    if (r % ROWS_AT_ONCE > 0) continue;
    pieces.push(utf8(xml));
    xml = '';
  }
  const after = [
    '</sheetData>',
    `<autoFilter ref="${filterRange(sheet)}"/>`,
    choiceLists(sheet),
    refs.length === 0 ? '' : `<hyperlinks>${refs.join('')}</hyperlinks>`,
    print(sheet, imprint),
    // Codes such as 0114 are text on purpose: no green corner for each.
    `<ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors>`,
    '</worksheet>',
  ];
  pieces.push(utf8(xml + after.join('')));
  return { xml: joined(pieces), rels: links.length === 0 ? null : utf8(rels(links)) };
}

/** The header and all rows below it, where a reader filters. */
export function filterRange({ columns: all, rows }: Sheet): string {
  const last = HEADER_ROWS + Math.max(1, rows.length);
  return `A${HEADER_ROWS}:${columnName(Math.max(0, all.length - 1))}${last}`;
}

/** What the rows of a sheet have in common: its columns' names, and its texts as they are written: most come in many rows. */
type Rows = {
  readonly sheet: Sheet;
  readonly names: readonly string[];
  readonly texts: Map<string, string>;
};

function row(cells: readonly SheetCell[], r: number, { sheet, names, texts }: Rows): string {
  const number = r + 1;
  let xml = `<row r="${number}" ht="${heightOf(cells, r, sheet)}" customHeight="1">`;
  for (const [c, { value, style }] of cells.entries()) {
    const start = `<c r="${names[c] ?? columnName(c)}${number}" s="${styleNumber(style)}"`;
    if (value === null) xml += `${start}/>`;
    else if (typeof value === 'number') xml += `${start}><v>${finite(value)}</v></c>`;
    else xml += `${start} t="inlineStr"><is><t xml:space="preserve">${escaped(value, texts)}</t></is></c>`;
  }
  return `${xml}</row>`;
}

function escaped(text: string, known: Map<string, string>): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const written = esc(literal(text));
  known.set(text, written);
  return written;
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`not a number to publish: ${value}`);
  return value;
}

/**
 * `_x000D_` stands for a control character (ISO/IEC 29500-1, 22.9.2.19): a text that happens to say so is escaped, and
 * a carriage return, which XML would turn into a line feed, is written so.
 */
const literal = (text: string) => text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_').replaceAll('\r', '_x000D_');

/** Height of a line of text, in points. Excel's own limit for a row is 409. */
const LINE = 15;
const MOST_LINES = 27;
/** Title, mark and note. */
const TOP = [22, 18, 16] as const;

function heightOf(cells: readonly SheetCell[], r: number, sheet: Sheet): number {
  const top = TOP[r];
  if (top !== undefined) return top;
  return r === HEADER_ROWS - 1
    ? 8 + LINE * Math.min(8, linesOf(cells, sheet, 4))
    : LINE * linesOf(cells, sheet);
}

/** How many lines a row needs when its wrapped cells are broken at their column's width. */
function linesOf(cells: readonly SheetCell[], sheet: Sheet, padding = 2): number {
  let most = 1;
  for (const [i, { value, style }] of cells.entries()) {
    if (typeof value !== 'string' || !(style === 'wrap' || style.startsWith('header'))) continue;
    const width = Math.max(4, (sheet.columns[i]?.width ?? 10) - padding);
    const lines = value.split('\n').reduce((sum, l) => sum + Math.max(1, Math.ceil(l.length / width)), 0);
    most = Math.max(most, lines);
  }
  return Math.min(MOST_LINES, most);
}

/** Excel's width counts the cell's padding: five pixels at Calibri 11. */
const PADDING = 0.83203125;

function columns(sheet: Sheet): string {
  const cols = sheet.columns.map(
    ({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width + PADDING}" customWidth="1"/>`,
  );
  return `<cols>${cols.join('')}</cols>`;
}

/** Values have the site's colour among the tabs, what explains them is grey. */
const tabColour = ({ rows, fixed }: Sheet) => (fixed > 0 && rows.length > 0 ? 'FF0B5563' : 'FF7B8791');

/** The rows above the values and the columns that name them stay when one scrolls. */
function sheetViews({ fixed }: Sheet, first: boolean): string {
  const corner = `${columnName(fixed)}${HEADER_ROWS + 1}`;
  const pane = fixed > 0 ? 'bottomRight' : 'bottomLeft';
  const split = fixed > 0 ? ` xSplit="${fixed}"` : '';
  return [
    `<sheetViews><sheetView showGridLines="0"${first ? ' tabSelected="1"' : ''} workbookViewId="0">`,
    `<pane${split} ySplit="${HEADER_ROWS}" topLeftCell="${corner}" activePane="${pane}" state="frozen"/>`,
    `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`,
  ].join('');
}

/** Lists to choose from in the columns that a reader fills in. */
function choiceLists({ choices = [], rows }: Sheet): string {
  if (choices.length === 0) return '';
  const lists = choices.map(({ column, values }) => {
    const name = columnName(column);
    const range = `${name}${HEADER_ROWS + 1}:${name}${HEADER_ROWS + rows.length}`;
    const words = esc(values.join(','));
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="Välj i listan" error="Skriv något av: ${words}" sqref="${range}"><formula1>"${words}"</formula1></dataValidation>`;
  });
  return `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

/**
 * Landscape A4 holds some 130 characters at full size. A sheet is shrunk to at most three quarters of that (Calibri 11 becomes
 * 8 points) and is otherwise divided over as many pages side by side as it takes; the columns that name a row stand on each.
 */
const PAGE_CHARACTERS = 175;
const widthOf = (columns: Sheet['columns']) => columns.reduce((sum, c) => sum + c.width, 0);

function pagesWide({ columns, fixed }: Sheet): number {
  const [all, repeated] = [widthOf(columns), widthOf(columns.slice(0, fixed))];
  return all <= PAGE_CHARACTERS ? 1 : Math.ceil((all - repeated) / (PAGE_CHARACTERS - repeated));
}

/** Landscape, with the title, the mark of example data, the version and the page on every printed page. */
function print(sheet: Sheet, { marked, foot }: Imprint): string {
  const header = `&L${plain(sheet.title)}${marked ? '&R&BExempeldata' : ''}`;
  return [
    '<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesWide(sheet)}" fitToHeight="0"/>`,
    `<headerFooter><oddHeader>${esc(header)}</oddHeader><oddFooter>${esc(`&L${plain(foot)}&RSida &P av &N`)}</oddFooter></headerFooter>`,
  ].join('');
}

/** In a header `&` starts a code, and a digit after one would be a size. */
const plain = (text: string) => text.replaceAll('&', '&&');
