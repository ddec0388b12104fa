import type { Indicator } from '../model/indicator.ts';
import type { Observation } from '../model/observation.ts';
import { answeredByStadsdelar, shareOf } from '../statistics/profile.ts';
import { isCounted } from '../statistics/share.ts';
import { absenceLabel } from './absence.ts';
import { answerLabel } from './answers.ts';
import { formatValue } from './numbers.ts';
import { shareText } from './shares.ts';

/** The value of a place as shown: a share of few answers as *2 av 4*, never as a percentage. Without a value, the words for why there is none. */
export function shownValue(indicator: Indicator, o: Observation | undefined): string {
  if (o === undefined) return absenceLabel('uppgift-saknas');
  if (answeredByStadsdelar(o)) return 'Stadsdelarna svarar';
  if (o.varde === null) return absenceLabel(o.saknas ?? 'uppgift-saknas');
  const share = shareOf(indicator, o);
  if (share !== null && isCounted(share)) return shareText(share);
  return typeof o.varde === 'string' ? answerLabel(indicator, o.varde) : formatValue(indicator, o.varde);
}
