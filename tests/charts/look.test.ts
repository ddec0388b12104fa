import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerMark } from '../../src/charts/answer-mark.ts';
import { CHART_CLASSES, type Paint } from '../../src/charts/classes.ts';
import { chartCss, colourCss, markCss } from '../../src/charts/css.ts';
import { hatchRect } from '../../src/charts/frame.ts';
import { miniBar } from '../../src/charts/mini-bar.ts';
import { painted } from '../../src/charts/paint.ts';
import { PALETTE, PRINT, type Token } from '../../src/charts/palette.ts';
import { coordinate, element } from '../../src/charts/svg.ts';
import { swarm } from '../../src/charts/swarm.ts';
import { escapeXml } from '../../src/markup/escape.ts';

type Rgb = readonly [number, number, number];
const rgb = (hex: string): Rgb =>
  [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as unknown as Rgb;

/** WCAG 2.2 relative luminance. */
function luminance(colour: Rgb): number {
  const [r = 0, g = 0, b = 0] = colour.map((c) => {
    const s = c / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgb, b: Rgb): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const blend = (over: Rgb, under: Rgb, opacity: number): Rgb =>
  over.map((c, i) => c * opacity + (under[i] ?? 0) * (1 - opacity)) as unknown as Rgb;

const SCHEMES = ['light', 'dark', 'print'] as const;

/** The custom properties that a browser reads in each scheme, from the stylesheet itself. */
function served(): Readonly<Record<(typeof SCHEMES)[number], Readonly<Record<Token, string>>>> {
  const blocks = [...colourCss().matchAll(/:root\{([^}]*)\}/g)].map(([, block = '']) =>
    Object.fromEntries(
      [...block.matchAll(/--([a-z0-9-]+):([^;]+)/g)].map(([, name, value]) => [name, value]),
    ),
  );
  const [light, dark, print] = blocks as readonly Record<Token, string>[];
  if (!light || !dark || !print) throw new Error('a scheme is missing');
  return { light, dark, print };
}
const COLOURS = served();

const STROKED = [
  'lan',
  'here',
  'hatch',
  'glyph',
  'ref',
  'cut',
  'outline',
  'dots',
  'dots-lan',
  'me-line',
  'line',
  'line-old',
  'pt-old',
  'span',
  'box',
  'median',
  'ring',
  'ring-soft',
  'ring-dash',
] as const;
const FILLED = ['me', 'me-dot', 'pt', 'full', 'half', 'fg', 'c-4', 'a-ja', 'c-3'] as const;
/** Light classes: the line around them or the sign beside them is what has to be seen. */
const EDGED = { 'c-2': 'box', 'a-delvis': 'outline', 'a-vissa': 'outline' } as const;
const WORDS = [
  'chart',
  'label',
  'head',
  'val',
  'small',
  'me-label',
  'ref-label',
  'cut-label',
  'gap',
] as const;

test.each(SCHEMES)('marks have 3:1 and words 4.5:1 against the %s page', (scheme) => {
  const colour = (token: Token | 'none' | undefined) => {
    if (token === undefined || token === 'none') throw new Error('nothing to see');
    return rgb(COLOURS[scheme][token]);
  };
  for (const ground of ['paper', 'card'] as const) {
    const page = rgb(COLOURS[scheme][ground]);
    const against = (name: keyof typeof CHART_CLASSES, part: 'fill' | 'stroke') => {
      const paint: Paint = CHART_CLASSES[name];
      return contrast(blend(colour(paint[part]), page, paint.opacity ?? 1), page);
    };
    for (const name of STROKED)
      expect.soft(against(name, 'stroke'), `${name} on ${ground}`).toBeGreaterThanOrEqual(3);
    for (const name of FILLED)
      expect.soft(against(name, 'fill'), `${name} on ${ground}`).toBeGreaterThanOrEqual(3);
    for (const [name, edge] of Object.entries(EDGED))
      expect
        .soft(
          Math.max(against(name as keyof typeof EDGED, 'fill'), against(edge, 'stroke')),
          `${name} on ${ground}`,
        )
        .toBeGreaterThanOrEqual(3);
    // Edges of fields and buttons.
    expect.soft(contrast(colour('edge'), page), `edge on ${ground}`).toBeGreaterThanOrEqual(3);
    for (const name of ['accent', 'accent-ink', 'mark'] as const)
      expect.soft(contrast(colour(name), page), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    for (const name of WORDS)
      expect.soft(against(name, 'fill'), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(SCHEMES)('values inside tiles and bars can be read on every class, %s', (scheme) => {
  const on = (text: Token, tile: Token) => contrast(rgb(COLOURS[scheme][text]), rgb(COLOURS[scheme][tile]));
  for (const tile of ['c3', 'c4'] as const) expect.soft(on('card', tile), tile).toBeGreaterThanOrEqual(4.5);
  for (const tile of ['c0', 'c1', 'c2', 'paper'] as const)
    expect.soft(on('ink', tile), tile).toBeGreaterThanOrEqual(4.5);
});

test.each(SCHEMES)('the five steps rise in lightness without turning back, %s', (scheme) => {
  const steps = (['c0', 'c1', 'c2', 'c3', 'c4'] as const).map((c) => luminance(rgb(COLOURS[scheme][c])));
  const sorted = steps.toSorted((a, b) => (scheme === 'dark' ? a - b : b - a));
  expect(steps).toEqual(sorted);
  steps.slice(1).forEach((s, i) => {
    const other = steps[i] ?? 0;
    expect((Math.max(s, other) + 0.05) / (Math.min(s, other) + 0.05)).toBeGreaterThan(1.25);
  });
});

test('the stylesheet has every painted class and only tokens of the palette', () => {
  const css = chartCss();
  for (const [name, paint] of Object.entries(CHART_CLASSES)) {
    if (Object.keys(paint).length > 1) expect(css).toContain(`.${name}{`);
  }
  const tokens = new Set([...css.matchAll(/var\(--([a-z0-9]+)\)/g)].map(([, t]) => t));
  for (const token of tokens) expect(Object.keys(PALETTE.light)).toContain(token);
  expect(css).not.toMatch(/#[0-9a-f]{3}|undefined|url\(/);
});

test('the marks of a table are pictures in the sheet itself, in the colours of their scheme', () => {
  const css = markCss();
  for (const tone of ['ja', 'delvis', 'nej', 'saknas', 'alla', 'vissa', 'ingen', 'kategori-3'])
    expect(css.match(new RegExp(`\\.m-${tone}[,{]`, 'g'))).toHaveLength(2);
  const [light = '', dark = ''] = css.split('@media');
  for (const [sheet, palette] of [
    [light, PALETTE.light],
    [dark, PALETTE.dark],
  ] as const)
    for (const [, hex] of sheet.matchAll(/%23([0-9a-f]{6})/g))
      expect(Object.values(palette)).toContain(`#${hex}`);
  expect(css.replaceAll('url("data:image/svg+xml,', '')).not.toMatch(/url\(|class=|#|undefined/);
});

test('every scheme has the same tokens, and the page reads what files are painted with', () => {
  for (const colours of [PALETTE.dark, PRINT])
    expect(Object.keys(colours)).toEqual(Object.keys(PALETTE.light));
  expect(COLOURS).toEqual({ ...PALETTE, print: PRINT });
});

test('no stylesheet writes down a colour of its own', () => {
  const used = readdirSync('src/styles').flatMap((file) =>
    [...readFileSync(`src/styles/${file}`, 'utf8').matchAll(/#[0-9a-f]{3,8}\b/gi)].map(
      ([c]) => `${file} ${c}`,
    ),
  );
  // The margins of printed pages are outside the document: custom properties do not reach them.
  expect(used).toEqual([`print.css ${PRINT.soft}`, `print.css ${PRINT.edge}`]);
});

test('classes become attributes, the later one winning; what is set stays; the unknown is refused', () => {
  expect(painted('<path class="lan large" d="M0 0"/>', 'light')).toBe(
    '<path fill="none" stroke="#1a2530" stroke-width="2" stroke-linecap="round" d="M0 0"/>',
  );
  expect(painted('<path class="dots" stroke-width="8"/>', 'dark')).not.toMatch(/stroke-width="[^8]/);
  expect(() => painted('<path class="nope"/>', 'light')).toThrow(/nope/);
});

test('answer symbols differ in shape, not only in colour', () => {
  const shape = (svg: string) => svg.replace(/class="[^"]*"/g, '');
  const shapes = (['ja', 'delvis', 'saknas', 'kategori-0', 'kategori-1'] as const).map((t) =>
    shape(answerMark(t)),
  );
  expect(new Set(shapes).size).toBe(5);
  expect(answerMark('alla')).toContain('class="s alla"');
  expect(answerMark('nej')).toContain('aria-hidden="true"');
});

test('a bar in a table is as long as its share, and a gap has none', () => {
  expect(miniBar(50)).toContain('class="fg" width="30"');
  expect(miniBar(140)).toContain('class="fg" width="60"');
  expect(miniBar(null)).toBe('');
});

test('hatching stays inside its rectangle', () => {
  const side = fc.double({ min: 0.5, max: 300, noNaN: true });
  fc.assert(
    fc.property(side, side, (width, height) => {
      let [x, y] = [0, 0];
      const steps = [
        ...hatchRect({ x: 10, y: 20, width, height }).matchAll(/[Mml](-?[\d.]+)[ -]?(-?[\d.]+)/g),
      ];
      if (width + height > 3) expect(steps.length).toBeGreaterThan(1);
      for (const [step] of steps) {
        const [dx = Number.NaN, dy = Number.NaN] = step.match(/-?[\d.]+/g)?.map(Number) ?? [];
        x += dx;
        y += dy;
        expect(x).toBeGreaterThanOrEqual(9.9);
        expect(x).toBeLessThanOrEqual(10.1 + width);
        expect(y).toBeGreaterThanOrEqual(19.9);
        expect(y).toBeLessThanOrEqual(20.1 + height);
      }
    }),
  );
});

test('dots in a swarm keep their value and never overlap', () => {
  const values = Array.from({ length: 290 }, (_, i) => ((i * 37) % 101) / 10);
  const radius = 4;
  const { points, up, down } = swarm(values, { domain: [0, 10], range: [0, 600], radius });
  for (const [i, p] of points.entries()) expect(p.x).toBeCloseTo((values[i] ?? 0) * 60, 6);
  for (const [i, a] of points.entries())
    for (const b of points.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(2 * radius);
  expect(up).toBeGreaterThan(0);
  expect(down).toBeGreaterThan(0);
});

test('text is escaped and numbers rounded to a tenth', () => {
  expect(escapeXml('<å & "ö">')).toBe('&lt;å &amp; &quot;ö&quot;&gt;');
  expect(element('a', { x: 1.26, y: undefined, t: '"' }, 'b')).toBe('<a x="1.3" t="&quot;">b</a>');
  expect(Object.is(coordinate(-0.01), 0)).toBe(true);
});
