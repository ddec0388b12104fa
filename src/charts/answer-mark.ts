import type { AnswerTone } from '../text/answers.ts';
import { painted, type Scheme } from './paint.ts';
import { element } from './svg.ts';

const ring = (className: string) => element('circle', { class: className, cx: 8, cy: 8, r: 7 });

const FULL = ring('full') + element('path', { class: 'tick', d: 'M4.5 8.2l2.4 2.4 4.6-5' });
const HALF = ring('ring') + element('path', { class: 'half', d: 'M8 1a7 7 0 0 0 0 14z' });
const EMPTY = ring('ring-soft');
const MISSING = ring('ring-dash') + element('path', { class: 'dash', d: 'M4.5 8h7' });

const square = (width: number) =>
  element('rect', { class: 'ring', x: 2, y: 2, width: 12, height: 12 }) +
  (width === 0 ? '' : element('rect', { class: 'half', x: 2, y: 2, width, height: 12 }));

const DRAWING: Readonly<Record<AnswerTone | 'saknas', string>> = {
  ja: FULL,
  alla: FULL,
  delvis: HALF,
  vissa: HALF,
  nej: EMPTY,
  ingen: EMPTY,
  saknas: MISSING,
  // Categories are neither good nor bad: a square that is filled by its place.
  'kategori-0': square(12),
  'kategori-1': square(6),
  'kategori-2': square(0),
  'kategori-3': square(3),
};

/**
 * The symbol of an answer, readable without colour: filled with a tick, half, ring, dashed ring with a dash.
 * Decorative: the word always stands beside it.
 */
export function answerMark(tone: AnswerTone | 'saknas'): string {
  return element('svg', { class: `s ${tone}`, viewBox: '0 0 16 16', 'aria-hidden': 'true' }, DRAWING[tone]);
}

/** The class of a table cell whose mark is its background: one drawing for a table that shows it thousands of times. */
export const markClass = (tone: AnswerTone | 'saknas'): string => `m m-${tone}`;

const URL_CHARACTERS: Readonly<Record<string, string>> = { '<': '%3C', '>': '%3E', '#': '%23', '"': "'" };

/**
 * The rules behind `markClass`, with the colours of a scheme: as elements of the page the marks of fifty kommuner
 * took three quarters of the time that the table took to draw.
 */
export function markRules(scheme: Scheme): string {
  const tones = Map.groupBy(Object.entries(DRAWING), ([, drawing]) => drawing);
  return [...tones]
    .map(([drawing, same]) => {
      const svg = element(
        'svg',
        { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 16 16' },
        painted(drawing, scheme),
      );
      const image = svg.replace(/[<>#"]/g, (sign) => URL_CHARACTERS[sign] ?? sign);
      return `${same.map(([tone]) => `.m-${tone}`).join(',')}{background-image:url("data:image/svg+xml,${image}")}`;
    })
    .join('');
}
