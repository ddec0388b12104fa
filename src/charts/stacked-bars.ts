import { type Frame, hatchRect, rootClass } from './frame.ts';
import { element, svg, text, textWidth } from './svg.ts';

/** A bar: one place or group. Its length is everyone who was asked; every part is a count. */
export type StackRow = {
  readonly label: string;
  readonly parts: readonly { readonly fill: string; readonly count: number }[];
  /** Asked but without an answer: hatched, last. */
  readonly missing: number;
  /** Share of the first answer among those who answered: `17 %` or `2 av 4`; null when nobody did. */
  readonly share: string | null;
  /** `av 278`, what the share is of; empty when the share says it itself. */
  readonly base: string;
  /** True for the row of this place. */
  readonly me?: boolean;
};

/** Rows under a heading; null heading for a single group. */
export type StackSection = { readonly head: string | null; readonly rows: readonly StackRow[] };

const BAR = 18;
const HEAD = 34;

type Columns = { readonly left: number; readonly width: number; readonly row: number };

function columnsOf(sections: readonly StackSection[], frame: Frame): Columns {
  if (frame.name === 'narrow') return { left: 1, width: frame.width - 2, row: 50 };
  const longest = Math.max(...sections.flatMap((s) => s.rows.map((r) => textWidth(r.label, 14))));
  const left = Math.min(260, longest + 16);
  return { left, width: frame.width - left - 130, row: 30 };
}

/** Counts stand inside a part only where there is room for them. */
function partsOf(row: StackRow, columns: Columns, y: number): string {
  const asked = row.parts.reduce((sum, p) => sum + p.count, row.missing);
  if (asked === 0) return '';
  // Whole units: a part is up to 400 of them wide, and a tenth of one is seen by nobody but weighs on every page.
  const left = Math.round(columns.left);
  const end = Math.round(columns.left + columns.width);
  let counted = 0;
  let x = left;
  const drawn = row.parts.map(({ fill, count }) => {
    const from = x;
    counted += count;
    x = Math.round(left + ((end - left) * counted) / asked);
    const width = x - from;
    if (count === 0) return '';
    const words = String(count);
    const on = /^a-(ja|alla|kategori-0)$/.test(fill) ? 'on-dark' : 'on-light';
    return (
      element('rect', { class: fill, x: from, y, width, height: BAR }) +
      (textWidth(words, 14) + 6 > width
        ? ''
        : text(from + width / 2, y + 14, words, { class: on, anchor: 'middle' }))
    );
  });
  const rest = end - x;
  const missing =
    row.missing === 0
      ? ''
      : element('rect', { class: 'c-na', x, y, width: rest, height: BAR }) +
        element('path', { class: 'hatch', d: hatchRect({ x, y, width: rest, height: BAR }) });
  return (
    drawn.join('') +
    missing +
    element('rect', { class: 'outline', x: left, y, width: end - left, height: BAR })
  );
}

/** Where the share ends, counted from the right: its base stands after it. */
const BASE_WIDTH = 58;

/** Height of another line of words. */
const LINE = 17;

/** A name in one line, or in two where its share would stand on it: names stand over their bars when it is narrow. */
function nameLines({ label, share, me }: StackRow, frame: Frame): readonly string[] {
  const room = frame.width - BASE_WIDTH - textWidth(share ?? '–', 14) - 10;
  const wide = (words: string) => textWidth(words, me ? 15 : 14);
  if (frame.name === 'wide' || wide(label) <= room) return [label];
  const words = label.split(' ');
  const cut = words.findLastIndex((_, i) => wide(words.slice(0, i).join(' ')) <= room);
  return cut < 1 ? [label] : [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
}

function rowSvg(row: StackRow, top: number, columns: Columns, frame: Frame): string {
  const wide = frame.name === 'wide';
  const names = nameLines(row, frame);
  const y = wide ? top + 4 : top + 24 + (names.length - 1) * LINE;
  const baseline = wide ? y + 14 : top + 18;
  const right = frame.width;
  const share = row.share ?? '–';
  return [
    ...names.map((name, i) => text(0, baseline + i * LINE, name, { class: row.me ? 'me-label' : 'label' })),
    partsOf(row, columns, y),
    text(right - BASE_WIDTH, baseline, share, { class: 'val', anchor: 'end' }),
    row.base === '' ? '' : text(right, baseline, row.base, { class: 'small', anchor: 'end' }),
  ].join('');
}

/** Stacked bars of answers for several places or groups, as small multiples on one scale: the whole bar is all asked. */
export function stackedBarsSvg(sections: readonly StackSection[], frame: Frame, label: string): string {
  const columns = columnsOf(sections, frame);
  let y = 0;
  const drawn = sections.map((section) => {
    const head = section.head === null ? '' : text(0, y + 22, section.head, { class: 'head' });
    if (section.head !== null) y += HEAD;
    const rows = section.rows.map((row) => {
      const top = y;
      y += columns.row + (nameLines(row, frame).length - 1) * LINE;
      return rowSvg(row, top, columns, frame);
    });
    y += section.head === null ? 0 : 8;
    return head + rows.join('');
  });
  return svg({ class: rootClass('stacked', frame), viewBox: [0, 0, frame.width, y + 2], label }, ...drawn);
}
