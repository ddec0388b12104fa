import { createRequire } from 'node:module';
// The same in one module: the others take a fifth of a second to load.
import { parseHTML } from 'linkedom/worker';
import { escapeXml } from '../markup/escape.ts';
import { must } from '../model/must.ts';
import type { ViewBox } from './svg.ts';
import { element } from './svg.ts';

/**
 * Observable Plot, loaded with the first chart that it draws: it comes as some hundred modules, which take a sixth of a
 * second, and where no series or swarm has changed nothing is drawn with it.
 */
export const observablePlot = (): typeof import('@observablehq/plot') =>
  createRequire(import.meta.url)('@observablehq/plot');

/** A document for Plot to draw in, outside any browser. Nothing is shared between charts. */
export function serverDocument(): Document {
  return parseHTML('<!doctype html><html><body></body></html>').document;
}

/** Looks that belong to the stylesheet, and sizes that belong to the page. */
const DROPPED = new Set([
  'style',
  'fill',
  'stroke',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'stroke-miterlimit',
  'fill-opacity',
  'font-size',
  'font-family',
  'font-variant',
  'font-weight',
  'aria-label',
  'aria-hidden',
  'shape-rendering',
]);

const rounded = (value: string) =>
  value.replace(/-?\d+\.\d+/g, (n) => String(Math.round(Number(n) * 10) / 10 + 0));

function clean(node: Element, id: string): string {
  const attributes: Record<string, string> = {};
  for (const { name, value } of node.attributes) {
    if (DROPPED.has(name) || value === 'translate(0,0)') continue;
    // `em` offsets are Plot's own way to centre text and stay as they are.
    attributes[name] = name === 'id' ? `${id}-${value}` : name === 'class' ? value : rounded(value);
  }
  const children = [...node.childNodes].map((child) =>
    child.nodeType === 1
      ? clean(child as Element, id)
      : escapeXml(must(child.textContent, 'text in the drawing')),
  );
  const content = children.join('');
  const name = node.localName;
  if (name === 'style' || (name === 'g' && content === '')) return '';
  return content === '' ? element(name, attributes) : element(name, attributes, content);
}

/**
 * A picture by Observable Plot made fit to publish: no style element or attribute, no colours or fonts of its own,
 * no size in pixels; a role and a name; its ids prefixed.
 * @throws Error when anything that our CSP or palette forbids is left
 */
export function plotSvg(
  plot: Element,
  look: { readonly id: string; readonly class: string; readonly viewBox: ViewBox; readonly label: string },
): string {
  const content = [...plot.children].map((child) => clean(child, look.id)).join('');
  const result = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: look.class,
      viewBox: look.viewBox.join(' '),
      'text-anchor': 'middle',
      role: 'img',
      'aria-label': look.label,
    },
    content,
  );
  const forbidden = forbiddenIn(result, look.id);
  if (forbidden !== null) throw new Error(`a chart still holds ${forbidden}`);
  return result;
}

/** The first thing in an SVG that may not be published, or null. `id` is what its ids must start with. */
export function forbiddenIn(svg: string, id: string): string | null {
  const rules: readonly (readonly [RegExp, string])[] = [
    [/<style[\s>]/, 'a style element'],
    [/\sstyle=/, 'a style attribute'],
    [/<script[\s>]|\son\w+=/, 'a script'],
    [/^<svg[^>]*\s(width|height)=/, 'a size in pixels'],
    [/currentColor|#[0-9a-f]{3,8}\b(?!;)|rgba?\(/i, 'a colour'],
    [/font-family=|font-size=/, 'a font'],
    [/(href|src)="https?:/, 'an outside address'],
    [/NaN|undefined|Infinity/, 'a broken number'],
    [new RegExp(`\\sid="(?!${id}-)`), 'a foreign id'],
  ];
  return rules.find(([pattern]) => pattern.test(svg))?.[1] ?? null;
}
