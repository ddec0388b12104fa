import type { PlaceFinder, RowPlace } from './places.ts';
import { gridCell, type RawSheet, rawText } from './raw-sheet.ts';

/** Where a table's parts are in a sheet. Rows count from 0. */
export type TableShape = {
  /** First and last row of the header. */
  readonly header: readonly [number, number];
  /** First and last row about a place. */
  readonly data: readonly [number, number];
  /** Column with kommunkoder, with names of kommuner, and with names of stadsdelar; null when there is none. */
  readonly kod: number | null;
  readonly namn: number | null;
  readonly stadsdel: number | null;
  /** A name for each column, from one or two header rows. */
  readonly columns: readonly string[];
};

/** So many rows are looked at to find out what a column holds. */
const LOOKED_AT = 2000;
/** The largest number that is a kommunkod. */
const LAST_CODE = 9999;
/** A column of places has at least so many of them. */
const ENOUGH = 3;

/** Finds the table of a sheet among titles and notes; null when no column holds kommuner or stadsdelar. */
export function findTable(grid: RawSheet, places: PlaceFinder): TableShape | null {
  const width = Math.max(0, ...grid.rows.map((r) => r.length));
  const columns = Array.from({ length: width }, (_, c) => c);
  const best = (find: (text: string) => RowPlace, kind: RowPlace['kind'], enough = ENOUGH) => {
    const counted = columns.map((c) => ({ c, count: countOf(grid, c, find, kind) }));
    const top = counted.toSorted((a, b) => b.count - a.count)[0];
    return top && top.count >= enough ? top : null;
  };
  const stadsdel = best((text) => places.stadsdel(text, null), 'stadsdel');
  // A table of stadsdelar may be about one city only.
  const kod = best(places.byCode, 'kommun', stadsdel ? 1 : ENOUGH);
  const namn = best(places.byName, 'kommun', stadsdel ? 1 : ENOUGH);
  const key = kod ?? namn ?? stadsdel;
  if (!key) return null;
  // A few kommuner share their name with a stadsdel: stadsdelar need a column of their own.
  const own = stadsdel && stadsdel.c !== namn?.c && stadsdel.c !== kod?.c ? stadsdel : null;
  const isPlace = (row: number): boolean => {
    const text = (c: number | undefined) => (c === undefined ? '' : rawText(grid.rows[row]?.[c]));
    return (
      (kod !== null && places.byCode(text(kod.c)).kind === 'kommun') ||
      (namn !== null && places.byName(text(namn.c)).kind === 'kommun') ||
      (own !== null && places.stadsdel(text(own.c), null).kind === 'stadsdel') ||
      (kod === null &&
        namn === null &&
        stadsdel !== null &&
        places.stadsdel(text(stadsdel.c), null).kind === 'stadsdel')
    );
  };
  const rows = grid.rows.map((_, i) => i).filter(isPlace);
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return null;
  const header = headerRows(grid, first, key.c, places);
  return {
    header,
    data: [first, last],
    kod: kod?.c ?? null,
    namn: namn?.c ?? null,
    stadsdel: own?.c ?? (kod === null && namn === null ? (stadsdel?.c ?? null) : null),
    columns: columns.map((c) => columnName(grid, header, c)),
  };
}

function countOf(
  grid: RawSheet,
  column: number,
  find: (text: string) => RowPlace,
  kind: RowPlace['kind'],
): number {
  const found = new Set<string>();
  for (const row of grid.rows.slice(0, LOOKED_AT)) {
    const cell = row[column];
    // Most cells are figures: a number is a code or nothing.
    if (typeof cell === 'number' && !(Number.isInteger(cell) && cell > 0 && cell <= LAST_CODE)) continue;
    const text = rawText(cell);
    const place = text === '' ? null : find(text);
    if (place?.kind === kind && 'kod' in place) found.add(place.kod);
  }
  return found.size;
}

const isText = (grid: RawSheet, row: number, column: number) => {
  const cell = grid.rows[row]?.[column];
  return typeof cell === 'string' && cell !== '';
};

/** The rows of names above the first place: down from the row that names the key column, with groups above it. */
function headerRows(
  grid: RawSheet,
  firstPlace: number,
  key: number,
  places: PlaceFinder,
): readonly [number, number] {
  let bottom = firstPlace - 1;
  // Rows of totals (riket, län) and blank rows may stand between the header and the first kommun.
  while (bottom > 0 && !isHeaderLike(grid, bottom, places)) bottom -= 1;
  bottom = Math.max(bottom, 0);
  let top = bottom;
  while (top > 0 && !isText(grid, top, key) && isHeaderLike(grid, top - 1, places)) top -= 1;
  if (top > 0 && isGroupRow(grid, top - 1, top)) top -= 1;
  return [top, bottom];
}

/** A row that names columns has several texts and no numbers but years. */
function isHeaderLike(grid: RawSheet, row: number, places: PlaceFinder): boolean {
  const cells = (grid.rows[row] ?? []).filter((c) => c !== '');
  const texts = cells.filter((c) => typeof c === 'string' && !/^[-–.…:X]{1,2}$/.test(c));
  const numbers = cells.filter((c) => typeof c === 'number' && !(c >= 1990 && c <= 2100));
  const first = rawText(cells[0]);
  if (places.byCode(first).kind === 'total' || places.byName(first).kind === 'total') return false;
  return texts.length >= 2 && numbers.length === 0;
}

/** A row above the header whose texts each stand over some of its columns; a title stands over all or alone. */
function isGroupRow(grid: RawSheet, row: number, below: number): boolean {
  const texts = (grid.rows[row] ?? []).flatMap((c, i) => (c === '' ? [] : [i]));
  const width = (grid.rows[below] ?? []).length;
  const merged = grid.merged.filter(([r1, , c1, c2]) => r1 === row && c2 > c1 && c2 - c1 + 1 < width);
  return merged.length > 0 || texts.length >= 2;
}

/** The header cells over a column, joined; a merged or left-aligned group names all its columns. */
function columnName(grid: RawSheet, [top, bottom]: readonly [number, number], column: number): string {
  const parts: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const text = rawText(headerCell(grid, row, column, row < bottom));
    if (text !== '' && !parts.includes(text)) parts.push(text);
  }
  return parts.join(' – ');
}

function headerCell(
  grid: RawSheet,
  row: number,
  column: number,
  isGroup: boolean,
): RawSheet['rows'][number][number] {
  const own = gridCell(grid, row, column);
  if (own !== '') return own;
  const merge = grid.merged.find(
    ([r1, r2, c1, c2]) => r1 <= row && row <= r2 && c1 <= column && column <= c2,
  );
  if (merge) return gridCell(grid, merge[0], merge[2]);
  const hasMerges = grid.merged.some(([r1, r2]) => r1 <= row && row <= r2);
  if (!isGroup || hasMerges) return '';
  // CSV has no merged cells: a group's name stands over its first column only.
  for (let c = column - 1; c >= 0; c -= 1) {
    const cell = gridCell(grid, row, c);
    if (cell !== '') return cell;
  }
  return '';
}
