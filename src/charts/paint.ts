import { CHART_CLASSES, type ChartClass, type Paint } from './classes.ts';
import { PALETTE } from './palette.ts';

/** A drawing without a stylesheet: what a class says, as presentation attributes. */
export type Scheme = keyof typeof PALETTE;

const isChartClass = (name: string): name is ChartClass => name in CHART_CLASSES;

/** The looks of several classes together; a later class in the table wins, as in the stylesheet. */
function combined(names: readonly string[]): Omit<Paint, 'means'> {
  const wanted = new Set(names);
  const paints = Object.entries(CHART_CLASSES).filter(([name]) => wanted.has(name));
  return Object.assign({}, ...paints.map(([, paint]) => paint));
}

/** Thousands of elements in a picture share a few combinations of classes. */
const known = new Map<string, readonly (readonly [string, string])[]>();

/** @param classes as in an element's attribute, with a space between @throws Error on a class that is none of ours */
function attributesOf(classes: string, scheme: Scheme): readonly (readonly [string, string])[] {
  const key = `${scheme} ${classes}`;
  const found = known.get(key) ?? attributesOfNames(classes.split(' '), scheme);
  known.set(key, found);
  return found;
}

function attributesOfNames(names: readonly string[], scheme: Scheme): readonly (readonly [string, string])[] {
  const unknown = names.find((name) => !isChartClass(name));
  if (unknown !== undefined) throw new Error(`unknown chart class ${unknown}`);
  const paint = combined(names);
  const colour = (token: Paint['fill']) =>
    token === undefined || token === 'none' ? token : PALETTE[scheme][token];
  const halo = paint.halo === true;
  const pairs: readonly (readonly [string, string | number | undefined])[] = [
    ['fill', colour(paint.fill)],
    ['stroke', halo ? PALETTE[scheme].paper : colour(paint.stroke)],
    ['stroke-width', halo ? 4 : paint.width],
    ['paint-order', halo ? 'stroke' : undefined],
    ['stroke-linejoin', halo ? 'round' : undefined],
    ['stroke-dasharray', paint.dash],
    ['stroke-linecap', paint.cap],
    ['opacity', paint.opacity],
    ['font-size', paint.size],
    ['font-weight', paint.weight],
  ];
  return pairs.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]));
}

/**
 * The same picture with its looks written out, so that it stands outside the site: classes become presentation
 * attributes (never a style element, which a strict CSP would drop). Attributes that are already there stay.
 * @throws Error on a class that `CHART_CLASSES` does not know
 */
export function painted(svg: string, scheme: Scheme): string {
  return svg.replace(
    /<([a-z]+)([^>]*?) class="([^"]*)"([^>]*)>/g,
    (...[, tag, before, classes = '', after]: readonly string[]) => {
      const rest = `${before}${after}`;
      const added = attributesOf(classes, scheme).filter(([name]) => !rest.includes(` ${name}="`));
      return `<${tag}${before}${added.map(([n, v]) => ` ${n}="${v}"`).join('')}${after}>`;
    },
  );
}
