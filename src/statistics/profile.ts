import { answersOf, isQuestion } from '../model/answer.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Indicator } from '../model/indicator.ts';
import { RIKET } from '../model/kommun.ts';
import type { Observation } from '../model/observation.ts';
import type { Share } from './share.ts';

/** Where a place stands in a question: the first answer, one in between, the last, or none. */
export type Standing = 'gor' | 'delvis' | 'inte-an' | 'saknas';

/** One question of a profile: the place's own answer and the shares that it stands beside. */
export type ProfileItem = {
  readonly indicator: Indicator;
  readonly observation: Observation;
  readonly standing: Standing;
  readonly riket: Share | null;
  readonly lan: Share | null;
  readonly peers: Share | null;
};

/** A kommun's or stadsdel's answers in one area and year. */
export type Profile = {
  readonly kod: string;
  readonly omrade: string;
  readonly ar: number;
  readonly items: readonly ProfileItem[];
  readonly tally: Readonly<Record<Standing, number>>;
  readonly exempel: boolean;
};

/** The first answer is what the indicator looks for, the last its absence, whatever lies between is partly. */
export function standingOf(indicator: Indicator, observation: Pick<Observation, 'varde'>): Standing {
  const answers = answersOf(indicator.svarstyp, indicator.kategorier);
  if (typeof observation.varde !== 'string') return 'saknas';
  const at = answers.indexOf(observation.varde);
  if (at === 0) return 'gor';
  return at === answers.length - 1 ? 'inte-an' : 'delvis';
}

/** True for a city's own row when its stadsdelar answered in its place. */
export const answeredByStadsdelar = (o: Observation): boolean =>
  o.saknas === 'ej-tillamplig' && o.fordelning !== null;

/** The share of the first answer in a summarised observation; null when there is no distribution. */
export function shareOf(indicator: Indicator, observation: Observation | undefined): Share | null {
  const first = answersOf(indicator.svarstyp, indicator.kategorier)[0];
  if (!observation?.fordelning || first === undefined) return null;
  return { count: observation.fordelning[first] ?? 0, of: observation.svarande ?? 0 };
}

/** The share of the first answer among some kommuner that answered; null when none of them was asked. */
export function shareAmong(
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number,
  koder: readonly string[],
): Share | null {
  const observations = koder.flatMap((kod) => index.observation(indicator.id, kod, ar) ?? []);
  if (observations.length === 0) return null;
  const answered = observations.filter((o) => typeof o.varde === 'string');
  return { count: answered.filter((o) => standingOf(indicator, o) === 'gor').length, of: answered.length };
}

/**
 * The profile of a kommun (or stadsdel) in an area and year: every question that was asked, in the area's order.
 * @param peers kommunkoder to compare with; the share is among those that answered
 */
export function profileOf(
  index: CatalogueIndex,
  omrade: string,
  ar: number,
  kod: string,
  peers: readonly string[] = [],
): Profile {
  const items = index.indikatorerOf(omrade, ar).flatMap((indicator): ProfileItem[] => {
    const observation = index.observation(indicator.id, kod, ar);
    if (!isQuestion(indicator.svarstyp) || !observation) return [];
    return [
      {
        indicator,
        observation,
        standing: standingOf(indicator, observation),
        riket: shareOf(indicator, index.observation(indicator.id, RIKET, ar)),
        lan: shareOf(indicator, index.observation(indicator.id, kod.slice(0, 2), ar)),
        peers: peers.length > 0 ? shareAmong(index, indicator, ar, peers) : null,
      },
    ];
  });
  const tally = { gor: 0, delvis: 0, 'inte-an': 0, saknas: 0 };
  for (const item of items) tally[item.standing] += 1;
  return { kod, omrade, ar, items, tally, exempel: items.some((i) => i.observation.exempel) };
}

/**
 * True when a place answered none of the questions that the area itself collects. A question that is only shown here is
 * answered in another area's survey and says nothing of who took part in this one.
 */
export function silent({ omrade, items }: Profile): boolean {
  return items.every((i) => i.standing === 'saknas' || i.indicator.omrade !== omrade);
}

/** The years in which an area has collected answers, newest first. */
export function answeredYears(index: CatalogueIndex, omrade: string): readonly number[] {
  const editions = index.omrade(omrade)?.utgavor ?? [];
  return editions
    .map((e) => e.ar)
    .filter((ar) => index.indikatorerOf(omrade).some((i) => index.observationsOf(i.id, ar).length > 0))
    .toSorted((a, b) => b - a);
}

/** A question where a kommun stands out: it does what few do, or does not yet what many do. */
export type StandsOut = { readonly item: ProfileItem; readonly kind: 'ovanlig-styrka' | 'vanlig-brist' };

/** True when there is something left to do: a neutral question has no answer that is further on than another. */
export const lacks = ({ indicator, standing }: Pick<ProfileItem, 'indicator' | 'standing'>): boolean =>
  indicator.polaritet !== 'neutral' && (standing === 'inte-an' || standing === 'delvis');

/** Few: at most a quarter of the country. Many: at least half. Our own limits. */
const FEW = 0.25;
const MANY = 0.5;

/** Where a profile differs most from the country, strongest first: `gor` among few, `inte-an` among many. */
export function standsOut(profile: Profile): readonly StandsOut[] {
  const scored = profile.items.flatMap((item): (StandsOut & { weight: number })[] => {
    if (!item.riket || item.riket.of === 0) return [];
    const share = item.riket.count / item.riket.of;
    if (item.standing === 'gor' && share <= FEW) return [{ item, kind: 'ovanlig-styrka', weight: 1 - share }];
    if (lacks(item) && item.standing === 'inte-an' && share >= MANY)
      return [{ item, kind: 'vanlig-brist', weight: share }];
    return [];
  });
  return scored.toSorted((a, b) => b.weight - a.weight).map(({ item, kind }) => ({ item, kind }));
}

/** A kommun like this one that does more, and what it does that this one does not yet. */
export type AheadPeer = { readonly kod: string; readonly does: readonly Indicator[] };

/**
 * Among the peers, those that do (`gor`) something this place does not (`inte-an` or `delvis`), most first;
 * ties keep the order of likeness. Neutral questions do not count.
 */
export function peersAhead(
  index: CatalogueIndex,
  profile: Profile,
  peers: readonly string[],
): readonly AheadPeer[] {
  const wanting = profile.items.filter(lacks);
  return peers
    .map((kod) => ({
      kod,
      does: wanting.flatMap(({ indicator }) => {
        const theirs = index.observation(indicator.id, kod, profile.ar);
        return theirs && standingOf(indicator, theirs) === 'gor' ? [indicator] : [];
      }),
    }))
    .filter((p) => p.does.length > 0)
    .toSorted((a, b) => b.does.length - a.does.length);
}
