import { answersOf } from '../../model/answer.ts';
import type { Indicator } from '../../model/indicator.ts';

/** The answers of an indicator in order. */
export const answerWords = (indicator: Indicator) => answersOf(indicator.svarstyp, indicator.kategorier);

/** Part of every figure's id. */
export const figureId = (kind: string, indicator: Indicator, ar: number | null) =>
  [kind, indicator.slug, ...(ar === null ? [] : [ar])].join('-');
