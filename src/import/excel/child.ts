import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { read, type WorkSheet } from 'xlsx';
import { BOUNDS } from '../../model/limits.ts';
import { must } from '../../model/must.ts';
import { tidy } from '../table/raw-sheet.ts';

// Runs in a process of its own with a bound on memory and time: a workbook from anywhere may be made to harm. Only
// values that are saved in the file are read; formulas, links and macros are never looked at.

/** A workbook may unpack to at most so much, and a sheet have so many rows and columns. */
const { unpacked: MOST_UNPACKED, rows: MOST_ROWS, columns: MOST_COLUMNS } = BOUNDS.workbook;

const bytes = readFileSync(must(process.argv[2], 'path of a workbook'));
let unpacked = 0;
unzipSync(bytes, {
  filter: (file) => {
    unpacked += file.originalSize;
    return false;
  },
});
if (unpacked > MOST_UNPACKED) throw new Error(`packas upp till ${Math.round(unpacked / 1e6)} MB`);

const book = read(bytes, {
  type: 'buffer',
  dense: true,
  cellFormula: false,
  cellHTML: false,
  cellText: false,
  cellNF: true,
  bookVBA: false,
  sheetRows: MOST_ROWS + 1,
});

function grid(name: string, sheet: WorkSheet) {
  const data = sheet['!data'] ?? [];
  if (data.length > MOST_ROWS) throw new Error(`bladet ${name} har fler än ${MOST_ROWS} rader`);
  const rows = Array.from({ length: data.length }, (_, r) => {
    const row = data[r] ?? [];
    if (row.length > MOST_COLUMNS) throw new Error(`bladet ${name} har fler än ${MOST_COLUMNS} kolumner`);
    return Array.from({ length: row.length }, (_, c) => {
      const cell = row[c];
      if (!cell || cell.t === 'z' || cell.v === undefined) return '';
      if (cell.t === 'n' && typeof cell.v === 'number')
        return cell.z !== undefined && String(cell.z).includes('%')
          ? Number((cell.v * 100).toPrecision(12))
          : cell.v;
      if (cell.t === 'b') return cell.v === true ? 'Ja' : 'Nej';
      return cell.t === 'e' ? '#FEL' : tidy(String(cell.v));
    });
  });
  const merged = (sheet['!merges'] ?? []).map(({ s, e }) => [s.r, e.r, s.c, e.c]);
  return { name, rows, merged };
}

const grids = book.SheetNames.flatMap((name) => {
  const sheet = book.Sheets[name];
  return sheet?.['!data'] ? [grid(name, sheet)] : [];
});
process.stdout.write(JSON.stringify(grids));
