import { type Frame, rootClass } from './frame.ts';
import { observablePlot, plotSvg, serverDocument } from './plot-svg.ts';
import { niceTicks } from './scale.ts';
import { type Drawn, hasValue, runsOf, type SeriesPoint } from './series-runs.ts';
import { type SexLines, sexMargin, sexMarks, sexValues } from './sex-lines.ts';
import { textWidth } from './svg.ts';

/** A break in comparability: nothing is drawn across it. */
export type SeriesCut = { readonly franAr: number; readonly label: string };

/** The same thing counted with one method in two years: the only points that may be joined over a cut. */
type SeriesPair = readonly {
  readonly ar: number;
  readonly varde: number;
  /** As shown; empty where the published point says it. */
  readonly label: string;
}[];

export type SeriesInput = {
  readonly id: string;
  readonly label: string;
  /** Oldest first. */
  readonly points: readonly SeriesPoint[];
  readonly cuts: readonly SeriesCut[];
  /** Drawn solid over everything; what is published is then dashed. Empty where nothing is recomputed. */
  readonly pair?: SeriesPair;
  /** Women and men, where the source tells them apart over the years. */
  readonly sexes?: SexLines | null;
  /** How an axis value is written. */
  readonly tick: (value: number) => string;
};

/** What a point says when somebody points at it. */
const named = ({ ar, label }: SeriesPoint) => `${ar}: ${label}`;

/**
 * Where the cut stands: a year before the new series, or, where years lie far apart, clear of the new series' words
 * but never nearer the year before.
 * @param clear half the widest word, in years
 */
function cutAt(cut: SeriesCut, years: readonly number[], clear: number): number {
  const before = years.findLast((y) => y < cut.franAr);
  if (before === undefined) return cut.franAr - 0.5;
  if (cut.franAr - before <= 2) return Math.max(before + 0.3, cut.franAr - 1);
  return Math.max((before + cut.franAr) / 2, cut.franAr - Math.max(1, clear));
}

/** The years that get words so that none touch: all if there is room, else those wanted first that fit. */
function spaced(
  years: readonly number[],
  unitsPerYear: number,
  room: number,
  wanted: readonly (number | undefined)[],
): readonly number[] {
  const apart = (a: number, b: number) => Math.abs(a - b) * unitsPerYear >= room;
  if (years.slice(1).every((year, i) => apart(year, years[i] ?? year))) return years;
  const chosen: number[] = [];
  for (const year of wanted) {
    if (year !== undefined && chosen.every((c) => apart(c, year))) chosen.push(year);
  }
  return chosen.toSorted((a, b) => a - b);
}

/** The year of the highest or the lowest value. */
function yearOf(points: readonly Drawn[], end: 'max' | 'min'): number | undefined {
  const sign = end === 'max' ? 1 : -1;
  return points.toSorted((a, b) => sign * (b.varde - a.varde) || b.ar - a.ar)[0]?.ar;
}

/**
 * The years whose value stands under its point, because the line comes down to it from the left and does not go on
 * below it: over the point the words would lie on the line. Not where the axis is too near.
 * @param floor the lowest value with room for words below
 */
function lowPoints(points: readonly Drawn[], floor: number): ReadonlySet<number> {
  const years = points.flatMap((p, i) => {
    const [before, after] = [points[i - 1], points[i + 1]];
    const joined = (other: Drawn | undefined) => other?.segment === p.segment;
    const falls = joined(before) && (before?.varde ?? 0) > p.varde;
    const ends = !joined(after) || (after?.varde ?? 0) >= p.varde;
    return falls && ends && p.varde >= floor ? [p.ar] : [];
  });
  return new Set(years);
}

const MARGIN = { top: 30, right: 22, bottom: 30 };

/**
 * Values over the years, drawn by Observable Plot. At every break the line is cut, the cut is labelled, and what
 * came before stands on a shaded ground with open points. Needs at least one value.
 */
export function seriesSvg(input: SeriesInput, frame: Frame): string {
  const { points, cuts, pair = [], sexes = null } = input;
  const Plot = observablePlot();
  const drawn = points.filter(hasValue);
  const newest = drawn.at(-1)?.segment;
  const years = points.map((p) => p.ar);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const top = Math.max(...drawn.map((p) => p.varde), ...pair.map((p) => p.varde), ...sexValues(sexes));
  const ticks = niceTicks(0, top * 1.08 || 1, 3);
  const tickLabels = ticks.map(input.tick);
  const left = 12 + Math.max(...tickLabels.map((l) => textWidth(l, 14)));
  const height = frame.name === 'wide' ? 260 : 230;
  const domain = [first - 0.5, last + 0.5] as const;
  const right = MARGIN.right + sexMargin(points, sexes);
  const perYear = (frame.width - left - right) / (domain[1] - domain[0]);
  const yearLabels = spaced(years, perYear, 40, [years.at(-1), years[0], ...years.toReversed()]);
  const widest = Math.max(...drawn.map((p) => textWidth(p.label, 14)));
  const valued = drawn.map((p) => p.ar);
  const ends = [valued.at(-1), valued[0], yearOf(drawn, 'max'), yearOf(drawn, 'min')];
  const valueYears = spaced(valued, perYear, widest + 8, ends);
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const plotHeight = height - MARGIN.top - MARGIN.bottom;
  const floor = low + ((high - low) * 30) / plotHeight;
  const [before, after] = [pair[0], pair.at(-1)];
  const falls = before && after && after.varde < before.varde && after.varde >= floor;
  // The first of the pair has its words below: those of what was published the same year stay above.
  const below = [...lowPoints(drawn, floor)].filter((ar) => ar !== before?.ar);
  const under = new Set([...below, ...(falls ? [after.ar] : [])]);
  const cutLines = cuts
    .filter((c) => first < c.franAr && c.franAr <= last)
    .map((c) => ({ ...c, x: cutAt(c, years, (widest / 2 + 8) / perYear) }));
  const lastCut = cutLines.at(-1);
  // Where their words would meet, cuts are named by the year alone.
  const crowded = cutLines.some(
    ({ x, label }, i) =>
      ((cutLines[i + 1]?.x ?? Number.POSITIVE_INFINITY) - x) * perYear < textWidth(label, 14) + 10,
  );
  const cutLabel = (c: SeriesCut) => (crowded ? String(c.franAr) : c.label);
  /** How far words are moved sideways so that they reach neither the axis nor the edge of the picture. */
  const shift = ({ ar, label }: { readonly ar: number; readonly label: string }) => {
    const at = left + (ar - domain[0]) * perYear;
    const half = textWidth(label, 15) / 2;
    return Math.round(Math.min(Math.max(at, left + half + 2), frame.width - half - 2) - at);
  };
  const runs = runsOf(points).filter((run) => run.length > 1);
  const lines = (old: boolean) =>
    runs
      .filter((run) => (run[0]?.segment !== newest) === old)
      .map((run) =>
        Plot.lineY([...run], {
          x: 'ar',
          y: 'varde',
          className: pair.length > 0 ? 'line-dashed' : old ? 'line-old' : 'line',
        }),
      );
  const plot = Plot.plot({
    document: serverDocument(),
    width: frame.width,
    height,
    marginLeft: left,
    marginRight: right,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    x: { domain: [...domain], axis: null },
    y: { domain: [low, high], axis: null },
    marks: [
      ...(lastCut
        ? [Plot.rect([lastCut], { x1: first - 0.5, x2: lastCut.x, y1: low, y2: high, className: 'before' })]
        : []),
      Plot.ruleY(ticks, { className: 'axis' }),
      Plot.text(ticks, {
        x: domain[0],
        y: (t: number) => t,
        text: input.tick,
        textAnchor: 'end',
        dx: -8,
        className: 'ticks',
      }),
      Plot.text(yearLabels, { x: (y: number) => y, y: low, text: String, dy: 18, className: 'years' }),
      ...cutLines.map((c) => Plot.ruleX([c], { x: 'x', className: 'cut' })),
      ...cutLines.map((c) => {
        const fits = (c.x - domain[0]) * perYear + left + 6 + textWidth(cutLabel(c), 14) <= frame.width;
        return Plot.text([c], {
          x: 'x',
          y: high,
          text: cutLabel,
          textAnchor: fits ? 'start' : 'end',
          dx: fits ? 6 : -6,
          dy: -16,
          className: 'cut-label',
        });
      }),
      ...sexMarks(points, sexes, plotHeight / (high - low)),
      ...lines(true),
      ...lines(false),
      ...(pair.length > 1 ? [Plot.lineY([...pair], { x: 'ar', y: 'varde', className: 'line-pair' })] : []),
      Plot.text(
        points.filter((p) => p.varde === null && yearLabels.includes(p.ar)),
        { x: 'ar', y: low, text: () => 'saknas', dy: -10, className: 'gap' },
      ),
      Plot.dot(
        drawn.filter((p) => p.segment !== newest),
        { x: 'ar', y: 'varde', r: 4.5, title: named, className: 'pt-old' },
      ),
      Plot.dot(
        drawn.filter((p) => p.segment === newest),
        { x: 'ar', y: 'varde', r: 4.5, title: named, className: 'pt' },
      ),
      Plot.dot([...pair], { x: 'ar', y: 'varde', r: 5, className: 'pt-pair' }),
      ...pair
        .filter((p) => p.label !== '')
        .map((p) =>
          Plot.text([p], { x: 'ar', y: 'varde', text: 'label', dx: shift(p), dy: 18, className: 'val-pair' }),
        ),
      ...drawn
        .filter((p) => sexes === null && valueYears.includes(p.ar))
        .map((p) =>
          Plot.text([p], {
            x: 'ar',
            y: 'varde',
            text: 'label',
            dx: shift(p),
            dy: under.has(p.ar) ? 16 : -14,
            className: 'val',
          }),
        ),
    ],
  });
  return plotSvg(plot, {
    id: input.id,
    class: rootClass('series', frame),
    viewBox: [0, 0, frame.width, height],
    label: input.label,
  });
}
