import { textWidth } from './svg.ts';

/**
 * The two widths that charts with text are drawn in. Text is 14 units, so it is 12 px on a screen where the wide
 * one has 580 px and the narrow one 280: pages switch between them at a figure width of 38 rem.
 */
const WIDE = 680;
const NARROW = 340;

export const TEXT = 14;

/** `wide` or `narrow`, and what follows from it. */
export type Frame = { readonly name: 'wide' | 'narrow'; readonly width: number };
export const FRAMES: { readonly wide: Frame; readonly narrow: Frame } = {
  wide: { name: 'wide', width: WIDE },
  narrow: { name: 'narrow', width: NARROW },
};

/** The classes of a chart's root. */
export function rootClass(kind: string, frame: Frame): string {
  return frame.name === 'wide' ? `chart ${kind}` : `chart ${kind} narrow`;
}

/** Where a centred label must stand so that it does not leave the picture. */
export function centred(x: number, words: string, width: number, size = TEXT): number {
  const half = textWidth(words, size) / 2;
  return Math.min(Math.max(x, half), width - half);
}

/** A value of an axis: where it stands, and its words. */
export type Tick = { readonly x: number; readonly label: string };

/** Ticks whose words do not meet: every other of them until that is so, the first always kept. */
export function apart(ticks: readonly Tick[]): readonly Tick[] {
  const meet = ticks.some(({ x, label }, i) => {
    const before = i === 0 ? undefined : ticks[i - 1];
    if (before === undefined) return false;
    return x - before.x < (textWidth(label, TEXT) + textWidth(before.label, TEXT)) / 2 + 8;
  });
  return meet ? apart(ticks.filter((_, i) => i % 2 === 0)) : ticks;
}

/** A position on an axis: linear from the domain to the range. */
export function linear(
  domain: readonly [number, number],
  range: readonly [number, number],
): (value: number) => number {
  const [d0, d1] = domain;
  const [r0, r1] = range;
  const factor = d1 === d0 ? 0 : (r1 - r0) / (d1 - d0);
  return (value) => r0 + (value - d0) * factor;
}

const tenth = (value: number) => Math.round(value * 10) / 10 + 0;

/** A relative step of a path. */
function step(command: 'm' | 'l', from: readonly [number, number], to: readonly [number, number]): string {
  return `${command}${tenth(to[0] - from[0])} ${tenth(to[1] - from[1])}`.replace(' -', '-');
}

export type Rect = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Between two strokes of a hatch, along an edge. */
const GAP = 6;

/**
 * Slanted strokes that fill a rectangle: the pattern of what is missing. Written as steps from stroke to stroke: all
 * but those in the corners are then the same text, which compresses to nothing.
 */
export function hatchRect({ x, y, width, height }: Rect): string {
  const strokes: string[] = [];
  let here: readonly [number, number] | null = null;
  for (let offset = GAP / 2; offset < width + height; offset += GAP) {
    const from = [tenth(x + Math.max(0, offset - height)), tenth(y + Math.min(height, offset))] as const;
    const to = [tenth(x + Math.min(width, offset)), tenth(y + Math.max(0, offset - width))] as const;
    strokes.push(here === null ? `M${from.join(' ')}` : step('m', here, from), step('l', from, to));
    here = to;
  }
  return strokes.join('');
}
