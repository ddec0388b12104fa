import { range, tickIncrement } from 'd3-array';
import { quantile } from '../statistics/distribution.ts';
import { roundHalfUp } from '../statistics/rounding.ts';
import { formatValue, type ValueFormat } from '../text/numbers.ts';

/** A class of a map: from `from` up to but not including `to`, as the values are shown. */
export type ScaleClass = {
  readonly swatch: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
};

/** Palette steps for 1–5 classes, as far apart as the sequence allows. */
const SWATCHES: readonly (readonly string[])[] = [
  [],
  ['c-2'],
  ['c-1', 'c-3'],
  ['c-0', 'c-2', 'c-4'],
  ['c-0', 'c-1', 'c-3', 'c-4'],
  ['c-0', 'c-1', 'c-2', 'c-3', 'c-4'],
];

/** 1, 2, 2.5 and 5 times a power of ten, largest first, not finer than what is shown. */
function niceSteps(span: number, decimals: number): readonly number[] {
  const finest = 10 ** -decimals;
  const steps: number[] = [];
  for (let power = Math.ceil(Math.log10(span)); 10 ** power >= finest / 10; power -= 1) {
    for (const factor of [5, 2.5, 2, 1]) {
      const step = roundHalfUp(factor * 10 ** power, 6);
      if (step >= finest && roundHalfUp(step, decimals) === step) steps.push(step);
    }
  }
  return steps;
}

/** Share of the values that the smallest class must hold for a step to be good enough. */
const SMALLEST_CLASS = 0.08;

/** Where equal classes would be cut. */
function quantileCuts(shown: readonly number[], classes: number): readonly number[] {
  return Array.from({ length: classes - 1 }, (_, i) => quantile(shown, (i + 1) / classes));
}

/** Distinct limits that leave something on both sides. */
function distinctBreaks(shown: readonly number[], breaks: readonly number[]): readonly number[] {
  const [low, high] = [shown[0] as number, shown.at(-1) as number];
  return [...new Set(breaks)].filter((b) => b > low && b <= high);
}

function breaksFor(shown: readonly number[], step: number, classes: number): readonly number[] {
  const rounded = quantileCuts(shown, classes).map((cut) => roundHalfUp(Math.round(cut / step) * step, 6));
  return distinctBreaks(shown, rounded);
}

const countIn = (shown: readonly number[], from: number, to: number) =>
  shown.filter((v) => from <= v && v < to).length;

/** A step is round enough when the values span no more than this many of it; few values want rounder limits still. */
const mostSteps = (values: number) => Math.min(20, values / 2);

/**
 * Class limits: the quantiles, moved to the roundest numbers that still give every class its share of the values.
 * Round limits go before many classes: four or three good classes are better than five with odd limits.
 */
function roundBreaks(shown: readonly number[], decimals: number, classes: number): readonly number[] {
  const span = (shown.at(-1) as number) - (shown[0] as number);
  if (span === 0) return [];
  const good = (breaks: readonly number[], wanted: number) => {
    const limits = [Number.NEGATIVE_INFINITY, ...breaks, Number.POSITIVE_INFINITY];
    return (
      breaks.length === wanted - 1 &&
      limits
        .slice(1)
        .every((to, i) => countIn(shown, limits[i] as number, to) >= shown.length * SMALLEST_CLASS)
    );
  };
  const steps = niceSteps(span, decimals).filter((step) => step >= span / mostSteps(shown.length));
  for (let wanted = classes; wanted > 2; wanted -= 1) {
    const breaks = steps.map((step) => breaksFor(shown, step, wanted)).find((b) => good(b, wanted));
    if (breaks) return breaks;
  }
  // Few distinct values: classes start at values that are there, so that none is empty.
  const atValues = quantileCuts(shown, classes).flatMap((cut) => shown.find((v) => v >= cut) ?? []);
  return distinctBreaks(shown, atValues);
}

/**
 * Up to five classes with round limits for a map. Values are classed as they are *shown*, so that a reader who sees
 * "2,5 %" finds it in the class that starts at 2,5. Every value lies in exactly one class.
 * @param values all values on the map
 */
export function classScale(
  values: readonly number[],
  format: ValueFormat,
  classes = 5,
): readonly ScaleClass[] {
  if (values.length === 0) return [];
  const decimals = format.decimaler;
  const shown = values.map((v) => roundHalfUp(v, decimals)).toSorted((a, b) => a - b);
  const breaks = roundBreaks(shown, decimals, classes);
  const swatches = SWATCHES[breaks.length + 1] ?? [];
  const show = (v: number) => formatValue(format, v);
  const unit = 10 ** -decimals;
  return swatches.map((swatch, i) => {
    const from = breaks[i - 1];
    const to = breaks[i];
    const last = to === undefined ? undefined : roundHalfUp(to - unit, decimals);
    const label =
      from === undefined
        ? to === undefined
          ? show(shown[0] as number)
          : `under ${show(to)}`
        : last === undefined
          ? `${show(from)} eller mer`
          : last === from
            ? show(from)
            : `${show(from).replace(/[^\d,]+$/, '')}–${show(last)}`;
    return { swatch, label, from: from ?? Number.NEGATIVE_INFINITY, to: to ?? Number.POSITIVE_INFINITY };
  });
}

/** The class of a value. @throws RangeError when the scale was made without it (empty scale) */
export function classOf(scale: readonly ScaleClass[], value: number, decimals: number): ScaleClass {
  const shown = roundHalfUp(value, decimals);
  const found = scale.find((c) => c.from <= shown && shown < c.to);
  if (!found) throw new RangeError(`no class for ${value}`);
  return found;
}

/**
 * Round axis values (1, 2 or 5 times a power of ten, by d3) that cover `low` to `high`, about `count` of them.
 * The first is at or below `low`, the last at or above `high`.
 */
export function niceTicks(low: number, high: number, count: number): readonly number[] {
  // d3 gives a step below one as the negative of what it divides by: so every tick is one exact division.
  const step = tickIncrement(low, high > low ? high : low + (Math.abs(low) || 1), count);
  const inSteps = (value: number) => (step > 0 ? value / step : value * -step);
  const first = Math.floor(inSteps(low) + 1e-9);
  const last = Math.max(first + 1, Math.ceil(inSteps(high) - 1e-9));
  return range(first, last + 1).map((steps) => (step > 0 ? steps * step : steps / -step));
}
