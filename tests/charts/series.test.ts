import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { FRAMES } from '../../src/charts/frame.ts';
import { forbiddenIn, plotSvg, serverDocument } from '../../src/charts/plot-svg.ts';
import { seriesSvg } from '../../src/charts/series.ts';
import { runsOf, type SeriesPoint } from '../../src/charts/series-runs.ts';

const point = (ar: number, varde: number | null, segment: string): SeriesPoint => ({
  ar,
  varde,
  saknas: varde === null ? 'uppgift-saknas' : null,
  segment,
  label: `${varde} %`,
  exempel: false,
});

const tick = (v: number) => `${v} %`;
const draw = (points: readonly SeriesPoint[], cuts: readonly number[]) =>
  seriesSvg(
    { id: 's', label: 'Serie', points, cuts: cuts.map((franAr) => ({ franAr, label: 'Nytt' })), tick },
    FRAMES.wide,
  );

/** First and last x of every line drawn. */
const lines = (svg: string) =>
  [...svg.matchAll(/<path d="(M[^"]*L[^"]*)"/g)].map(([, d = '']) => {
    const xs = [...d.matchAll(/[ML](-?[\d.]+)/g)].map(([, x]) => Number(x));
    return [Math.min(...xs), Math.max(...xs)] as const;
  });
const cutXs = (svg: string) =>
  [...svg.matchAll(/class="cut"><line[^>]*x1="([\d.]+)"/g)].map(([, x]) => Number(x));

test('a run never holds two segments, nor the years around a gap', () => {
  const points = fc
    .array(fc.record({ varde: fc.option(fc.nat(100)), change: fc.boolean() }), { maxLength: 12 })
    .map((steps) => {
      let segment = 0;
      return steps.map(({ varde, change }, i) => {
        if (change) segment += 1;
        return point(2000 + i, varde, String(segment));
      });
    });
  fc.assert(
    fc.property(points, (series) => {
      const runs = runsOf(series);
      expect(runs.flat()).toEqual(series.filter((p) => p.varde !== null));
      for (const run of runs) {
        expect(new Set(run.map((p) => p.segment)).size).toBe(1);
        const between = series.filter((p) => p.ar > (run[0]?.ar ?? 0) && p.ar < (run.at(-1)?.ar ?? 0));
        expect(between.every((p) => p.varde !== null)).toBe(true);
      }
    }),
  );
});

test('no line crosses a cut', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 2001, max: 2012 }), { maxLength: 3 }),
      fc.array(fc.nat(90), { minLength: 13, maxLength: 13 }),
      (breaks, values) => {
        const cuts = breaks.toSorted((a, b) => a - b);
        const segment = (ar: number) => String(cuts.findLast((c) => c <= ar) ?? 0);
        const svg = draw(
          values.map((v, i) => point(2000 + i, v, segment(2000 + i))),
          cuts,
        );
        const xs = cutXs(svg);
        expect(xs).toHaveLength(cuts.length);
        for (const [from, to] of lines(svg)) for (const x of xs) expect(from > x || to < x).toBe(true);
      },
    ),
    { numRuns: 25 },
  );
});

test('years before the newest segment are open and on a shaded ground; a gap is named', () => {
  const svg = draw(
    [point(2014, 8, 'a'), point(2015, null, 'a'), point(2016, 17, 'b'), point(2018, 19, 'b')],
    [2016],
  );
  expect(svg.match(/class="pt-old"><circle/g)).toHaveLength(1);
  expect(svg).toMatch(/class="before"><rect/);
  expect(svg).toMatch(/class="gap"><text[^>]*>saknas/);
  expect(lines(svg)).toHaveLength(1);
});

test('a cut outside the years shown is not drawn', () => {
  expect(draw([point(2016, 17, 'a'), point(2018, 19, 'a')], [2024])).not.toContain('class="cut"');
});

test('a plot that keeps something forbidden is refused', () => {
  const document = serverDocument();
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.innerHTML =
    '<style>a{}</style><g style="fill:red" fill="#fff"><a href="https://example.org/">x</a></g>';
  const look = { id: 'x', class: 'chart', viewBox: [0, 0, 1, 1], label: 'x' } as const;
  expect(() => plotSvg(svg, look)).toThrow(/an outside address/);
  svg.innerHTML = '<style>a{}</style><g style="fill:red" fill="#fff" id="a"><circle cx="1.2345" cy="2"/></g>';
  expect(plotSvg(svg, look)).toMatch(/<g id="x-a"><circle cx="1.2" cy="2"\/><\/g><\/svg>$/);
});

test.each([
  ['<svg><style>a{}</style></svg>', 'a style element'],
  ['<svg><g style="x"/></svg>', 'a style attribute'],
  ['<svg width="3"></svg>', 'a size in pixels'],
  ['<svg><g fill="#fff"/></svg>', 'a colour'],
  ['<svg><g onclick="x"/></svg>', 'a script'],
  ['<svg><path d="MNaN 0"/></svg>', 'a broken number'],
  ['<svg><g id="other"/></svg>', 'a foreign id'],
])('%s holds %s', (svg, what) => {
  expect(forbiddenIn(svg, 'mine')).toBe(what);
});

describe('a pair counted with one method', () => {
  const point = (ar: number, varde: number, segment: string) =>
    ({ ar, varde, saknas: null, segment, label: String(varde), exempel: false }) as const;
  const input = {
    id: 'x',
    label: 'x',
    points: [point(2011, 34_000, 'a'), point(2017, 33_250, 'a'), point(2023, 27_383, 'b')],
    cuts: [{ franAr: 2023, label: 'Nytt 2023' }],
    tick: String,
  };

  it('is the only line that is solid and the only one over the cut', () => {
    const pair = [
      { ar: 2017, varde: 30_090, label: '30 090' },
      { ar: 2023, varde: 27_383, label: '' },
    ];
    const svg = seriesSvg({ ...input, pair }, FRAMES.wide);
    expect(svg.match(/class="line-pair"/g)).toHaveLength(1);
    expect(svg).toContain('class="line-dashed"');
    expect(svg).not.toContain('class="line"');
    expect(svg).toContain('30 090');
    expect(seriesSvg(input, FRAMES.wide)).not.toMatch(/line-(pair|dashed)/);
  });
});

it('points that lie far apart are not joined', () => {
  const at = (...years: readonly number[]) =>
    runsOf(years.map((ar) => ({ ar, varde: 1, saknas: null, segment: 'a', label: '1', exempel: false }))).map(
      (run) => run.map((p) => p.ar),
    );
  expect(at(2008, 2014, 2020)).toEqual([[2008, 2014, 2020]]);
  expect(at(2008, 2020)).toEqual([[2008], [2020]]);
});

describe('women and men', () => {
  const all = [point(2020, 10, 'a'), point(2021, 11, 'a'), point(2022, 12, 'a')];
  const at = (by: number) =>
    all.map((p) => ({ ...p, varde: (p.varde ?? 0) + by, label: `${(p.varde ?? 0) + by}` }));
  const svg = (women: number, men: number, frame: keyof typeof FRAMES = 'wide') =>
    seriesSvg(
      {
        id: 'kon',
        label: 'Kvinnor och män',
        points: all,
        cuts: [],
        sexes: { kvinnor: at(women), man: at(men) },
        tick: String,
      },
      FRAMES[frame],
    );
  /** Where the words at the ends of the lines stand. */
  const words = (text: string) =>
    [
      ...text.matchAll(
        /<g transform="translate\([\d.]+,(-?[\d.]+)\)"[^>]*><text transform="translate\([\d.]+,([\d.]+)\)"[^>]*>((?:Alla|Kvinnor|Män)[^<]*)</g,
      ),
    ].map(([, moved, y, said]) => ({ y: Number(moved) + Number(y), said }));

  it.each([
    [1, -1],
    [-3, 3],
    [0, 0],
    [0.1, -0.1],
  ])('every line has its name and value where it ends, and no two touch (%s, %s)', (women, men) => {
    for (const frame of ['wide', 'narrow'] as const) {
      const text = svg(women, men, frame);
      const found = words(text);
      expect(found.map((w) => w.said).toSorted()).toEqual(
        ['Alla 12 %', `Kvinnor ${12 + women}`, `Män ${12 + men}`].toSorted(),
      );
      const heights = found.map((w) => w.y).toSorted((a, b) => a - b);
      for (const [i, y] of heights.slice(1).entries())
        expect(y - (heights[i] ?? 0)).toBeGreaterThanOrEqual(14);
      expect(text).toMatch(/class="line-kvinnor"/);
      expect(text).toMatch(/class="line-man"/);
    }
  });

  it('a year without one of them is a gap in that line', () => {
    const [first, second, third] = at(1);
    if (!first || !second || !third) throw new Error('three years');
    const kvinnor = [first, { ...second, varde: null }, third];
    const text = seriesSvg(
      { id: 'kon', label: 'x', points: all, cuts: [], sexes: { kvinnor, man: at(-1) }, tick: String },
      FRAMES.wide,
    );
    expect(text).not.toMatch(/class="line-kvinnor"/);
    expect(text).toMatch(/class="line-man"/);
  });
});
