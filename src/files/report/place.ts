import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Kommun } from '../../model/kommun.ts';
import { placingOf, RANK_FLOOR, RANK_MIN_UNITS } from '../../statistics/rank.ts';
import {
  intervalSentence,
  noRankSentence,
  polaritySentence,
  rankSentence,
} from '../../text/sentences/rank.ts';

/** Where a kommun stands in a number, as an interval with ties and what a high place means; or why it has no place. */
export function placeSentences(
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number | null,
  kommun: Kommun,
): string {
  const placing = placingOf(index, indicator, ar, kommun.kod);
  if (placing.kind === 'none')
    return noRankSentence(placing.why, { units: RANK_MIN_UNITS, floor: RANK_FLOOR });
  return [
    rankSentence(kommun.namn, placing.rank),
    intervalSentence(indicator, placing.unit, placing.base),
    polaritySentence(indicator.polaritet),
  ]
    .filter((s) => s !== null)
    .join(' ');
}
