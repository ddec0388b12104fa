import { must } from '../../model/must.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Where an element stands in the picture's units, how many times enlarged, and what it inherits. */
export type Context = {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly inherited: Attributes;
};

/** A rectangle of one colour whose edges lie between points: left, top, width and height in points. */
export type Solid = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** As `#0b4a57`. */
  readonly fill: string;
};

type Place = { readonly x: number; readonly y: number };

/** Where a shape stands, by the names of its attributes. */
const CORNER: Readonly<Record<string, readonly [x: string, y: string]>> = {
  rect: ['x', 'y'],
  text: ['x', 'y'],
  circle: ['cx', 'cy'],
};
const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)$/;
/** A path that says where it begins and from there on only how far it goes. */
const RELATIVE = /^M(-?[\d.]+)[ ,]?(-?[\d.]+)([a-z0-9 .,-]*)$/;
const STEP = /([a-zA-Z]+)\(([^()]*)\)/g;

/** The context moved and enlarged as a `transform` says; null when it says something else (turned, slanted). */
export function movedBy({ x, y, scale, inherited }: Context, transform: string | undefined): Context | null {
  let at = { x, y, scale };
  for (const [, step, values = ''] of transform?.matchAll(STEP) ?? []) {
    const [a = Number.NaN, b] = values
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (step === 'translate') at = { ...at, x: at.x + at.scale * a, y: at.y + at.scale * (b ?? 0) };
    else if (step === 'scale' && (b === undefined || b === a)) at = { ...at, scale: at.scale * a };
    else return null;
  }
  return { ...at, inherited };
}

/** A leaf's own place, and the leaf as it is at the corner; where its place is not two plain numbers, it stays as it stands. */
export function atCorner(
  name: string,
  attributes: Attributes,
): { readonly place: Place; readonly rest: Attributes } {
  const stays = { place: { x: 0, y: 0 }, rest: attributes };
  // What turns a leaf turns it about a place that its own numbers are counted from.
  if ('transform' in attributes) return stays;
  if (name === 'path') {
    const [, x, y, rest] = RELATIVE.exec(must(attributes.d, 'course of a path')) ?? [];
    if (rest === undefined) return stays;
    return { place: { x: Number(x), y: Number(y) }, rest: { ...attributes, d: `M0 0${rest}` } };
  }
  const names = CORNER[name];
  if (names === undefined) return stays;
  const [x, y] = names.map((side) => attributes[side] ?? '0');
  if (x === undefined || y === undefined || !NUMBER.test(x) || !NUMBER.test(y)) return stays;
  const rest = Object.fromEntries(Object.entries(attributes).filter(([side]) => !names.includes(side)));
  return { place: { x: Number(x), y: Number(y) }, rest };
}

/** Whole points; null when a place is not between two: a thousandth is less than any eye sees, and more than rounding makes. */
function wholeOf(points: number): number | null {
  const whole = Math.round(points);
  return Math.abs(points - whole) < 0.001 ? whole : null;
}

/** A rectangle that covers whole points in one colour and has no line around it; else null. */
export function solidOf(
  { x, y, scale, inherited }: Context,
  attributes: Attributes,
  points: number,
): Solid | null {
  const { fill, stroke = 'none', width, height, ...other } = { ...inherited, ...attributes };
  if (fill === undefined || !/^#[0-9a-f]{6}$/.test(fill) || stroke !== 'none') return null;
  if (['rx', 'ry', 'opacity', 'fill-opacity', 'style', 'transform'].some((a) => a in other)) return null;
  const [left, top, across, down] = [x, y, scale * Number(width), scale * Number(height)].map((edge) =>
    wholeOf(edge * points),
  );
  if (left == null || top == null || across == null || down == null) return null;
  return { x: left, y: top, width: across, height: down, fill };
}

/** Shapes stand at eighths of a point: none is seen to move, and a field of the map is drawn a few times instead of hundreds. */
const STEPS = 8;

/**
 * Whole points that a place is moved by, and the steps that are left.
 * @param steps to a point
 */
export function steppedPlace(points: number, steps: number): readonly [whole: number, rest: number] {
  const stepped = Math.round(points * steps);
  const whole = Math.floor(stepped / steps);
  return [whole, stepped - whole * steps];
}

/** Whole points to move a part by when it is ready, and the `transform` that it is drawn with. */
export function placed(
  { x, y, scale }: Context,
  points: number,
): { readonly x: number; readonly y: number; readonly before: string } {
  const [right, restX] = steppedPlace(x * points, STEPS);
  const [down, restY] = steppedPlace(y * points, STEPS);
  const matrix = [scale, 0, 0, scale, restX / STEPS / points, restY / STEPS / points];
  return { x: right, y: down, before: `matrix(${matrix.join(' ')})` };
}
