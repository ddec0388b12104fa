import { type Frame, hatchRect, rootClass } from './frame.ts';
import { element, svg, text, textWidth } from './svg.ts';

/** One answer, or one reason why there is none. */
export type AnswerBar = {
  readonly label: string;
  /** Palette class, or null for a missing value: outlined and hatched. */
  readonly fill: string | null;
  readonly count: number;
  /** `47 kommuner, 17 %`. */
  readonly value: string;
  /** The name of the place that gave this answer. */
  readonly me?: string;
};

const BAR = 20;

/** The bar itself: filled, or outlined and hatched; nothing for a count of zero. */
function barSvg(bar: AnswerBar, x: number, y: number, width: number): string {
  if (bar.count === 0) return '';
  const box = { x, y, width, height: BAR };
  return [
    element('rect', { class: bar.fill ?? 'c-na', ...box }),
    bar.fill === null ? element('path', { class: 'hatch', d: hatchRect({ x, y, width, height: BAR }) }) : '',
    element('rect', { class: 'outline', ...box }),
  ].join('');
}

function meLabel(name: string, x: number, baseline: number): string {
  return (
    element('circle', { class: 'me', cx: x + 5, cy: baseline - 5, r: 5 }) +
    text(x + 16, baseline, name, { class: 'me-label' })
  );
}

/** Words, bar and value in one row; this place after the value. */
function wideRows(
  bars: readonly AnswerBar[],
  frame: Frame,
  most: number,
): { rows: string[]; height: number } {
  const left = Math.min(220, 16 + Math.max(...bars.map((b) => textWidth(b.label, 14))));
  const room = frame.width - left - 240;
  const rows = bars.map((bar, i) => {
    const y = i * 36 + 6;
    const width = (room * bar.count) / most;
    const end = left + width + 10;
    return [
      text(0, y + 15, bar.label, { class: 'label' }),
      barSvg(bar, left, y, width),
      text(end, y + 15, bar.value, { class: 'val' }),
      bar.me === undefined ? '' : meLabel(bar.me, end + textWidth(bar.value, 14) + 14, y + 15),
    ].join('');
  });
  return { rows, height: bars.length * 36 };
}

/** Words and value over the bar; this place on a line of its own under it. */
function narrowRows(
  bars: readonly AnswerBar[],
  frame: Frame,
  most: number,
): { rows: string[]; height: number } {
  let y = 0;
  const rows = bars.map((bar) => {
    const top = y;
    y += bar.me === undefined ? 56 : 78;
    return [
      text(0, top + 19, bar.label, { class: 'label' }),
      text(frame.width, top + 19, bar.value, { class: 'val', anchor: 'end' }),
      barSvg(bar, 1, top + 26, ((frame.width - 2) * bar.count) / most),
      bar.me === undefined ? '' : meLabel(bar.me, 1, top + 65),
    ].join('');
  });
  return { rows, height: y + 2 };
}

/** Bars by answer with their counts, in the order of the answer type; missing last. */
export function answerBarsSvg(bars: readonly AnswerBar[], frame: Frame, label: string): string {
  const most = Math.max(1, ...bars.map((b) => b.count));
  const { rows, height } = (frame.name === 'wide' ? wideRows : narrowRows)(bars, frame, most);
  return svg({ class: rootClass('bars', frame), viewBox: [0, 0, frame.width, height], label }, ...rows);
}
