import { type Colour, type Palette, paletteOn } from './palette.ts';
import type { Solid } from './place.ts';

/**
 * Points of a picture, each the number of a colour, row by row as a PNG has them: a byte before each row says that it
 * has no filter, since flat colours are best left as they are.
 */
export type Canvas = {
  readonly width: number;
  readonly height: number;
  readonly rows: Uint8Array;
  readonly palette: Palette;
};

/**
 * What a part of a picture looks like: runs of points of one colour, two numbers each. Where it begins (row in the upper
 * half, column in the lower, from the stamp's corner); how many points (upper half) and which of its colours (lower).
 */
export type Stamp = {
  /** The corner, in points right of and below where the part stands. */
  readonly left: number;
  readonly top: number;
  readonly colours: readonly Colour[];
  readonly runs: Uint32Array;
};

const HALF = 0xffff;
const OPAQUE = 0xff;
/** Runs up to this are filled sooner one by one. */
const SHORT = 16;
/** As many as a point's number can say. */
const NUMBERS = 256;

/** What each colour of a stamp is over each that is on the canvas, as it is worked out; written over for each stamp. */
let answers = new Int16Array(NUMBERS * NUMBERS);

/** The rows of the canvas before, to be written over: new memory costs as much as filling it. */
let ground = new Uint8Array();

/** A canvas of one colour. The canvas before it is written over. @param fill as `#fbfaf7` */
export function emptyCanvas(width: number, height: number, fill: string): Canvas {
  const size = height * (width + 1);
  if (ground.length < size) ground = new Uint8Array(size);
  return { width, height, rows: ground.subarray(0, size).fill(0), palette: paletteOn(colourOf(fill)) };
}

/** An opaque colour. @param written as `#0b4a57` */
function colourOf(written: string): Colour {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(written.slice(at, at + 2), 16),
  );
  return ((OPAQUE << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** Draws a stamp where a part stands; what is outside the canvas is left out. */
export function press(
  { width, height, rows, palette }: Canvas,
  { left, top, colours, runs }: Stamp,
  { x, y }: { readonly x: number; readonly y: number },
): void {
  const size = colours.length * NUMBERS;
  if (answers.length < size) answers = new Int16Array(size);
  const known = answers.fill(-1, 0, size);
  const opaque = colours.map((colour) => (colour >>> 24 === OPAQUE ? palette.over(colour, 0) : null));
  for (let i = 0; i < runs.length; i += 2) {
    const place = runs[i] ?? 0;
    const look = runs[i + 1] ?? 0;
    const row = y + top + (place >>> 16);
    const start = x + left + (place & HALF);
    const from = Math.max(start, 0);
    const to = Math.min(start + (look >>> 16), width);
    if (row < 0 || row >= height || from >= to) continue;
    const zero = row * (width + 1) + 1;
    const colour = look & HALF;
    const number = opaque[colour] ?? null;
    if (number !== null) {
      if (to - from > SHORT) rows.fill(number, zero + from, zero + to);
      else for (let at = zero + from; at < zero + to; at++) rows[at] = number;
      continue;
    }
    for (let at = zero + from; at < zero + to; at++) {
      const seen = colour * NUMBERS + (rows[at] ?? 0);
      let answer = known[seen] ?? -1;
      if (answer < 0) {
        answer = palette.over(colours[colour] ?? 0, rows[at] ?? 0);
        known[seen] = answer;
      }
      rows[at] = answer;
    }
  }
}

/** Fills a rectangle; what is outside the canvas is left out. */
export function fillSolid({ width, height, rows, palette }: Canvas, { x, y, ...solid }: Solid): void {
  const [from, to] = [Math.max(x, 0), Math.min(x + solid.width, width)];
  if (from >= to) return;
  const number = palette.over(colourOf(solid.fill), 0);
  for (let row = Math.max(y, 0); row < Math.min(y + solid.height, height); row++) {
    const zero = row * (width + 1) + 1;
    rows.fill(number, zero + from, zero + to);
  }
}
