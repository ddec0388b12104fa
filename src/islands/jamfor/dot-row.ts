import { safe } from './table.ts';

/** Where a mark lies on its track, 0–1 from the left; null draws none. */
type Marks = { readonly dot: number | null; readonly bar: number | null };

const percent = (place: number) => `${Math.round(place * 1000) / 10}%`;

/**
 * A row of a dot plot: name, track, value. The words are text of the page, so they are as large on a telephone as on
 * a wall; the marks are placed in percent of the track, however long it is. The dot is the row's own value, the bar
 * riket's: two shapes, so that colour tells nothing alone.
 */
export function dotRow(name: string, value: string, { dot, bar }: Marks): string {
  const line = bar === null ? '' : `<line class="bar" x1="${percent(bar)}" x2="${percent(bar)}" y2="100%"/>`;
  const mark = dot === null ? '' : `<circle cx="${percent(dot)}" cy="50%" r="6"/>`;
  return `<li><span>${safe(name)}</span><svg aria-hidden="true"><line class="track" x2="100%" y1="50%" y2="50%"/>${line}${mark}</svg><span class="num">${safe(value)}</span></li>`;
}
