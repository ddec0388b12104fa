import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import {
  answeredByStadsdelar,
  type Profile,
  type ProfileItem,
  type Standing,
  shareOf,
} from '../../statistics/profile.ts';
import type { Share } from '../../statistics/share.ts';
import { formatRatio } from '../../text/numbers.ts';
import { shownShare } from '../../text/shares.ts';
import { shownValue } from '../../text/values.ts';
import { byQuality, type QualityGroup } from '../quality.ts';

/** What each standing is called. */
export const STANDING_LABEL: Readonly<Record<Standing, string>> = {
  gor: 'Gör redan',
  delvis: 'Gör delvis',
  'inte-an': 'Gör inte än',
  saknas: 'Svar saknas',
};

/** In the order that they are counted up. */
export const STANDINGS: readonly Standing[] = ['gor', 'delvis', 'inte-an', 'saknas'];

/** A question beside those who are compared with; the texts say why where a share is missing. */
export type AnswerRow = {
  readonly indicator: Indicator;
  readonly standing: Standing;
  readonly answer: string;
  readonly peers: string;
  readonly lan: string;
  readonly riket: string;
  readonly riketShare: Share | null;
  readonly peersShare: Share | null;
};

function answerText({ indicator, observation }: ProfileItem): string {
  const own = answeredByStadsdelar(observation) ? shareOf(indicator, observation) : null;
  if (own === null) return shownValue(indicator, observation);
  return own.of === 0 ? 'Inget svar' : `${formatRatio(own)} stadsdelar svarar ja`;
}

const rowOf = (item: ProfileItem): AnswerRow => ({
  indicator: item.indicator,
  standing: item.standing,
  answer: answerText(item),
  peers: shownShare(item.peers),
  lan: shownShare(item.lan),
  riket: shownShare(item.riket),
  riketShare: item.riket,
  peersShare: item.peers,
});

/** Every question of a profile, under its kvalitetsområde. */
export function answerGroups(profile: Profile): readonly QualityGroup<AnswerRow>[] {
  return byQuality(profile.items.map(rowOf), (row) => row.indicator);
}

/** How common a yes is in riket, 0–1; nobody's answer counts as 0. */
const common = ({ riketShare }: AnswerRow) =>
  riketShare === null || riketShare.of === 0 ? 0 : riketShare.count / riketShare.of;

/** What the place does, least common in riket first. */
export function strengths(profile: Profile): readonly AnswerRow[] {
  const does = profile.items.filter((i) => i.standing === 'gor').map(rowOf);
  return does.toSorted((a, b) => common(a) - common(b));
}

/** What the place does only partly or not yet, most common in riket first. */
export function gaps(profile: Profile): readonly AnswerRow[] {
  const lacks = profile.items.filter((i) => i.standing === 'inte-an' || i.standing === 'delvis').map(rowOf);
  return lacks.toSorted((a, b) => common(b) - common(a));
}

/** Names of the sources behind some indicators, each once, in their order. */
export function sourcesOf(index: CatalogueIndex, ids: readonly string[]): readonly string[] {
  return [...new Set(ids.flatMap((id) => index.indikator(id)?.kalla ?? []))];
}
