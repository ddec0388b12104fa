import { type Frame, rootClass } from './frame.ts';
import { element, svg, text, textWidth } from './svg.ts';

/** A bar: a count as shown, or null where there is no length to draw (hidden, or not given). */
export type CountBar = { readonly label: string; readonly count: number | null; readonly shown: string };

const ROW = 44;
const BAR = 16;

/**
 * Counts as horizontal bars, each under its own name, drawn without a library so that a browser can do it too. A count
 * that is hidden has no bar, only its sign: nothing can be read from its length.
 */
export function countBarsSvg(bars: readonly CountBar[], label: string, frame: Frame): string {
  const most = Math.max(1, ...bars.map((b) => b.count ?? 0));
  const words = Math.max(...bars.map((b) => textWidth(b.shown, 14)));
  const room = frame.width - words - 14;
  const rows = bars.map(({ label: name, count, shown }, i) => {
    const top = i * ROW;
    const width = count === null ? 0 : (room * count) / most;
    return (
      text(0, top + 14, name, { class: 'label' }) +
      (width > 0 ? element('rect', { class: 'c-3', x: 0, y: top + 20, width, height: BAR }) : '') +
      text(width + (width > 0 ? 8 : 0), top + 20 + BAR - 3, shown, { class: 'val' })
    );
  });
  return svg(
    { class: rootClass('bars', frame), viewBox: [0, 0, frame.width, Math.max(1, bars.length) * ROW], label },
    ...rows,
  );
}
