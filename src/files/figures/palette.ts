/**
 * A colour as one number: red in its lowest eight bits, then green, blue and how opaque. A translucent one has each part
 * multiplied by how opaque it is.
 */
export type Colour = number;

/** The colours of a picture by the numbers that its points have: as many as a byte can tell apart. */
export type Palette = {
  readonly colours: readonly Colour[];
  /**
   * The number of what is seen when a colour lies over one that the picture has. When the palette is full it is that of
   * the colour nearest to it.
   */
  readonly over: (colour: Colour, below: number) => number;
};

const MOST = 256;
const OPAQUE = 0xff;
/** Red and blue, or green and how opaque after a step of eight bits: two parts of a colour at once. */
const PAIR = 0x00ff00ff;

/** Two parts of a colour times `share` in 255ths, rounded as resvg rounds them (tiny-skia's `div255`). */
function fraction(pair: number, share: number): number {
  return ((pair * share + PAIR) >>> 8) & PAIR;
}

/** What is seen of a colour over an opaque one. */
function blended(colour: Colour, below: Colour): Colour {
  const share = OPAQUE - (colour >>> 24);
  const odd = fraction((below >>> 8) & PAIR, share);
  return (colour + fraction(below & PAIR, share) + odd * 256) >>> 0;
}

const channel = (colour: Colour, bits: number) => (colour >>> bits) & 0xff;

/** How far two colours are from each other: squares of red, green and blue. */
const distance = (a: Colour, b: Colour) =>
  [0, 8, 16].reduce((sum, bits) => sum + (channel(a, bits) - channel(b, bits)) ** 2, 0);

function nearest(colours: readonly Colour[], colour: Colour): number {
  let best = 0;
  for (let i = 1; i < colours.length; i++)
    if (distance(colours[i] ?? 0, colour) < distance(colours[best] ?? 0, colour)) best = i;
  return best;
}

/** A palette with one colour, on which a picture is drawn. Colours get their numbers in the order in which they are met. */
export function paletteOn(paper: Colour): Palette {
  const colours: Colour[] = [paper];
  const numbers = new Map<Colour, number>([[paper, 0]]);

  function numberOf(colour: Colour): number {
    const had = numbers.get(colour);
    if (had !== undefined) return had;
    const number = colours.length < MOST ? colours.push(colour) - 1 : nearest(colours, colour);
    numbers.set(colour, number);
    return number;
  }

  return {
    colours,
    over: (colour, below) =>
      numberOf(colour >>> 24 === OPAQUE ? colour : blended(colour, colours[below] ?? 0)),
  };
}
