import { hatchRect } from './frame.ts';
import { element, svg } from './svg.ts';

/** A part of the strip: how many answers, and how it is painted. */
export type StripPart = { readonly antal: number; readonly fill: string | null; readonly label: string };

const WIDTH = 680;
const HEIGHT = 18;
const GAP = 2;

/**
 * All answers of a place as one bar, a part for each kind of answer. A missing answer is outlined and hatched. The numbers stand
 * in words under it: the bar is the same thing for the eye.
 * @param parts in the order that they are drawn; empty ones take no room
 */
export function answerStrip(parts: readonly StripPart[]): string {
  const drawn = parts.filter((p) => p.antal > 0);
  const all = drawn.reduce((sum, p) => sum + p.antal, 0);
  const room = WIDTH - GAP * Math.max(0, drawn.length - 1);
  let x = 0;
  const rects = drawn.map(({ antal, fill }) => {
    const width = (room * antal) / all;
    const box = { x, y: 0, width, height: HEIGHT };
    x += width + GAP;
    return [
      element('rect', { class: fill ?? 'c-na', ...box }),
      fill === null ? element('path', { class: 'hatch', d: hatchRect(box) }) : '',
      element('rect', { class: 'outline', ...box }),
    ].join('');
  });
  const label = drawn.map((p) => `${p.label}: ${p.antal}`).join('; ');
  return svg(
    { class: 'chart answer-strip', viewBox: [0, 0, WIDTH, HEIGHT], label: `Stapel. ${label}.` },
    ...rects,
  );
}
