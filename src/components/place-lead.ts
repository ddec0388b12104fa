import { saidShare } from '../charts/share-text.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Omrade } from '../model/edition.ts';
import { shareOf } from '../statistics/profile.ts';
import { unitsOf } from '../text/names.ts';
import { questionResult } from '../text/sentences/national.ts';

/** A län's result in the area's first question that somebody there answered, as a sentence. */
export function placeLead(
  index: CatalogueIndex,
  omrade: Omrade,
  ar: number,
  kod: string,
  place: string,
): string {
  const edition = index.edition(omrade.slug, ar);
  for (const indicator of index.indikatorerOf(omrade.slug, ar)) {
    const share =
      indicator.typ === 'enkat' ? shareOf(indicator, index.observation(indicator.id, kod, ar)) : null;
    if (share !== null && share.of > 0 && edition)
      return questionResult(indicator, { ar, share: saidShare(share), units: unitsOf(edition.enhet), place });
  }
  return `Ingen ${place === '' ? 'kommun' : `kommun i ${place}`} svarade ${ar} på frågorna om ${omrade.om}.`;
}
