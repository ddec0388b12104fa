import { answersOf, firstAnswer } from '../../model/answer.ts';
import type { Indicator } from '../../model/indicator.ts';
import { answerLabel } from '../../text/answers.ts';

/** The answers of an indicator in order. */
export const answerWords = (indicator: Indicator) => answersOf(indicator.svarstyp, indicator.kategorier);

/** Part of every figure's id. */
export const figureId = (kind: string, indicator: Indicator, ar: number | null) =>
  [kind, indicator.slug, ...(ar === null ? [] : [ar])].join('-');

/** What a column of shares of the first answer is called, in every table and file. */
export const shareHeading = (indicator: Indicator): string =>
  `Andel som svarade ${answerLabel(indicator, firstAnswer(indicator)).toLocaleLowerCase('sv')}`;
