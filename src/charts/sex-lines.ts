import type { Markish } from '@observablehq/plot';
import { observablePlot } from './plot-svg.ts';
import { type Drawn, hasValue, runsOf, type SeriesPoint } from './series-runs.ts';
import { textWidth } from './svg.ts';

/** Women and men as lines of their own beside the line of all. Points oldest first, as those of the whole series. */
export type SexLines = { readonly kvinnor: readonly SeriesPoint[]; readonly man: readonly SeriesPoint[] };

const LINES = [
  { key: 'kvinnor', name: 'Kvinnor', line: 'line-kvinnor', point: 'pt-kvinnor', word: 'val-kvinnor' },
  { key: 'man', name: 'Män', line: 'line-man', point: 'pt-man', word: 'val-man' },
] as const;

/** Between the last point and the words of its line. */
const GAP = 10;
/** Words nearer each other than this would touch. */
const WORD_HEIGHT = 16;

type End = { readonly point: Drawn; readonly words: string; readonly className: string };

/** Where the lines end, highest first: what each is called and its newest value. */
function endsOf(all: readonly SeriesPoint[], sexes: SexLines): readonly End[] {
  const end = (points: readonly SeriesPoint[], name: string, className: string): readonly End[] => {
    const point = points.findLast(hasValue);
    return point ? [{ point, words: `${name} ${point.label}`, className }] : [];
  };
  return [
    ...end(all, 'Alla', 'val'),
    ...LINES.flatMap(({ key, name, word }) => end(sexes[key], name, word)),
  ].toSorted((a, b) => b.point.varde - a.point.varde);
}

/** Room that the words at the ends of the lines need to the right of the picture. */
export const sexMargin = (all: readonly SeriesPoint[], sexes: SexLines | null): number =>
  sexes === null ? 0 : GAP + Math.max(...endsOf(all, sexes).map(({ words }) => textWidth(words, 15)));

/** All values that are drawn: they decide how high the axis goes. */
export const sexValues = (sexes: SexLines | null): readonly number[] =>
  sexes === null ? [] : LINES.flatMap(({ key }) => sexes[key].flatMap((p) => p.varde ?? []));

/** How far down each of some words must go so that none touch, around where they would stand. Highest first. */
function spread(heights: readonly number[]): readonly number[] {
  let free = Number.NEGATIVE_INFINITY;
  const moved = heights.map((at) => {
    const placed = Math.max(at, free);
    free = placed + WORD_HEIGHT;
    return placed - at;
  });
  const back = moved.reduce((sum, by) => sum + by, 0) / Math.max(1, moved.length);
  return moved.map((by) => Math.round(by - back));
}

/**
 * The lines of women and men. Every line, also that of all, has its name and newest value where it ends, so that nobody
 * has to tell it by its colour, and the men's is dashed.
 * @param pixels how many a unit of the value axis is
 */
export function sexMarks(
  all: readonly SeriesPoint[],
  sexes: SexLines | null,
  pixels: number,
): readonly Markish[] {
  if (sexes === null) return [];
  const Plot = observablePlot();
  const ends = endsOf(all, sexes);
  const down = spread(ends.map(({ point }) => -point.varde * pixels));
  return [
    ...LINES.flatMap(({ key, name, line, point }): Markish[] => {
      const runs = runsOf(sexes[key]);
      return [
        ...runs
          .filter((run) => run.length > 1)
          .map((run) => Plot.lineY([...run], { x: 'ar', y: 'varde', className: line })),
        Plot.dot(runs.flat(), {
          x: 'ar',
          y: 'varde',
          r: 3,
          title: (p: SeriesPoint) => `${name} ${p.ar}: ${p.label}`,
          className: point,
        }),
      ];
    }),
    ...ends.map(({ point, words, className }, i) =>
      Plot.text([point], {
        x: 'ar',
        y: 'varde',
        text: () => words,
        textAnchor: 'start',
        dx: GAP,
        dy: down[i] ?? 0,
        className,
      }),
    ),
  ];
}
