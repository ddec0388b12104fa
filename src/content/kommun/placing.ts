import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Kommun } from '../../model/kommun.ts';
import { placingOf, RANK_FLOOR, RANK_MIN_UNITS } from '../../statistics/rank.ts';
import { newestKommunYear } from '../../statistics/years.ts';
import { listOf } from '../../text/lists.ts';
import { capitalise } from '../../text/numbers.ts';
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

/** Background measures of which the same is said. */
export type SaidPlace = { readonly measures: string; readonly said: string };

/**
 * Where a kommun stands in the background measures: one entry for each measure that is ranked, and one for each reason
 * why the others are not.
 */
export function backgroundPlaces(index: CatalogueIndex, kommun: Kommun): readonly SaidPlace[] {
  const measures = index.catalogue.indikatorer.flatMap((indicator) => {
    const ar = indicator.typ === 'bakgrund' ? newestKommunYear(index, indicator.id) : undefined;
    if (ar === undefined) return [];
    return [{ name: indicator.kortnamn, said: placeSentences(index, indicator, ar, kommun) }];
  });
  return [...Map.groupBy(measures, (m) => m.said)].map(([said, of]) => {
    const names = of.map((m) => m.name.toLocaleLowerCase('sv'));
    return { measures: capitalise(listOf(names)), said };
  });
}
