import type { Indicator } from '../model/indicator.ts';
import type { Observation } from '../model/observation.ts';
import { answeredByStadsdelar } from '../statistics/profile.ts';
import { absenceLabel } from './absence.ts';
import { answerLabel } from './answers.ts';
import { formatValue } from './numbers.ts';

/** The value of a place as shown, or the words for why there is none. */
export function shownValue(indicator: Indicator, o: Observation | undefined): string {
  if (o === undefined) return absenceLabel('uppgift-saknas');
  if (answeredByStadsdelar(o)) return 'Stadsdelarna svarar';
  if (o.varde === null) return absenceLabel(o.saknas ?? 'uppgift-saknas');
  return typeof o.varde === 'string' ? answerLabel(indicator, o.varde) : formatValue(indicator, o.varde);
}
