import { escapeXml } from '../markup/escape.ts';

/** A coordinate with one decimal at most: a tenth of a unit is less than an eye sees, and files stay small. */
export function coordinate(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element. Numbers are rounded to a tenth, undefined attributes left out, children are ready-made markup. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  let start = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    start += ` ${key}="${typeof value === 'number' ? coordinate(value) : escapeXml(value)}"`;
  }
  return children.length === 0 ? `${start}/>` : `${start}>${children.join('')}</${name}>`;
}

/** A text element; `anchor` left out means start. */
export function text(
  x: number,
  y: number,
  words: string,
  look: { class?: string; anchor?: 'middle' | 'end' } = {},
) {
  return element('text', { class: look.class, x, y, 'text-anchor': look.anchor }, escapeXml(words));
}

/** A group; nothing at all when it would be empty. */
export function group(className: string, ...children: readonly string[]): string {
  const content = children.join('');
  return content === '' ? '' : element('g', { class: className }, content);
}

/** Right and down from the corner of the picture. */
export type XY = readonly [x: number, y: number];

/** A horizontal or vertical or slanted straight line as a path. */
export function line(className: string, from: XY, to: XY): string {
  const [a, b, c, d] = [...from, ...to].map(coordinate);
  return element('path', {
    class: className,
    d: a === c ? `M${a} ${b}V${d}` : b === d ? `M${a} ${b}H${c}` : `M${a} ${b}L${c} ${d}`,
  });
}

/** Left, top, width, height. */
export type ViewBox = readonly [number, number, number, number];

/**
 * The picture itself: a viewBox and no size in pixels, so that the page decides. `role="img"` when it is only
 * looked at; a group when it holds links, which an image would hide from assistive technology.
 */
export function svg(
  look: {
    readonly class: string;
    readonly viewBox: ViewBox;
    readonly label: string;
    readonly links?: boolean;
  },
  ...children: readonly string[]
): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: look.class,
      viewBox: look.viewBox.map(coordinate).join(' '),
      role: look.links ? 'group' : 'img',
      'aria-label': look.label,
    },
    ...children,
  );
}

/** About how wide a text is in Source Sans at a size, in the same units: enough to keep labels apart. */
export function textWidth(words: string, size: number): number {
  let em = 0;
  for (const c of words)
    em += /[.,:;|ijlt1 \u00a0'()]/.test(c)
      ? 0.32
      : /[mwMW%@åÅ]/.test(c)
        ? 0.78
        : /[A-ZÄÖ]/.test(c)
          ? 0.62
          : 0.52;
  return em * size;
}
