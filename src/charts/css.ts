import { markRules } from './answer-mark.ts';
import { CHART_CLASSES, type Paint } from './classes.ts';
import { PALETTE, PRINT, type Token } from './palette.ts';

const value = (token: string) => (token === 'none' ? 'none' : `var(--${token})`);

function declarations(paint: Paint): readonly string[] {
  return [
    ...(paint.fill ? [`fill:${value(paint.fill)}`] : []),
    ...(paint.stroke ? [`stroke:${value(paint.stroke)}`] : []),
    ...(paint.width === undefined ? [] : [`stroke-width:${paint.width}`]),
    ...(paint.dash === undefined ? [] : [`stroke-dasharray:${paint.dash}`]),
    ...(paint.cap === undefined ? [] : [`stroke-linecap:${paint.cap}`]),
    ...(paint.opacity === undefined ? [] : [`opacity:${paint.opacity}`]),
    ...(paint.size === undefined ? [] : [`font-size:${paint.size}px`]),
    ...(paint.weight === undefined ? [] : [`font-weight:${paint.weight}`]),
    ...(paint.halo
      ? ['paint-order:stroke', 'stroke:var(--paper)', 'stroke-width:4', 'stroke-linejoin:round']
      : []),
  ];
}

/** Looks that depend on where a class stands, or on the page around the picture. */
const CONTEXT = `.chart{display:block;width:100%;height:auto;overflow:visible}
.chart text{font-family:inherit;font-variant-numeric:tabular-nums}
.chart.narrow{display:none}
.hexmap{max-width:26rem}.hexmap .lan,.hexmap .here,.hexmap .hatch,.hexmap .glyph,.hexmap .labels{pointer-events:none}
.hexmap a:hover>path:first-of-type,.hexmap a:focus-visible>path:first-of-type{stroke:var(--ink);stroke-width:2.2}.hexmap .over{fill:none;stroke:var(--ink);stroke-width:2.6;pointer-events:none}.hexmap-lan .over{stroke-width:6}.hexmap-lan a:hover>path,.hexmap-lan a:focus-visible>path{stroke-width:5}.hexmap a:focus-visible{outline:3px solid var(--mark);outline-offset:1px}
@media print{.chart{break-inside:avoid}}
@media (forced-colors:active){.chart{forced-color-adjust:none}}`;

/**
 * The stylesheet of all charts, from their classes: fills, strokes and text over the site's colour tokens.
 * Swatches of legends get the same colours as backgrounds, with the pattern of missing values.
 */
export function chartCss(): string {
  const rules = Object.entries(CHART_CLASSES).flatMap(([name, paint]) => {
    const look = declarations(paint);
    return look.length === 0 ? [] : [`${name === 'chart' ? '' : '.chart '}.${name}{${look.join(';')}}`];
  });
  const signs = rules.filter((r) =>
    /^\.chart \.(ring|ring-soft|ring-dash|full|half|tick|dash|bg|fg)\{/.test(r),
  );
  const swatches = Object.entries(CHART_CLASSES)
    .filter(([name, paint]) => /^[ac]-/.test(name) && 'fill' in paint && paint.fill !== 'paper')
    .map(([name, paint]) => `.sw.${name}{background:var(--${'fill' in paint ? paint.fill : ''})}`);
  return [
    ...rules,
    ...signs.map((r) => r.replace('.chart ', '')),
    ...swatches,
    '.sw.c-na{background:repeating-linear-gradient(135deg,var(--soft) 0 1.5px,var(--paper) 1.5px 5px)}',
    '.sw.c-del{background:radial-gradient(circle,var(--soft) 28%,var(--paper) 32%) 0 0/.45rem .45rem}',
    CONTEXT,
    '',
  ].join('\n');
}

/** The marks of answers in tables, as pictures with their colours: a page cannot colour what is inside a background. */
export const markCss = (): string =>
  `${markRules('light')}\n@media screen and (prefers-color-scheme:dark){${markRules('dark')}}\n`;

const properties = (colours: Readonly<Record<Token, string>>): string =>
  `:root{${Object.entries(colours)
    .map(([token, colour]) => `--${token}:${colour}`)
    .join(';')}}`;

/** The palette as custom properties, `--ink` and so on: light, dark when the reader's system is, and on paper. */
export const colourCss = (): string =>
  [
    properties(PALETTE.light),
    `@media (prefers-color-scheme:dark){${properties(PALETTE.dark)}}`,
    `@media print{${properties(PRINT)}}`,
    '',
  ].join('\n');
