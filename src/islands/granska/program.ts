import { dsvFormat } from 'd3-dsv';
import type { Finding } from '../../model/finding.ts';
import { PROGRAM_COLUMNS, PROGRAM_TABLE_NAMES } from '../../model/program-tables.ts';
import type { ExcelCell, ExcelRows } from '../inventering/sheet.ts';
import { workbookSheets } from '../inventering/workbook.ts';
import { checkFiles, type DefinitionTexts } from './check.ts';

/** A sheet of the template as a file of the data folder, and how many rows stand above its header. */
type SheetFile = { readonly path: string; readonly text: string; readonly above: number };

const HEADER_WITHIN = 20;
const LISTS = new Set(['raknas', 'raknasInte', 'omfattasInte']);
const YEARS = new Set(['franAr', 'tillAr']);

function written(cell: ExcelCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
}

/** The row that has the columns; −1 when none has. */
const headerAt = (rows: ExcelRows, columns: readonly string[]): number =>
  rows.findIndex(
    (row, i) =>
      i < HEADER_WITHIN && columns.slice(0, 2).every((c) => row?.some((cell) => written(cell) === c)),
  );

function tableFile(path: string, rows: ExcelRows, columns: readonly string[]): SheetFile | null {
  const at = headerAt(rows, columns);
  if (at < 0) return null;
  const header = (rows[at] ?? []).map(written);
  const body = Array.from({ length: rows.length - at - 1 }, (_, i) =>
    header.map((_name, column) => written(rows[at + 1 + i]?.[column])),
  );
  while (body.at(-1)?.every((cell) => cell === '')) body.pop();
  if (body.length === 0) return null;
  return { path, text: dsvFormat(';').formatRows([header, ...body]), above: at };
}

function definitionFile(path: string, rows: ExcelRows): SheetFile | null {
  const at = headerAt(rows, ['uppgift', 'varde']);
  if (at < 0) return null;
  const pairs = rows.slice(at + 1).flatMap((row): readonly (readonly [string, unknown])[] => {
    const [key, value] = [written(row?.[0]), written(row?.[1])];
    if (key === '') return [];
    if (LISTS.has(key))
      return [[key, value.split('|').flatMap((text) => (text.trim() === '' ? [] : [text.trim()]))]];
    if (key === 'diarienummer') return [[key, value === '' ? null : value]];
    // A number that Excel has made of a code has lost its zero.
    if (key === 'kod') return [[key, value.padStart(4, '0')]];
    return [[key, YEARS.has(key) && value !== '' ? Number(value) : value]];
  });
  // Who is counted is protected unless the publisher has a reason: the template does not ask a kommun for one.
  const definition = { ...Object.fromEntries(pairs), personskydd: {} };
  return { path, text: JSON.stringify(definition, null, 2), above: at };
}

/** The slug in the sheet `program`, which is the name of the programme's folder; a stand-in where it has none. */
function slugIn(rows: ExcelRows | undefined): string {
  const row = rows?.find((r) => written(r?.[0]) === 'slug');
  const slug = written(row?.[1]);
  return /^[a-z0-9-]+$/.test(slug) ? slug : 'program';
}

/**
 * The findings of a filled-in programme template, each at its sheet and row; null when the workbook is something else.
 * The readers are those that the publisher's folder is read by.
 * @throws Unreadable when it cannot be opened
 */
export function checkProgram(definitions: DefinitionTexts, bytes: Uint8Array): readonly Finding[] | null {
  const sheets = new Map(workbookSheets(bytes).map((s) => [s.name, s.rows]));
  if (!sheets.has('mal') || !sheets.has('atgarder')) return null;
  const folder = `program/${slugIn(sheets.get('program'))}`;
  const files = [
    definitionFile(`${folder}/program.json`, sheets.get('program') ?? []),
    ...PROGRAM_TABLE_NAMES.map((name) =>
      tableFile(`${folder}/${name}`, sheets.get(name.replace('.csv', '')) ?? [], PROGRAM_COLUMNS[name]),
    ),
  ].flatMap((f) => f ?? []);
  const byPath = new Map(files.map((f) => [f.path, f]));
  const encoder = new TextEncoder();
  const found = checkFiles(definitions, new Map(files.map((f) => [f.path, encoder.encode(f.text)])), folder);
  return found.map((f) => {
    const file = byPath.get(f.file);
    const name = f.file.slice(f.file.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
    // The sheet of the definition has its rows in another order than the file made of it.
    const row = file && f.row !== null && f.file.endsWith('.csv') ? f.row + file.above : null;
    return { ...f, file: `bladet ${name}`, row };
  });
}
