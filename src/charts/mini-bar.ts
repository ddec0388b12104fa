import { element } from './svg.ts';

/**
 * A bar for a table cell, 0–100 % of its track. Decorative: the figure stands beside it.
 * @param percent 0–100; null draws nothing, since a missing value is not an empty bar
 */
export function miniBar(percent: number | null): string {
  if (percent === null) return '';
  const width = Math.min(100, Math.max(0, percent)) * 0.6;
  return element(
    'svg',
    { class: 'mini-bar', viewBox: '0 0 60 8', 'aria-hidden': 'true' },
    element('rect', { class: 'bg', width: 60, height: 8, rx: 1 }),
    element('rect', { class: 'fg', width, height: 8, rx: 1 }),
  );
}
