import { initWasm, Resvg, type ResvgRenderOptions } from '@resvg/resvg-wasm';
import type { Stamp } from './canvas.ts';
import { inOurWeights, packageBytes, resvgLetters } from './letters.ts';
import type { Colour } from './palette.ts';

/** So many numbers are remembered (four bytes each); then all are forgotten. A whole release has a third of it. */
const MOST = 8_000_000;
/** Units around a part: half its line is in its box, and a corner of a line or a letter may be outside. */
const MARGIN = 2;

const NOTHING: Stamp = { left: 0, top: 0, width: 0, height: 0, colours: [], runs: new Uint32Array() };

/** Stamps by the markup of their part (`takenApart`). */
export type Stamps = ReadonlyMap<string, Stamp>;

export type StampMaker = {
  /** The stamp of a part's markup. @throws when the markup is malformed */
  readonly stampOf: (markup: string) => Stamp;
  /** All that it remembers. */
  readonly stamps: () => Stamps;
};

/**
 * Draws parts of pictures, and remembers what it has drawn: a note, a name and a field of the map are the same in
 * hundreds of pictures. The same stamp on every machine: resvg runs as WebAssembly with our own fonts and none of the
 * system's.
 * @param points points for each of the picture's units
 * @param before what has been drawn already, with as many points
 */
export async function stampMaker(points: number, before: Stamps): Promise<StampMaker> {
  await beginResvg();
  const zoom: ResvgRenderOptions = { fitTo: { mode: 'zoom', value: points } };
  const lettered: ResvgRenderOptions = { ...zoom, font: resvgLetters() };
  const made = new Map(before);
  let numbers = [...before.values()].reduce((sum, { runs }) => sum + runs.length, 0);
  const stampOf = (markup: string) => {
    const known = made.get(markup);
    if (known !== undefined) return known;
    const stamp = markup.includes('<text')
      ? drawn(inOurWeights(markup), lettered, points)
      : drawn(markup, zoom, points);
    numbers += stamp.runs.length;
    if (numbers > MOST) {
      made.clear();
      numbers = stamp.runs.length;
    }
    made.set(markup, stamp);
    return stamp;
  };
  return { stampOf, stamps: () => made };
}

/** resvg begins once in a process; this module may be loaded anew in one (the development server does). */
async function beginResvg(): Promise<void> {
  try {
    await initWasm(packageBytes('@resvg/resvg-wasm/index_bg.wasm'));
  } catch (error) {
    if (!String(error).includes('Already initialized')) throw error;
  }
}

/** Markup drawn in the smallest picture that it has room in. */
function drawn(markup: string, options: ResvgRenderOptions, points: number): Stamp {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">${markup}</svg>`;
  for (let margin = MARGIN; ; margin *= 4) {
    const resvg = new Resvg(svg, options);
    const box = resvg.getBBox();
    try {
      if (box === undefined) return NOTHING;
      const [left, top] = [Math.floor(box.x) - margin, Math.floor(box.y) - margin];
      box.width = Math.ceil(box.x + box.width) + margin - left;
      box.height = Math.ceil(box.y + box.height) + margin - top;
      box.x = left;
      box.y = top;
      resvg.cropByBBox(box);
      const image = resvg.render();
      const { pixels, width, height } = image;
      const runs = runsOf(pixels, width, height);
      image.free();
      if (runs !== null) return { left: left * points, top: top * points, width, height, ...runs };
    } finally {
      box?.free();
      resvg.free();
    }
  }
}

/**
 * The runs of a picture and their colours. @param pixels red, green, blue and how opaque, a byte each
 * @returns null when something touches the edge: there may be more outside
 */
function runsOf(pixels: Uint8Array, width: number, height: number): Pick<Stamp, 'colours' | 'runs'> | null {
  const { buffer, byteOffset, byteLength } = pixels;
  const bytes = new DataView(buffer, byteOffset, byteLength);
  const runs: number[] = [];
  const numbers = new Map<Colour, number>();
  for (let row = 0; row < height; row++) {
    const at = row * width * 4;
    for (let column = 0; column < width; ) {
      const start = column;
      const colour = bytes.getUint32(at + column * 4, true);
      do column++;
      while (column < width && bytes.getUint32(at + column * 4, true) === colour);
      if (colour >>> 24 === 0) continue;
      if (row === 0 || row === height - 1 || start === 0 || column === width) return null;
      const number = numbers.get(colour) ?? numbers.size;
      numbers.set(colour, number);
      runs.push((row << 16) | start, ((column - start) << 16) | number);
    }
  }
  return { colours: [...numbers.keys()], runs: Uint32Array.from(runs) };
}
