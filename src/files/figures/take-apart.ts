import { Parser } from 'htmlparser2';
import { escapeXml } from '../../markup/escape.ts';
import { must } from '../../model/must.ts';
import { type Attributes, atCorner, type Context, movedBy, placed, type Solid, solidOf } from './place.ts';
import type { TextSetter } from './set-text.ts';

/**
 * What a picture is drawn of: a rectangle, or markup that draws something near the corner of a picture, and how many
 * whole points right and down it is moved. What looks the same has the same markup wherever it stands.
 */
export type Part = Solid | { readonly x: number; readonly y: number; readonly markup: string };

/** A picture's size in points, and its parts from the back to the front. */
export type TakenApart = { readonly width: number; readonly height: number; readonly parts: readonly Part[] };

const LEAVES: ReadonlySet<string> = new Set(['rect', 'text', 'circle', 'path', 'line']);
/** What is done to a group as one picture, and is not handed on to each that stands in it. */
const TOGETHER = ['opacity', 'style', 'filter', 'mask', 'clip-path'];
/** What is read and not drawn. */
const UNSEEN = /^(?:transform|role|aria-.*|xmlns)$/;

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');

const seen = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !UNSEEN.test(name)));

/** An element that becomes one part with all that is in it. */
type Whole = {
  readonly name: string;
  readonly attributes: Attributes;
  readonly context: Context;
  content: string;
  /** The words alone; null when some stand in an element of their own. */
  words: string | null;
  /** How many elements are open in it. */
  open: number;
};

/**
 * A picture taken apart. It is drawn by `standaloneSvg`: presentation attributes, and nothing that refers to something
 * else.
 * @param points points for each of the picture's units
 * @param setText sets a text letter by letter where it can
 * @throws when the picture holds an element that is not known here: it would be drawn wrong
 */
export function takenApart(svg: string, points: number, setText: TextSetter): TakenApart {
  const parts: Part[] = [];
  const open: Context[] = [];
  let size: Pick<TakenApart, 'width' | 'height'> | undefined;
  let whole: Whole | undefined;
  let inTitle = false;

  const begin = (attributes: Attributes) => {
    const { width, height, viewBox, ...look } = attributes;
    if (viewBox !== `0 0 ${width} ${height}`)
      throw new Error(`a picture of ${width} × ${height} that shows ${viewBox}`);
    size = { width: Number(width) * points, height: Number(height) * points };
    open.push({ x: 0, y: 0, scale: 1, inherited: seen(look) });
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'title') {
          inTitle = true;
          return;
        }
        if (whole !== undefined) {
          whole.open += 1;
          whole.words = null;
          whole.content += `<${name}${written(attributes)}>`;
          return;
        }
        const outer = open.at(-1);
        if (outer === undefined && name === 'svg') {
          begin(attributes);
          return;
        }
        const isGroup = name === 'g';
        if (outer === undefined || !(isGroup || LEAVES.has(name)))
          throw new Error(`no picture is drawn with ${name} there`);
        const moved = movedBy(outer, attributes.transform);
        if (isGroup && moved !== null && !TOGETHER.some((a) => a in attributes)) {
          open.push({ ...moved, inherited: { ...moved.inherited, ...seen(attributes) } });
          return;
        }
        // A turned part stays as it is written, in what surrounds it.
        const own = moved === null ? attributes : seen(attributes);
        whole = { name, attributes: own, context: moved ?? outer, content: '', words: '', open: 0 };
      },
      ontext(text) {
        if (inTitle) return;
        if (whole === undefined) return;
        whole.content += escapeXml(text);
        if (whole.words !== null) whole.words += text;
      },
      onclosetag(name) {
        if (name === 'title') {
          inTitle = false;
          return;
        }
        if (whole === undefined) {
          open.pop();
          return;
        }
        if (whole.open > 0) {
          whole.open -= 1;
          whole.content += `</${name}>`;
          return;
        }
        parts.push(...(lettersOf(whole, setText) ?? [partOf(whole, points)]));
        whole = undefined;
      },
    },
    { xmlMode: true },
  );
  parser.end(svg);
  return { ...must(size, 'size of a picture'), parts };
}

/** A text letter by letter; null when it is none, or is drawn whole. */
function lettersOf({ name, attributes, context, words }: Whole, setText: TextSetter): readonly Part[] | null {
  if (name !== 'text' || words === null) return null;
  return setText(words, { ...context.inherited, ...attributes }, context);
}

function partOf({ name, attributes, context, content }: Whole, points: number): Part {
  const { place, rest } = atCorner(name, attributes);
  const at = {
    ...context,
    x: context.x + context.scale * place.x,
    y: context.y + context.scale * place.y,
  };
  const solid = name === 'rect' ? solidOf(at, attributes, points) : null;
  if (solid !== null) return solid;
  const { x, y, before } = placed(at, points);
  const drawing = `<${name}${written(rest)}>${content}</${name}>`;
  return { x, y, markup: `<g${written(context.inherited)} transform="${before}">${drawing}</g>` };
}
