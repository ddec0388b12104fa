import type { Indicator } from '../../model/indicator.ts';
import type { MissingCounts } from '../../statistics/years.ts';
import { type Answers, answerInText } from '../answers.ts';
import { cappedList, listOf } from '../lists.ts';
import { capitalise, countInWords, formatNumber, formatValue, KOMMUN, type Noun } from '../numbers.ts';
import { missingSentence } from './missing.ts';

/** An end of the range: the value and everyone who has it, as shown. */
export type RangeEnd = { readonly value: number; readonly names: readonly string[] };

const withNames = (end: RangeEnd, shown: string) => `${shown} (${cappedList(end.names, 2)})`;

/**
 * How far apart the kommuner are: "Lägst är 0,5 % (Solna) och högst 9,2 % (Filipstad). Hälften av kommunerna
 * ligger mellan 1,7 % och 3,8 %. Fyra kommuner saknar uppgift."
 */
export function numberSpread(
  indicator: Pick<Indicator, 'svarstyp' | 'enhet' | 'decimaler'>,
  spread: {
    readonly low: RangeEnd;
    readonly high: RangeEnd;
    readonly q1: number;
    readonly q3: number;
    readonly missing: MissingCounts;
  },
): string {
  const { low, high, q1, q3, missing } = spread;
  const show = (value: number) => formatValue(indicator, value);
  if (show(low.value) === show(high.value)) {
    return [`Alla kommuner har samma värde: ${show(low.value)}.`, missingSentence(missing)]
      .filter((s) => s !== null)
      .join(' ');
  }
  return [
    `Lägst är ${withNames(low, show(low.value))} och högst ${withNames(high, show(high.value))}.`,
    show(q1) === show(q3)
      ? `Hälften av kommunerna ligger kring ${show(q1)}.`
      : `Hälften av kommunerna ligger mellan ${show(q1)} och ${show(q3)}.`,
    missingSentence(missing),
  ]
    .filter((s) => s !== null)
    .join(' ');
}

/** The middle of the kommuner beside riket: "Kommunen i mitten har 2,7 %. Riket har 2,9 %." */
export function middleSentence(
  indicator: Pick<Indicator, 'svarstyp' | 'enhet' | 'decimaler'>,
  median: number,
  riket: number | null,
): string {
  const middle = `Kommunen i mitten har ${formatValue(indicator, median)}.`;
  return riket === null ? middle : `${middle} Riket har ${formatValue(indicator, riket)}.`;
}

/**
 * How many gave each answer: "47 kommuner svarade ja och 231 nej. Tolv kommuner svarade inte."
 * @param answers in the order of the answer type, with counts
 */
export function answerSpread(
  indicator: Answers,
  answers: readonly { readonly answer: string; readonly count: number }[],
  missing: MissingCounts,
  noun: Noun = KOMMUN,
): string {
  const [first, ...rest] = answers.filter((a) => a.count > 0);
  const spread = first
    ? `${capitalise(countInWords(first.count, noun))} svarade ${listOf([
        answerInText(indicator, first.answer),
        ...rest.map((a) => `${formatNumber(a.count)} ${answerInText(indicator, a.answer)}`),
      ])}.`
    : `Ingen ${noun.one} har svarat.`;
  return [spread, missingSentence(missing, noun)].filter((s) => s !== null).join(' ');
}
