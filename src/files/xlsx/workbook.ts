import type { Release } from '../../model/release.ts';
import { utf8 } from '../common/bytes.ts';
import {
  appProperties,
  contentTypes,
  coreProperties,
  esc,
  PROPERTY_TYPES,
  packageRels,
  part,
  REL,
  rels,
} from '../common/xml.ts';
import type { Zip, ZipPart } from '../common/zip.ts';
import { gridOf, HEADER_ROWS, type Sheet } from './sheet.ts';
import { STYLES_XML } from './styles.ts';
import { columnName, filterRange, type Imprint, MAIN, type Worksheet, worksheet } from './worksheet.ts';

/** What the whole workbook is: its properties in Excel. */
export type WorkbookFacts = { readonly title: string; readonly subject: string };

/** Everything that a workbook says. */
export type WorkbookDocument = {
  readonly sheets: readonly Sheet[];
  readonly facts: WorkbookFacts;
  readonly release: Release;
};

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PACKAGE_RELS = utf8(packageRels('xl/workbook.xml'));
const STYLES = utf8(STYLES_XML);

/**
 * Sheets as an Excel file (ISO/IEC 29500, SpreadsheetML): the same sheets always give the same bytes. We write the
 * parts ourselves: SheetJS has no looks, panes or print set-up, and took most of the time; see docs/decisions.
 * A sheet's texts stand in its own part, so that a sheet that many workbooks have is written and compressed once.
 */
export function workbookBytes(
  sheets: readonly Sheet[],
  facts: WorkbookFacts,
  release: Release,
  zip: Zip,
): Uint8Array {
  const marked = sheets.some((s) => s.example);
  const foot = `${release.titel}, version ${release.version}, ${release.datum}`;
  const written = sheets.map((sheet, i) => writtenSheet(sheet, { marked, foot, first: i === 0 }));
  // Some readers sniff the type of a workbook by its first part.
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', bytes: utf8(types(sheets.length)) },
    { name: '_rels/.rels', bytes: PACKAGE_RELS },
    { name: 'docProps/app.xml', bytes: utf8(app(sheets, release)) },
    { name: 'docProps/core.xml', bytes: utf8(core(facts, release)) },
    { name: 'xl/workbook.xml', bytes: utf8(book(sheets)) },
    { name: 'xl/_rels/workbook.xml.rels', bytes: utf8(bookRels(sheets.length)) },
    { name: 'xl/styles.xml', bytes: STYLES },
    ...written.flatMap(({ xml, rels: links }, i): ZipPart[] => [
      { name: `xl/worksheets/sheet${i + 1}.xml`, bytes: xml },
      ...(links === null ? [] : [{ name: `xl/worksheets/_rels/sheet${i + 1}.xml.rels`, bytes: links }]),
    ]),
  ];
  return zip(parts, release.datum);
}

const known = new WeakMap<Sheet, Map<string, Worksheet>>();

/** A sheet's parts; those of a sheet that several workbooks have are made once. */
function writtenSheet(sheet: Sheet, imprint: Imprint): Worksheet {
  const key = JSON.stringify(imprint);
  const made = known.get(sheet) ?? new Map<string, Worksheet>();
  known.set(sheet, made);
  const parts = made.get(key) ?? worksheet(sheet, gridOf(sheet, imprint.marked), imprint);
  made.set(key, parts);
  return parts;
}

const core = (facts: WorkbookFacts, { organisation, version, licens, webbplats, datum }: Release) =>
  coreProperties({
    ...facts,
    author: organisation.namn,
    keywords: ['öppna jämförelser'],
    comments: `Version ${version}. ${licens.namn}. ${webbplats}`,
    datum,
  });

const app = (sheets: readonly Sheet[], { organisation }: Release) =>
  appProperties(
    `<HeadingPairs><vt:vector xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes" size="2" baseType="variant"><vt:variant><vt:lpstr>Blad</vt:lpstr></vt:variant><vt:variant><vt:i4>${sheets.length}</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes" size="${sheets.length}" baseType="lpstr">${sheets
      .map((s) => `<vt:lpstr>${esc(s.name)}</vt:lpstr>`)
      .join('')}</vt:vector></TitlesOfParts><Company>${esc(organisation.namn)}</Company>`,
  );

const sheetNumbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

const types = (count: number) =>
  contentTypes([
    ['xl/workbook.xml', `${XLSX}.sheet.main`],
    ['xl/styles.xml', `${XLSX}.styles`],
    ...sheetNumbers(count).map((n) => [`xl/worksheets/sheet${n}.xml`, `${XLSX}.worksheet`] as const),
    ...PROPERTY_TYPES,
  ]);

const bookRels = (count: number) =>
  rels([
    ...sheetNumbers(count).map((n) => ['worksheet', `worksheets/sheet${n}.xml`] as const),
    ['styles', 'styles.xml'],
  ]);

function book(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    ({ name }, i) => `<sheet name="${esc(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const names = sheets.flatMap((sheet, i) => [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${quoted(sheet)}!${absolute(filterRange(sheet))}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${printTitles(sheet)}</definedName>`,
  ]);
  return part(
    `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><workbookPr/><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`,
  );
}

const quoted = ({ name }: Sheet) => `'${esc(name.replaceAll("'", "''"))}'`;
const absolute = (range: string) => range.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');

/** The column names, and the columns that say which row it is, stand on every printed page. */
function printTitles(sheet: Sheet): string {
  const rows = `${quoted(sheet)}!$${HEADER_ROWS}:$${HEADER_ROWS}`;
  return sheet.fixed === 0 ? rows : `${quoted(sheet)}!$A:$${columnName(sheet.fixed - 1)},${rows}`;
}
