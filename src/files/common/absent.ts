import type { Absence } from '../../model/absence.ts';
import { answersOf } from '../../model/answer.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Observation } from '../../model/observation.ts';

/** True for indicators whose values are words: questions and categories. */
export const hasAnswers = (indicator: Indicator): boolean =>
  answersOf(indicator.svarstyp, indicator.kategorier).length > 0;

/** Why there is no value, also where there is not even an observation; null when there is one. */
export function reasonOf(indicator: Indicator, o: Observation | undefined): Absence | null {
  if (o) return o.saknas;
  return hasAnswers(indicator) ? 'ej-efterfragad' : 'uppgift-saknas';
}
