import { Blob, Face, Font, Buffer as Line, shape } from 'harfbuzzjs';
import { escapeXml } from '../../markup/escape.ts';
import { must } from '../../model/must.ts';
import { type LetterWeight, letterBytes, WEIGHTS, weightFor } from './letters.ts';
import { type Attributes, type Context, steppedPlace } from './place.ts';

/** A letter's outline that is drawn near the corner of a picture, and how many whole points it is moved. */
export type Letter = { readonly x: number; readonly y: number; readonly markup: string };

/** Words that stand at a place, with all that is said of how they look; null when they are not set letter by letter. */
export type TextSetter = (
  words: string,
  look: Attributes,
  at: Pick<Context, 'x' | 'y' | 'scale'>,
) => readonly Letter[] | null;

/** Glyphs of a line and where each begins, and how wide the line is: in units of the letters. */
type Setting = {
  readonly glyphs: readonly { readonly id: number; readonly x: number; readonly y: number }[];
  readonly width: number;
};

/** What is said of words that are set letter by letter; whoever says more is drawn whole. */
const KNOWN: ReadonlySet<string> = new Set([
  ...['x', 'y', 'fill', 'stroke', 'stroke-width', 'stroke-linejoin', 'paint-order', 'text-anchor'],
  ...['font-family', 'font-variant', 'font-size', 'font-weight'],
]);
const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(em)?$/;
/** Spaces that SVG would leave out or join. */
const LOOSE = /^ | $| {2}|[\t\n\r]/;
const SHARE_BEFORE: Readonly<Record<string, number>> = { start: 0, middle: 0.5, end: 1 };

/**
 * Letters stand at quarters of a point: resvg counts no finer sideways, and each letter needs to be drawn four times at
 * most across and down.
 */
const STEPS = 4;
/** So many lines are remembered; then all are forgotten. */
const MOST_LINES = 10_000;

/** A length of a text in the picture's units; null when it is none that is known. */
function lengthOf(value: string | undefined, size: number): number | null {
  if (value === undefined) return 0;
  const found = NUMBER.exec(value);
  return found === null ? null : Number.parseFloat(value) * (found[1] === 'em' ? size : 1);
}

/** Our letters in one weight: lines set as HarfBuzz sets them, and outlines as the course of a path. */
function lettersOf(weight: LetterWeight) {
  const face = new Face(new Blob(letterBytes(weight)));
  const font = new Font(face);
  const line = new Line();
  const settings = new Map<string, Setting | null>();
  const outlines = new Map<number, string>();

  function set(words: string): Setting | null {
    line.reset();
    line.addText(words);
    line.guessSegmentProperties();
    shape(font, line);
    const infos = line.getGlyphInfos();
    const positions = line.getGlyphPositions();
    let width = 0;
    const glyphs = positions.map(({ xAdvance, xOffset, yOffset }, i) => {
      const begins = { x: width + xOffset, y: yOffset };
      width += xAdvance;
      return { id: must(infos[i], 'glyph at its place').codepoint, ...begins };
    });
    // What our letters lack is drawn as resvg draws it.
    return glyphs.some(({ id }) => id === 0) ? null : { glyphs, width };
  }

  return {
    unitsPerEm: face.upem,
    set(words: string): Setting | null {
      const known = settings.get(words);
      if (known !== undefined) return known;
      if (settings.size >= MOST_LINES) settings.clear();
      const setting = set(words);
      settings.set(words, setting);
      return setting;
    },
    outline(id: number): string {
      const known = outlines.get(id) ?? font.glyphToPath(id);
      outlines.set(id, known);
      return known;
    },
  };
}

/** The looks that outlines are drawn with, one over the other: the line around letters lies under them, or over. */
function layersOf(look: Attributes, unitsPerSize: number): readonly string[] {
  const { fill, stroke = 'none', 'stroke-width': width = '1' } = look;
  const inside = fill === 'none' ? [] : [fill === undefined ? '' : ` fill="${escapeXml(fill)}"`];
  if (stroke === 'none') return inside;
  const join = look['stroke-linejoin'];
  const around =
    ` fill="none" stroke="${escapeXml(stroke)}" stroke-width="${Number(width) * unitsPerSize}"` +
    (join === undefined ? '' : ` stroke-linejoin="${escapeXml(join)}"`);
  return look['paint-order'] === 'stroke' ? [around, ...inside] : [...inside, around];
}

/** A letter's outline a fraction of a point from the corner. */
type Drawing = {
  readonly outline: string;
  readonly look: string;
  readonly unit: number;
  readonly x: number;
  readonly y: number;
};

const drawingOf = ({ outline, look, unit, x, y }: Drawing): string =>
  `<path transform="matrix(${[unit, 0, 0, -unit, x, y].join(' ')})"${look} d="${outline}"/>`;

/**
 * Sets texts letter by letter: a letter is drawn once, and stands in thousands of sentences that are each in one picture
 * alone.
 * @param points points for each of the picture's units
 */
export function textSetter(points: number): TextSetter {
  const letters = new Map(WEIGHTS.map((weight) => [weight, lettersOf(weight)]));
  /** By weight, size and look, then by glyph and fraction of a point: the very same text each time is found at once. */
  const drawings = new Map<string, Map<number, string>>();
  return (words, look, at) => {
    const { 'font-size': said, 'font-weight': wanted = '400', 'text-anchor': anchor = 'start' } = look;
    const size = Number(said);
    const before = SHARE_BEFORE[anchor];
    const [x, y] = [lengthOf(look.x, size), lengthOf(look.y, size)];
    const isKnown = Object.keys(look).every((name) => KNOWN.has(name)) && /^\d+$/.test(wanted);
    if (!isKnown || LOOSE.test(words) || before === undefined || x === null || y === null || !(size > 0))
      return null;
    const weight = weightFor(Number(wanted));
    const { set, outline, unitsPerEm } = must(letters.get(weight), 'letters of a weight');
    const setting = set(words);
    if (setting === null) return null;
    const unit = (size / unitsPerEm) * at.scale;
    const [left, top] = [at.x + at.scale * x - before * setting.width * unit, at.y + at.scale * y];
    return layersOf(look, unitsPerEm / size).flatMap((layer) => {
      const style = `${weight} ${unit}${layer}`;
      const drawn = drawings.get(style) ?? new Map<number, string>();
      drawings.set(style, drawn);
      return setting.glyphs.flatMap((glyph): readonly Letter[] => {
        const shape = outline(glyph.id);
        if (shape === '') return [];
        const [right, restX] = steppedPlace((left + glyph.x * unit) * points, STEPS);
        const [down, restY] = steppedPlace((top - glyph.y * unit) * points, STEPS);
        const key = (glyph.id * STEPS + restX) * STEPS + restY;
        const [fx, fy] = [restX / STEPS / points, restY / STEPS / points];
        const markup = drawn.get(key) ?? drawingOf({ outline: shape, look: layer, unit, x: fx, y: fy });
        drawn.set(key, markup);
        return [{ x: right, y: down, markup }];
      });
    });
  };
}
