import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { read, utils, type WorkSheet } from 'xlsx';
import { foundIn } from '../../model/pieces.ts';
import { anyOf, numberIn, type PlacedCount, shownText } from './shown.ts';

type Line = readonly unknown[];

/** A number's sheet and cell, from 0. */
export type SheetPlace = { readonly sheet: string; readonly row: number; readonly column: number };
type SheetCount = PlacedCount<SheetPlace>;
/** The rows below a header, and where in the sheet the first cell of the first row stands. */
type Body = { readonly rows: readonly Line[]; readonly at: SheetPlace; readonly year: string };

/**
 * Every value in a workbook: sheets with one value a row, and sheets with an indicator a column. A sheet that many
 * workbooks have (riket's, a län's, those that explain) is read once.
 * @param wanted indicators that are looked for: a sheet in which no id of theirs stands shows nothing of them, and is
 *   not read; without it every sheet is
 */
export function shownInExcel(
  content: Uint8Array,
  path: string,
  wanted?: ReadonlySet<string>,
): readonly SheetCount[] {
  const year = foundIn(path, /(\d{4})\.xlsx$/);
  const parts = unzipSync(content, { filter: ({ name }) => name.startsWith('xl/') });
  const all = sheetsIn(parts, content, year);
  const shared =
    wanted === undefined ||
    SHARED_TEXTS.some((name) => parts[name] !== undefined && names(parts[name], wanted));
  const may = ({ key, xml }: FoundSheet) =>
    shared || xml === null || known.has(key) || namesAny(wanted, key, xml);
  const sheets = all.map((sheet) => {
    if (!may(sheet)) return { key: sheet.key, counts: [] };
    return { key: sheet.key, counts: known.get(sheet.key) ?? null };
  });
  const unknown = sheets.flatMap(({ counts }, i) => (counts === null ? [i] : []));
  const book = unknown.length === 0 ? null : read(content, { type: 'array', sheets: unknown });
  return sheets.flatMap(({ key, counts: before }, i) => {
    if (before !== null) return before;
    const name = book?.SheetNames[i];
    const sheet = name === undefined ? undefined : book?.Sheets[name];
    const counts = name === undefined || sheet === undefined ? [] : shownInSheet(sheet, name, year);
    if (known.size >= KNOWN_SHEETS) known.clear();
    known.set(key, counts);
    return counts;
  });
}

/** Of each set of indicators, the sheets that name none of them. */
const unnamed = new WeakMap<ReadonlySet<string>, Set<string>>();

/** The same as `names`, for a sheet that many workbooks have. */
function namesAny(wanted: ReadonlySet<string>, key: string, xml: Uint8Array): boolean {
  const without = unnamed.get(wanted) ?? new Set();
  unnamed.set(wanted, without);
  if (without.has(key)) return false;
  const found = names(xml, wanted);
  if (!found) without.add(key);
  return found;
}

/** What sheets show, by what they are made of; forgotten when they are many. */
const known = new Map<string, readonly SheetCount[]>();
const KNOWN_SHEETS = 200;

function shownInSheet(sheet: WorkSheet, name: string, year: string): readonly SheetCount[] {
  const lines = utils.sheet_to_json<Line>(sheet, { header: 1, raw: true, defval: null });
  const start = lines.findIndex((line) => line.includes('Id') || line.some((c) => PLACE.has(String(c))));
  const header = (lines[start] ?? []).map(shownText);
  // A sheet that begins below or beside A1 gives only what it has.
  const { s: first } = utils.decode_range(sheet['!ref'] ?? 'A1');
  const at = { sheet: name, row: first.r + start + 1, column: first.c };
  const body = { rows: lines.slice(start + 1), at, year };
  return header.includes('Id') ? long(header, body) : wide(header, body);
}

/** What every sheet is read with: texts that stand apart, and looks that say what is a date. */
const SHARED_TEXTS = ['xl/sharedStrings.xml'];
const SHARED = [...SHARED_TEXTS, 'xl/styles.xml'];

/** True when one of some ids can stand in the texts of a part, also one that its runs divide or that is escaped. */
function names(part: Uint8Array, wanted: ReadonlySet<string>): boolean {
  const xml = new TextDecoder().decode(part);
  // A sign that is written by its number, a text that is no markup, one that is not shown: then it is read whole.
  if (/&#|<!|<\w*:?rPh|_x[0-9A-Fa-f]{4}_/.test(xml)) return true;
  // Spaces may be written in several ways, and signs of markup by name: neither counts, in the texts or in the ids.
  const texts = xml.replace(/<(?:[^>"']|"[^"]*"|'[^']*')*>|\s+|&\w+;/g, '');
  const pattern = patterns.get(wanted) ?? anyOf([...wanted].map((id) => id.replace(/[&<>"'\s]/g, '')));
  patterns.set(wanted, pattern);
  return pattern.test(texts);
}

/** Of each set of indicators, what finds one of their ids in a text. */
const patterns = new WeakMap<ReadonlySet<string>, RegExp>();
const attributeOf = (tag: string, name: string) => foundIn(tag, new RegExp(`\\s${name}="([^"]*)"`));

/** A hash of all that the reading of a sheet depends on, and its XML where it is found. */
type FoundSheet = { readonly key: string; readonly xml: Uint8Array | null };

/** The sheets of a workbook, in its order. */
function sheetsIn(
  parts: Readonly<Record<string, Uint8Array>>,
  content: Uint8Array,
  year: string,
): readonly FoundSheet[] {
  const part = (name: string) => parts[name] ?? new Uint8Array();
  const tags = (name: string, tag: string) =>
    new TextDecoder().decode(part(name)).match(new RegExp(`<${tag}\\b[^>]*>`, 'g')) ?? [];
  const targets = new Map(
    tags('xl/_rels/workbook.xml.rels', 'Relationship').map((tag) => [
      attributeOf(tag, 'Id'),
      attributeOf(tag, 'Target').replace(/^\/?(?:xl\/)?/, 'xl/'),
    ]),
  );
  return tags('xl/workbook.xml', 'sheet').map((tag, i) => {
    const sheet = targets.get(attributeOf(tag, 'r:id'));
    const hash = createHash('sha256').update(`${year} ${tag} `);
    // A workbook that is put together in some other way: its sheets are like no others.
    if (sheet === undefined || parts[sheet] === undefined)
      return { key: hash.update(`${i}`).update(content).digest('hex'), xml: null };
    for (const name of [...SHARED, sheet]) hash.update(`${part(name).length} `).update(part(name));
    return { key: hash.digest('hex'), xml: part(sheet) };
  });
}

const PLACE = new Set(['Länskod', 'Kommunkod', 'Kod']);

/** Id, Kod, År, Kön, Värde; the län's and riket's values may stand beside. A national sheet has only Id and Riket. */
function long(header: readonly string[], { rows, at, year }: Body): readonly SheetCount[] {
  const column = (name: string) => header.indexOf(name);
  return rows.flatMap((row, number): readonly SheetCount[] => {
    const value = (name: string) => ({
      varde: numberIn(row[column(name)]),
      place: { ...at, row: at.row + number, column: at.column + column(name) },
    });
    const cell = (name: string) => (column(name) < 0 ? undefined : row[column(name)]);
    const indikator = shownText(cell('Id'));
    const kod = shownText(cell('Kod'));
    if (indikator === '') return [];
    const of = {
      indikator,
      ar: column('År') < 0 ? year : shownText(cell('År')).replace('okänt', ''),
      kon: shownText(cell('Kön')) || 'T',
    };
    return [
      ...(column('Värde') < 0 ? [] : [{ ...of, kod, ...value('Värde') }]),
      ...(column('Länet') < 0 ? [] : [{ ...of, kod: kod.slice(0, 2), ...value('Länet') }]),
      ...(column('Riket') < 0 ? [] : [{ ...of, kod: '00', ...value('Riket') }]),
    ];
  });
}

/** A code first, then a column for each indicator, headed `Kort namn (ID)`. */
function wide(header: readonly string[], { rows, at, year }: Body): readonly SheetCount[] {
  const indicators = header.flatMap((name, i) => {
    const id = /\(([A-Z][A-Z0-9-]*\d)\)$/.exec(name)?.[1];
    return id === undefined ? [] : [{ id, i }];
  });
  return rows.flatMap((row, number) =>
    indicators.map(({ id, i }) => ({
      indikator: id,
      kod: shownText(row[0]),
      ar: year,
      kon: 'T',
      varde: numberIn(row[i]),
      place: { ...at, row: at.row + number, column: at.column + i },
    })),
  );
}
