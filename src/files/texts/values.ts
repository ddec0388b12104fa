import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { TextValue } from '../../model/guide.ts';
import { PEER_COUNT } from '../../statistics/peers.ts';
import { RANK_FLOOR, RANK_MIN_UNITS } from '../../statistics/rank.ts';
import { COUNTED_BELOW } from '../../statistics/share.ts';
import { formatNumber } from '../../text/numbers.ts';

/** What each `{{…}}` of a text stands for, in words for the page. */
export function textValues(index: CatalogueIndex): Readonly<Record<TextValue, string>> {
  const { release, referens, indikatorer } = index.catalogue;
  return {
    'minsta-bas': formatNumber(COUNTED_BELOW),
    'rangordning-minst-enheter': formatNumber(RANK_MIN_UNITS),
    'rangordning-minsta-bas': formatNumber(RANK_FLOOR),
    'antal-kommuner': formatNumber(referens.kommuner.length),
    'antal-lan': formatNumber(referens.lan.length),
    'antal-indikatorer': formatNumber(indikatorer.length),
    'liknande-antal': formatNumber(PEER_COUNT),
    version: release.version,
    utgivare: release.organisation.namn,
    epost: release.organisation.epost,
  };
}

/** Markdown with its `{{…}}` filled in. A name that is unknown (never in validated data) is left as it stands. */
export function filledText(markdown: string, values: Readonly<Record<string, string>>): string {
  return markdown.replaceAll(/\{\{([^}]*)\}\}/g, (whole, name: string) => values[name] ?? whole);
}
