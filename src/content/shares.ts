import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Indicator } from '../model/indicator.ts';
import { RIKET } from '../model/kommun.ts';
import type { Observation } from '../model/observation.ts';
import { type Basis, isMixed, isOld, shareOf } from '../statistics/profile.ts';
import { percent, type Share } from '../statistics/share.ts';
import { markedName } from '../text/names.ts';
import { formatRatio } from '../text/numbers.ts';
import { shownShare } from '../text/shares.ts';
import { publishedValue } from './indikator/published.ts';
import { byQuality, type QualityGroup } from './quality.ts';

/** What riket or a län answered to a question in one year; everything in a row is of that year. */
export type ShareRow = {
  readonly indicator: Indicator;
  /** What the question is called here: marked where it is made up and others are not. */
  readonly name: string;
  readonly ar: number;
  readonly old: boolean;
  readonly example: boolean;
  readonly share: Share | null;
  /** As shown: `17 %`, `2 av 4`. */
  readonly text: string;
  readonly percent: number | null;
  /** `260 av 290`; null where nobody was asked. */
  readonly answered: string | null;
  readonly riketShare: Share | null;
  readonly riket: string;
  readonly riketPercent: number | null;
  /** The figure that a source has published of riket that year; null where there is none. */
  readonly published: string | null;
};

/** The newest year in which somebody of a place answered; else the newest in which it was asked, or a figure is published. */
function newestYear(index: CatalogueIndex, indicator: Indicator, kod: string): number | undefined {
  const years = index.yearsOf(indicator.id).flatMap((ar) => (ar === null ? [] : [ar]));
  const shareIn = (ar: number) => shareOf(indicator, index.observation(indicator.id, kod, ar));
  const answered = years.findLast((ar) => (shareIn(ar)?.of ?? 0) > 0);
  const published = publishedYears(index, indicator).at(-1);
  // What is published of riket may be newer than the answers that are open; of a län nothing is published.
  if (kod === RIKET && published !== undefined && published > (answered ?? 0)) return published;
  return answered ?? years.at(-1) ?? published;
}

const publishedOf = (index: CatalogueIndex, indicator: Indicator) =>
  index
    .publishedOf(indicator.id)
    .filter((p) => p.grupp === 'riket' && p.svar === null && p.enhet === 'procent');
const publishedYears = (index: CatalogueIndex, indicator: Indicator): readonly number[] =>
  publishedOf(index, indicator)
    .map((p) => p.ar)
    .toSorted((a, b) => a - b);

const answeredText = (o: Observation | undefined): string | null =>
  o?.tillfragade ? formatRatio({ count: o.svarande ?? 0, of: o.tillfragade }) : null;

/** The questions of an area with the shares of riket or a län: each in its newest year, or all in one edition's. */
export function shareRows(
  index: CatalogueIndex,
  omrade: string,
  kod: string,
  basis: Basis = 'nyast',
): readonly ShareRow[] {
  const asked = basis === 'nyast' ? index.indikatorerOf(omrade) : index.indikatorerOf(omrade, basis);
  const rows = asked.flatMap((indicator): ShareRow[] => {
    const ar = basis === 'nyast' ? newestYear(index, indicator, kod) : basis;
    if (indicator.typ !== 'enkat' || ar === undefined) return [];
    const observation = index.observation(indicator.id, kod, ar);
    const share = shareOf(indicator, observation);
    const riket = shareOf(indicator, index.observation(indicator.id, RIKET, ar));
    const published = publishedOf(index, indicator).find((p) => p.ar === ar);
    return [
      {
        indicator,
        name: indicator.kortnamn,
        ar,
        old: basis === 'nyast' && isOld(ar, index.catalogue.release),
        example: observation?.exempel ?? false,
        share,
        text: shownShare(share),
        percent: share === null ? null : percent(share),
        answered: answeredText(observation),
        riketShare: riket,
        riket: shownShare(riket),
        riketPercent: riket === null ? null : percent(riket),
        published: published ? publishedValue(published) : null,
      },
    ];
  });
  const answered = rows.filter((r) => r.share !== null && r.share.of > 0);
  const mixed = isMixed(answered.map((r) => ({ exempel: r.example })));
  return mixed ? rows.map((r) => ({ ...r, name: markedName(r.name, r.example) })) : rows;
}

/** The rows as a table shows them: under their kvalitetsområden, and what is said once for all of them. */
export type ShareTable = {
  readonly groups: readonly QualityGroup<ShareRow>[];
  /** True where the head says that answers are made up; where rows are marked one by one they say it themselves. */
  readonly example: boolean;
  /** True where the rows are of several years, and each must say its own. */
  readonly dated: boolean;
};

/** The table of an area's shares. */
export function shareTable(rows: readonly ShareRow[]): ShareTable {
  const marked = rows.some((r) => r.name !== r.indicator.kortnamn);
  return {
    groups: byQuality(rows, (r) => r.indicator),
    example: !marked && rows.some((r) => r.example),
    dated: new Set(rows.map((r) => r.ar)).size > 1,
  };
}
