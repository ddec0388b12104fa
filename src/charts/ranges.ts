import type { Summary } from '../statistics/distribution.ts';
import { formatValue, type ValueFormat } from '../text/numbers.ts';
import { apart, centred, type Frame, linear, rootClass } from './frame.ts';
import { niceTicks } from './scale.ts';
import { element, group, line, svg, text, textWidth } from './svg.ts';

/** The spread of a group of kommuner; null when none of them has a value. */
type RangeRow = { readonly label: string; readonly summary: Summary | null };
export type RangeSection = { readonly head: string | null; readonly rows: readonly RangeRow[] };

type RangeLook = { readonly frame: Frame; readonly format: ValueFormat };

const HEAD = 34;

function rowSvg(row: RangeRow, y: number, x: (v: number) => number, { frame, format }: RangeLook): string {
  const wide = frame.name === 'wide';
  const mark = wide ? y + 15 : y + 32;
  const label = text(0, wide ? y + 19 : y + 17, row.label, { class: 'label' });
  const s = row.summary;
  if (s === null)
    return (
      label + text(frame.width, wide ? y + 19 : y + 17, 'uppgift saknas', { class: 'small', anchor: 'end' })
    );
  return [
    label,
    line('span', [x(s.min), mark], [x(s.max), mark]),
    element('rect', {
      class: 'box',
      x: x(s.q1),
      y: mark - 6,
      width: Math.max(1, x(s.q3) - x(s.q1)),
      height: 12,
    }),
    line('median', [x(s.median), mark - 8], [x(s.median), mark + 8]),
    text(frame.width, wide ? y + 19 : y + 17, formatValue(format, s.median), { class: 'val', anchor: 'end' }),
  ].join('');
}

/**
 * The spread of numbers by group on one axis: a thin line from the lowest to the highest kommun, a band for the
 * middle half, a tick at the median, whose value stands at the right; riket as a reference line.
 */
export function rangesSvg(
  sections: readonly RangeSection[],
  riket: { readonly value: number; readonly label: string } | null,
  look: RangeLook,
  label: string,
): string {
  const { frame, format } = look;
  const wide = frame.name === 'wide';
  const rows = sections.flatMap((s) => s.rows);
  const ends = rows.flatMap((r) => (r.summary ? [r.summary.min, r.summary.max] : []));
  const all = riket === null ? ends : [...ends, riket.value];
  const [low, high] = all.length === 0 ? [0, 1] : [Math.min(...all), Math.max(...all)];
  const left = wide ? Math.min(260, 16 + Math.max(...rows.map((r) => textWidth(r.label, 14)))) : 6;
  const right = wide ? frame.width - textWidth(formatValue(format, high), 14) - 24 : frame.width - 6;
  const ticks = niceTicks(low >= 0 && low < 0.35 * high ? 0 : low, high, wide ? 4 : 3);
  const x = linear([ticks[0] ?? 0, Math.max(high, ticks.at(-1) ?? high)], [left, right]);
  const rowHeight = wide ? 30 : 46;
  const top = riket === null ? 0 : 22;
  let y = top;
  const drawn = sections.map((section) => {
    const head = section.head === null ? '' : text(0, y + 22, section.head, { class: 'head' });
    if (section.head !== null) y += HEAD;
    const inside = section.rows.map((row, i) => rowSvg(row, y + i * rowHeight, x, look));
    y += section.rows.length * rowHeight + 8;
    return head + inside.join('');
  });
  const decimaler = Math.max(...ticks.map((t) => String(t).split('.')[1]?.length ?? 0));
  const axis = apart(ticks.map((t) => ({ x: x(t), label: formatValue({ ...format, decimaler }, t) })));
  return svg(
    { class: rootClass('ranges', frame), viewBox: [0, 0, frame.width, y + 24], label },
    group(
      'axis',
      element('path', { d: axis.map((t) => `M${Math.round(t.x * 10) / 10} ${top}V${y}`).join('') }),
    ),
    ...axis.map((t) => text(centred(t.x, t.label, frame.width), y + 18, t.label, { anchor: 'middle' })),
    riket === null ? '' : line('ref', [x(riket.value), top - 6], [x(riket.value), y]),
    riket === null
      ? ''
      : text(centred(x(riket.value), riket.label, frame.width), 12, riket.label, {
          class: 'ref-label',
          anchor: 'middle',
        }),
    ...drawn,
  );
}
