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
  /** What the stamps that have been pressed on it look like there: a letter is pressed many times. */
  readonly looks: Map<Stamp, Look>;
  /** What each translucent colour gives over each number, as it is worked out. */
  readonly blends: Map<Colour, Int16Array>;
};

/** The colours of a stamp on a canvas: the number of an opaque one, and what another gives over each number. */
type Look = { readonly numbers: Int16Array; readonly blends: readonly Int16Array[] };

/**
 * What a part of a picture looks like: runs of points of one colour, two numbers each. Where it begins (row in the upper
 * half, column in the lower, from the stamp's corner); how many points (upper half) and which of its colours (lower).
 */
export type Stamp = {
  /** The corner, in points right of and below where the part stands. */
  readonly left: number;
  readonly top: number;
  /** No run reaches farther. */
  readonly width: number;
  readonly height: number;
  readonly colours: readonly Colour[];
  readonly runs: Uint32Array;
};

const HALF = 0xffff;
const OPAQUE = 0xff;
/** Runs up to this are filled sooner one by one. */
const SHORT = 16;
/** As many as a point's number can say. */
const NUMBERS = 256;
/** Not worked out yet, or of no number. */
const NONE = -1;

/** The rows of the canvas before, to be written over: new memory costs as much as filling it. */
let ground = new Uint8Array();

/** A canvas of one colour. The canvas before it is written over. @param fill as `#fbfaf7` */
export function emptyCanvas(width: number, height: number, fill: string): Canvas {
  const size = height * (width + 1);
  if (ground.length < size) ground = new Uint8Array(size);
  const rows = ground.subarray(0, size).fill(0);
  return { width, height, rows, palette: paletteOn(colourOf(fill)), looks: new Map(), blends: new Map() };
}

/** An opaque colour. @param written as `#0b4a57` */
function colourOf(written: string): Colour {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(written.slice(at, at + 2), 16),
  );
  return ((OPAQUE << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

function lookOf({ palette, looks, blends }: Canvas, stamp: Stamp): Look {
  const known = looks.get(stamp);
  if (known !== undefined) return known;
  const numbers = stamp.colours.map((colour) => (colour >>> 24 === OPAQUE ? palette.over(colour, 0) : NONE));
  const look = {
    numbers: Int16Array.from(numbers),
    blends: stamp.colours.map((colour) => {
      const blend = blends.get(colour) ?? new Int16Array(NUMBERS).fill(NONE);
      blends.set(colour, blend);
      return blend;
    }),
  };
  looks.set(stamp, look);
  return look;
}

/** Draws a stamp where a part stands; what is outside the canvas is left out. */
export function press(canvas: Canvas, stamp: Stamp, at: { readonly x: number; readonly y: number }): void {
  const { width, height, rows, palette } = canvas;
  const { colours, runs } = stamp;
  const { numbers, blends } = lookOf(canvas, stamp);
  const [left, top] = [at.x + stamp.left, at.y + stamp.top];
  const isInside = left >= 0 && top >= 0 && left + stamp.width <= width && top + stamp.height <= height;
  for (let i = 0; i < runs.length; i += 2) {
    const place = runs[i] ?? 0;
    const run = runs[i + 1] ?? 0;
    const row = top + (place >>> 16);
    let from = left + (place & HALF);
    let to = from + (run >>> 16);
    if (!isInside) {
      from = Math.max(from, 0);
      to = Math.min(to, width);
      if (row < 0 || row >= height || from >= to) continue;
    }
    const zero = row * (width + 1) + 1;
    const colour = run & HALF;
    const number = numbers[colour] ?? NONE;
    if (number !== NONE) {
      if (to - from > SHORT) rows.fill(number, zero + from, zero + to);
      else for (let point = zero + from; point < zero + to; point++) rows[point] = number;
      continue;
    }
    const blend = blends[colour];
    if (blend === undefined) continue;
    for (let point = zero + from; point < zero + to; point++) {
      const below = rows[point] ?? 0;
      let answer = blend[below] ?? NONE;
      if (answer === NONE) {
        answer = palette.over(colours[colour] ?? 0, below);
        blend[below] = answer;
      }
      rows[point] = answer;
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
