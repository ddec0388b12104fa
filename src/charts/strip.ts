import { formatValue, type ValueFormat } from '../text/numbers.ts';
import { apart, centred, type Frame, linear, rootClass, TEXT, type Tick } from './frame.ts';
import { niceTicks } from './scale.ts';
import { coordinate, element, group, line, svg, text, textWidth, type XY } from './svg.ts';
import { swarm } from './swarm.ts';

/** A value on the strip; `kod` finds it again when it is to be marked. */
export type StripValue = { readonly kod: string; readonly value: number };

/** The dots and the axis: the same whoever is marked, so computed once for each indicator, year and width. */
export type StripBase = {
  readonly frame: Frame;
  readonly radius: number;
  readonly ticks: readonly Tick[];
  readonly scale: (value: number) => number;
  readonly position: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly up: number;
  readonly down: number;
};

/** Below this share of the highest value, the lowest is close enough to zero for the axis to start there. */
const NEAR_ZERO = 0.35;

/** Decimals that tell round axis values apart. */
function tickDecimals(ticks: readonly number[]): number {
  return Math.max(...ticks.map((t) => String(t).split('.')[1]?.length ?? 0));
}

/**
 * Lays the dots out with Observable Plot. Values must not be empty.
 * @param reference a value that the axis must reach too (riket)
 */
export function stripBase(
  values: readonly StripValue[],
  format: ValueFormat,
  frame: Frame,
  reference: number | null,
): StripBase {
  const all = [...values.map((v) => v.value), ...(reference === null ? [] : [reference])];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const start = low >= 0 && low < NEAR_ZERO * high ? 0 : low;
  const wide = frame.name === 'wide';
  const ticks = niceTicks(start, high, wide ? 5 : 4);
  const domain = [ticks[0] ?? start, high] as const;
  const radius = wide ? 4.4 : 2.6;
  const edge = radius * 2.5;
  const range = [edge, frame.width - edge] as const;
  const scale = linear(domain, range);
  const { points, up, down } = swarm(
    values.map((v) => v.value),
    { domain, range, radius },
  );
  const shown = { ...format, decimaler: tickDecimals(ticks) };
  return {
    frame,
    radius,
    ticks: apart(ticks.filter((t) => t <= high).map((t) => ({ x: scale(t), label: formatValue(shown, t) }))),
    scale,
    position: new Map(values.flatMap(({ kod }, i) => (points[i] ? [[kod, points[i]] as const] : []))),
    up: up + radius,
    down: down + radius,
  };
}

/** Who is marked on the strip. */
export type StripMarks = {
  /** This kommun: `Umeå 1,9 %`. */
  readonly me?: { readonly kod: string; readonly label: string };
  /** Kommuner drawn darker: the rest of its län. */
  readonly lan?: readonly string[];
  readonly riket?: { readonly value: number; readonly label: string };
};

const LABEL_ROW = 20;

/** Dots as zero-length strokes with round caps: one path instead of hundreds of elements. */
function dots(
  className: string,
  radius: number,
  points: readonly { readonly x: number; readonly y: number }[],
) {
  const d = points.map(({ x, y }) => `M${coordinate(x)} ${coordinate(y)}h.1`).join('');
  return d === '' ? '' : element('path', { class: className, 'stroke-width': 2 * radius, d });
}

/** The strip with its marks, drawn by hand over positions that are already known. */
export function stripSvg(base: StripBase, marks: StripMarks, label: string): string {
  const { frame, radius, position, scale } = base;
  const me = marks.me ? position.get(marks.me.kod) : undefined;
  const rows = (me ? 1 : 0) + (marks.riket ? 1 : 0);
  const top = rows * LABEL_ROW + 6;
  const middle = top + base.up;
  const bottom = middle + base.down + 6;
  const down = (p: { readonly x: number; readonly y: number }) => ({ x: p.x, y: p.y + middle });
  const lan = (marks.lan ?? []).flatMap((kod) => position.get(kod) ?? []).map(down);
  const riketRow = me ? 2 : 1;
  return svg(
    { class: rootClass('strip', frame), viewBox: [0, 0, frame.width, bottom + 24], label },
    group(
      'axis',
      element('path', {
        d: base.ticks.map((t) => `M${coordinate(t.x)} ${top}V${coordinate(bottom)}`).join(''),
      }),
    ),
    ...base.ticks.map((t) =>
      text(centred(t.x, t.label, frame.width), bottom + 18, t.label, { anchor: 'middle' }),
    ),
    dots('dots', radius, [...position.values()].map(down)),
    dots('dots-lan', radius * 1.2, lan),
    marks.riket
      ? riketMark(marks.riket.label, [scale(marks.riket.value), riketRow * LABEL_ROW], bottom, frame)
      : '',
    me && marks.me ? meMark(marks.me.label, down(me), radius, frame) : '',
  );
}

function riketMark(label: string, [x, y]: XY, bottom: number, frame: Frame): string {
  const fits = x + 6 + textWidth(label, TEXT) <= frame.width;
  return (
    line('ref', [x, y - 12], [x, bottom]) +
    text(fits ? x + 6 : x - 6, y - 3, label, { class: 'ref-label', ...(fits ? {} : { anchor: 'end' }) })
  );
}

function meMark(
  label: string,
  at: { readonly x: number; readonly y: number },
  radius: number,
  frame: Frame,
): string {
  return (
    line('me-line', [at.x, LABEL_ROW], [at.x, at.y]) +
    element('circle', { class: 'me-dot', cx: at.x, cy: at.y, r: radius * 1.6 }) +
    text(centred(at.x, label, frame.width, 16), 14, label, { class: 'me-label', anchor: 'middle' })
  );
}
