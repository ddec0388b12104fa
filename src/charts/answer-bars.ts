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

/** Bars by answer with their counts, in the order of the answer type; missing last. */
export function answerBarsSvg(bars: readonly AnswerBar[], frame: Frame, label: string): string {
  const wide = frame.name === 'wide';
  const left = wide ? Math.min(220, 16 + Math.max(...bars.map((b) => textWidth(b.label, 14)))) : 1;
  const valueRoom = wide ? 220 : 1;
  const room = frame.width - left - valueRoom;
  const most = Math.max(1, ...bars.map((b) => b.count));
  const rowHeight = wide ? 36 : 56;
  const rows = bars.map((bar, i) => {
    const y = i * rowHeight + (wide ? 6 : 26);
    const baseline = wide ? y + 15 : y - 7;
    const width = (room * bar.count) / most;
    const valueX = wide ? left + width + 10 : frame.width;
    const valueWidth = textWidth(bar.value, 14);
    return [
      text(0, baseline, bar.label, { class: 'label' }),
      bar.count === 0 ? '' : element('rect', { class: bar.fill ?? 'c-na', x: left, y, width, height: BAR }),
      bar.fill === null && bar.count > 0
        ? element('path', { class: 'hatch', d: hatchRect(left, y, width, BAR) })
        : '',
      bar.count === 0 ? '' : element('rect', { class: 'outline', x: left, y, width, height: BAR }),
      text(valueX, baseline, bar.value, { class: 'val', ...(wide ? {} : { anchor: 'end' }) }),
      bar.me === undefined
        ? ''
        : meLabel(
            bar.me,
            wide
              ? valueX + valueWidth + 18
              : left + 10 + Math.min(width, frame.width - textWidth(bar.me, 15) - 24),
            y + 15,
          ),
    ].join('');
  });
  const height = bars.length * rowHeight + (wide ? 0 : 2);
  return svg({ class: rootClass('bars', frame), viewBox: [0, 0, frame.width, height], label }, ...rows);
}

function meLabel(name: string, x: number, baseline: number): string {
  return (
    element('circle', { class: 'me', cx: x, cy: baseline - 5, r: 5 }) +
    text(x + 10, baseline, name, { class: 'me-label' })
  );
}
