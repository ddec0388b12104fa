/** A rectangle on the slide, in points (1/72 inch). */
export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** 16:9, as PowerPoint's own: 13.33 × 7.5 inches. */
export const PAGE: Box = { x: 0, y: 0, w: 960, h: 540 };

export const BOXES = {
  title: { x: 40, y: 20, w: 880, h: 64 },
  lead: { x: 40, y: 88, w: 880, h: 76 },
  figure: { x: 40, y: 168, w: 880, h: 324 },
  body: { x: 40, y: 98, w: 880, h: 394 },
  footer: { x: 40, y: 498, w: 780, h: 34 },
  number: { x: 820, y: 498, w: 100, h: 34 },
  coverTitle: { x: 72, y: 150, w: 816, h: 120 },
  coverText: { x: 72, y: 290, w: 816, h: 150 },
} as const satisfies Readonly<Record<string, Box>>;

/** Points as EMU, the unit of DrawingML. */
export const emu = (points: number): number => Math.round(points * 12700);

export const xfrm = ({ x, y, w, h }: Box, tag = 'a:xfrm'): string =>
  `<${tag}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></${tag}>`;

/** Width of a character in parts of the font size: a little above the mean of Arial in Swedish text. */
const CHARACTER = 0.52;
const LINE = 1.2;

/** How many lines a text takes at a size (points) in a width; words are not divided. */
export function linesOf(text: string, size: number, width: number): number {
  const perLine = Math.max(1, Math.floor(width / (size * CHARACTER)));
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const long = Math.ceil(word.length / perLine);
    if (used > 0 && used + 1 + word.length > perLine) {
      lines += long;
      used = word.length % perLine;
    } else {
      lines += long > 1 ? long - 1 : 0;
      used += (used > 0 ? 1 : 0) + word.length;
    }
  }
  return lines;
}

/** Height of some paragraphs in points, with the space after each. */
export const heightOf = (paragraphs: readonly string[], size: number, width: number): number =>
  paragraphs.reduce((sum, p) => sum + linesOf(p, size, width) * size * LINE + size * 0.5, 0);

/**
 * The largest size at which paragraphs stay inside their box; the smallest when none does (a test holds that no deck
 * comes to that).
 * @param sizes largest first, in points
 */
export function fittingSize(paragraphs: readonly string[], box: Box, sizes: readonly number[]): number {
  const fits = sizes.find((size) => heightOf(paragraphs, size, box.w - 4) <= box.h);
  return fits ?? sizes.at(-1) ?? 12;
}

/** Sizes that the text of a slide may have. The sentence above a figure has one; nothing is smaller than its foot, 12 points. */
export const SIZES = {
  title: [24, 22, 20, 18],
  lead: [18],
  body: [22, 20, 18, 16, 14],
  cover: [40, 36, 32, 28],
  coverText: [20, 18, 16, 14],
} as const;
