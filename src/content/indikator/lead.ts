import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { RIKET } from '../../model/kommun.ts';
import { shareOf } from '../../statistics/profile.ts';
import { newestKommunYear } from '../../statistics/years.ts';
import { unitsOf } from '../../text/names.ts';
import { capitalise } from '../../text/numbers.ts';
import { numberResult, questionResult } from '../../text/sentences/national.ts';
import { saidShare } from '../../text/shares.ts';
import { publishedParts, publishedSentence } from './published.ts';

/**
 * The first sentence of an indicator's page: riket's newest published result; where nothing is published, the one computed
 * from the answers; else what the indicator is about.
 */
export function indicatorLead(index: CatalogueIndex, indicator: Indicator): string {
  if (indicator.typ === 'enkat') {
    const { current, apart } = publishedParts(index, indicator);
    const figure = [...current, ...apart].find(
      (p) => p.grupp === 'riket' && p.enhet === 'procent' && p.svar === null,
    );
    if (figure) return publishedSentence(indicator, figure);
    const ar = newestKommunYear(index, indicator.id);
    const share = ar == null ? null : shareOf(indicator, index.observation(indicator.id, RIKET, ar));
    const edition = ar == null ? undefined : index.edition(indicator.omrade, ar);
    if (share !== null && share.of > 0 && edition)
      return questionResult(indicator, {
        ar: edition.ar,
        share: saidShare(share),
        units: unitsOf(edition.enhet),
      });
    return capitalise(indicator.fraga ?? indicator.definition);
  }
  const newest = index
    .observationsOf(indicator.id)
    .findLast((o) => o.kod === RIKET && o.kon === 'T' && typeof o.varde === 'number');
  if (typeof newest?.varde === 'number')
    return numberResult(indicator, { ar: newest.ar, value: newest.varde, place: 'riket' });
  return indicator.definition;
}
