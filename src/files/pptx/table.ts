import { PALETTE } from '../../charts/palette.ts';
import { esc } from '../common/xml.ts';
import { BOXES, emu, linesOf } from './boxes.ts';
import type { SlideTable } from './deck.ts';
import { fill } from './drawing.ts';

const { ink, rule, accent } = PALETTE.light;

/** Sizes of a table's text, largest first. */
const SIZES = [18, 16, 14, 13, 12] as const;
/** Nothing on a slide is smaller. */
const SMALLEST = 12;
const PAD = { x: 6, y: 3 };

/** More rows than this are read across more easily where a name does not take two lines. */
const FEW = 6;

const heightOfRow = (table: SlideTable, row: readonly string[], size: number): number => {
  const lines = row.map((cell, i) => {
    const width = (table.columns[i]?.share ?? 0) * BOXES.figure.w - 2 * PAD.x;
    return linesOf(cell, size, width);
  });
  return Math.max(...lines) * size * 1.2 + 2 * PAD.y;
};

/** Height of the whole table at a size, in points. */
function tableHeight(table: SlideTable, size: number): number {
  const header = table.columns.map((c) => c.label);
  return [header, ...table.rows].reduce((sum, row) => sum + heightOfRow(table, row, size), 0);
}

/** Width of a bold letter in parts of its size, in the widest font that stands in for Arial. */
const BOLD = 0.7;

/** True where no word of the header is wider than its column: programs break such words anywhere. */
const holdsWords = ({ columns }: SlideTable, size: number): boolean =>
  columns.every(({ label, share }) =>
    label.split(' ').every((word) => word.length * size * BOLD <= share * BOXES.figure.w - 2 * PAD.x),
  );

/**
 * The largest size at which a table stays inside its box, and the words of its header inside their columns where some size
 * does; null when it must be divided.
 */
export function tableSize(table: SlideTable): number | null {
  const sizes = SIZES.slice(table.rows.length > FEW ? 1 : 0);
  const inside = sizes.filter((size) => tableHeight(table, size) <= BOXES.figure.h);
  return inside.find((size) => holdsWords(table, size)) ?? inside.at(-1) ?? null;
}

/** Air above and under each row, beyond the least: a table of a few rows fills its place, and letters wider than ours have some left. */
function air(table: SlideTable, size: number): number {
  const left = BOXES.figure.h - tableHeight(table, size) - 2 * size;
  return Math.max(0, Math.min(6, left / (2 * (table.rows.length + 1))));
}

/** How a table is drawn: its size, the air about its rows and its height, in points. */
export function tableLook(table: SlideTable): {
  readonly size: number;
  readonly pad: number;
  readonly h: number;
} {
  const size = tableSize(table) ?? SMALLEST;
  const extra = air(table, size);
  return { size, pad: PAD.y + extra, h: tableHeight(table, size) + 2 * extra * (table.rows.length + 1) };
}

/** A table as few parts as stay inside their boxes, with about as many rows in each. */
export function dividedTable(table: SlideTable): readonly SlideTable[] {
  for (let parts = 1; parts <= table.rows.length; parts++) {
    const size = Math.ceil(table.rows.length / parts);
    const divided = Array.from({ length: Math.ceil(table.rows.length / size) }, (_, i) => ({
      ...table,
      rows: table.rows.slice(i * size, (i + 1) * size),
    }));
    if (divided.every((t) => tableSize(t) !== null)) return divided;
  }
  return [table];
}

const none = ['L', 'R', 'T'].map((side) => `<a:ln${side} w="0"><a:noFill/></a:ln${side}>`).join('');

/** A native table. Its first row is marked as header, which is what screen readers go by. */
export function tableXml(table: SlideTable): string {
  const { size, pad } = tableLook(table);
  const row = (cells: readonly string[], head: boolean) => {
    const written = cells.map((cell, i) => {
      const right = table.columns[i]?.numeric === true;
      const look = `lang="sv-SE" sz="${Math.round(size * 100)}"${head ? ' b="1"' : ''}`;
      return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="${right ? 'r' : 'l'}"/><a:r><a:rPr ${look}>${fill(head ? accent : ink)}</a:rPr><a:t>${esc(cell)}</a:t></a:r></a:p></a:txBody><a:tcPr marL="${emu(PAD.x)}" marR="${emu(PAD.x)}" marT="${emu(pad)}" marB="${emu(pad)}" anchor="ctr">${none}<a:lnB w="${head ? 19050 : 9525}">${fill(head ? accent : rule)}</a:lnB><a:noFill/></a:tcPr></a:tc>`;
    });
    return `<a:tr h="${emu(heightOfRow(table, cells, size) + 2 * (pad - PAD.y))}">${written.join('')}</a:tr>`;
  };
  const grid = table.columns.map((c) => `<a:gridCol w="${emu(c.share * BOXES.figure.w)}"/>`).join('');
  const header = row(
    table.columns.map((c) => c.label),
    true,
  );
  return `<a:tbl><a:tblPr firstRow="1" firstCol="1"/><a:tblGrid>${grid}</a:tblGrid>${header}${table.rows.map((r) => row(r, false)).join('')}</a:tbl>`;
}
