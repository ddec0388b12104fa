import { answersOf, isQuestion } from '../model/answer.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Indicator } from '../model/indicator.ts';
import { RIKET } from '../model/kommun.ts';
import type { Observation } from '../model/observation.ts';
import { perIndexBy } from '../model/per-index.ts';
import type { Release } from '../model/release.ts';
import { breaksOf, comparable } from './comparability.ts';
import { type Share, type ShownShare, shownOf } from './share.ts';

/** Where a place stands in a question: the first answer, one in between, the last, or none. */
export type Standing = 'gor' | 'delvis' | 'inte-an' | 'saknas';

/** Which answers a profile shows: the newest to each question, or those of one edition. */
export type Basis = 'nyast' | number;

/** One question of a profile: the place's own answer and its year. What others answered is never a part of it. */
export type ProfileItem = {
  readonly indicator: Indicator;
  readonly observation: Observation;
  readonly ar: number;
  /** A later year in which the place was asked again and gave no answer; null when there is none. */
  readonly silentIn: number | null;
  readonly standing: Standing;
};

/** What those that a place is compared with answered to its questions, each in the year of its own answer, by indicator. */
export type SharesBeside = ReadonlyMap<string, Share>;

/** A kommun's or stadsdel's answers in one area. */
export type Profile = {
  readonly kod: string;
  readonly omrade: string;
  readonly basis: Basis;
  readonly items: readonly ProfileItem[];
  readonly tally: Readonly<Record<Standing, number>>;
  readonly exempel: boolean;
};

/** True where some of the answers are real and some are made up. */
export const isMixed = (items: readonly { readonly exempel: boolean }[]): boolean =>
  items.some((i) => i.exempel) && items.some((i) => !i.exempel);

/**
 * The answers that patterns and counts may rest on: where there are real ones, made-up ones are not counted with them.
 * They still stand in the tables, marked.
 */
export function countedItems<T>(items: readonly T[], exempel: (item: T) => boolean): readonly T[] {
  const real = items.filter((i) => !exempel(i));
  return real.length > 0 ? real : items;
}

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

/**
 * What is shown of the share of riket or a län, to stand beside an answer of the same year. It has a name: one answer
 * more seldom changes a whole percent, and what stands beside riket's is then as it was.
 */
export const shownSum = perIndexBy((index, id: string, kod: string, ar: number): ShownShare | null => {
  const indicator = index.indikator(id);
  return indicator === undefined ? null : shownOf(shareOf(indicator, index.observation(id, kod, ar)));
}, 'visad-andel');

/** Few: at most a quarter of the country. Our own limit. */
const FEW = 0.25;

/** A pattern says nothing about a group of fewer than this many answers. */
const GROUP = 3;

/** True when few in riket gave the first answer in a year. It has a name for the same reason. */
const isFew = perIndexBy((index, id: string, ar: number): boolean => {
  const indicator = index.indikator(id);
  const riket = indicator === undefined ? null : shareOf(indicator, index.observation(id, RIKET, ar));
  return riket !== null && riket.of >= GROUP && riket.count <= FEW * riket.of;
}, 'fa-i-riket');

/** The share of the first answer among some kommuner that answered; null when none of them was asked. */
function shareAmong(
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

/** True for an answer of one's own, or for the answers of a city's stadsdelar in its place. */
const hasAnswer = (o: Observation): boolean =>
  typeof o.varde === 'string' || (answeredByStadsdelar(o) && (o.svarande ?? 0) > 0);

/** An answer with its year, and the later year in which the question was put again and not answered. */
type DatedAnswer = Pick<ProfileItem, 'observation' | 'ar' | 'silentIn'>;

/** Everything that a place was asked under an indicator, oldest first. */
function askedOf(index: CatalogueIndex, indicator: Indicator, kod: string): readonly DatedAnswer[] {
  return index.yearsOf(indicator.id).flatMap((ar) => {
    const observation = ar === null ? undefined : index.observation(indicator.id, kod, ar);
    return ar === null || observation === undefined ? [] : [{ observation, ar, silentIn: null }];
  });
}

/**
 * The newest answer that a place has given to a question. Where it has given none, the newest year in which it was asked,
 * with the reason why there is no answer; undefined when it was never asked.
 */
function newestAnswer(index: CatalogueIndex, indicator: Indicator, kod: string): DatedAnswer | undefined {
  const asked = askedOf(index, indicator, kod);
  const answer = asked.findLast((a) => hasAnswer(a.observation));
  const newest = asked.at(-1);
  if (answer === undefined || newest === undefined || answer === newest) return newest;
  return { ...answer, silentIn: newest.ar };
}

/** What a place has answered to the questions of an area, newest, by indicator: all who are like it ask of it. */
const newestIn = perIndexBy(
  (index, omrade: string, kod: string): ReadonlyMap<string, DatedAnswer> =>
    new Map(
      index.indikatorerOf(omrade).flatMap((indicator): [string, DatedAnswer][] => {
        const answer = isQuestion(indicator.svarstyp) ? newestAnswer(index, indicator, kod) : undefined;
        return answer === undefined ? [] : [[indicator.id, answer]];
      }),
    ),
);

/**
 * The profile of a kommun (or stadsdel) in an area: every question that it was asked, in the area's order.
 * @param basis the newest answer to each question, or the answers of one edition
 */
export function profileOf(
  index: CatalogueIndex,
  omrade: string,
  kod: string,
  basis: Basis = 'nyast',
): Profile {
  const items = index.indikatorerOf(omrade).flatMap((indicator): ProfileItem[] => {
    if (!isQuestion(indicator.svarstyp)) return [];
    const answer =
      basis === 'nyast'
        ? newestIn(index, omrade, kod).get(indicator.id)
        : askedOf(index, indicator, kod).find((a) => a.ar === basis);
    if (answer === undefined) return [];
    return [{ ...answer, indicator, standing: standingOf(indicator, answer.observation) }];
  });
  const tally = { gor: 0, delvis: 0, 'inte-an': 0, saknas: 0 };
  for (const item of items) tally[item.standing] += 1;
  return { kod, omrade, basis, items, tally, exempel: items.some((i) => i.observation.exempel) };
}

/**
 * What others answered to the questions of a profile: the share among those that answered, for each that any was asked.
 * @param koder kommunkoder to compare with
 */
export const sharesBeside = (
  index: CatalogueIndex,
  { items }: Pick<Profile, 'items'>,
  koder: readonly string[],
): SharesBeside =>
  new Map(
    items.flatMap(({ indicator, ar }): [string, Share][] => {
      const share = shareAmong(index, indicator, ar, koder);
      return share === null ? [] : [[indicator.id, share]];
    }),
  );

/**
 * True when a place answered none of the questions that the area itself collects. A question that is only shown here is
 * answered in another area's survey and says nothing of who took part in this one.
 */
export function silent({ omrade, items }: Pick<Profile, 'omrade' | 'items'>): boolean {
  return items.every((i) => i.standing === 'saknas' || i.indicator.omrade !== omrade);
}

/**
 * True when a profile of the newest answers would neither be silent nor by the stadsdelar, without making it: the place has
 * answered some question that the area itself collects.
 */
export function answersItself(index: CatalogueIndex, omrade: string, kod: string): boolean {
  return index.indikatorerOf(omrade).some((indicator) => {
    if (indicator.omrade !== omrade || !isQuestion(indicator.svarstyp)) return false;
    const answer = newestAnswer(index, indicator, kod);
    return answer !== undefined && standingOf(indicator, answer.observation) !== 'saknas';
  });
}

/** True for a city whose stadsdelar answer every question of the area in its place. */
export function byStadsdelar({ omrade, items }: Pick<Profile, 'omrade' | 'items'>): boolean {
  const own = items.filter((i) => i.indicator.omrade === omrade);
  return own.length > 0 && own.every((i) => answeredByStadsdelar(i.observation));
}

/** The years in which an area has collected answers, newest first. */
export const answeredYears = perIndexBy((index, omrade: string): readonly number[] => {
  const editions = index.omrade(omrade)?.utgavor ?? [];
  return editions
    .map((e) => e.ar)
    .filter((ar) => index.indikatorerOf(omrade).some((i) => index.yearsOf(i.id).includes(ar)))
    .toSorted((a, b) => b - a);
}, 'svarsar');

/** True when there is something left to do: a neutral question has no answer that is further on than another. */
const lacks = ({ indicator, standing }: Pick<ProfileItem, 'indicator' | 'standing'>): boolean =>
  indicator.polaritet !== 'neutral' && (standing === 'inte-an' || standing === 'delvis');

const partOf = (share: Share | undefined): number =>
  share === undefined || share.of === 0 ? 0 : share.count / share.of;

/** How common the first answer is in riket, as shown, so that an order by it can be seen. */
const common = (index: CatalogueIndex, { indicator, ar }: ProfileItem): number =>
  shownSum(index, indicator.id, RIKET, ar)?.percent ?? 0;

/** What a place does and few in the country do, least common first. Neutral questions do not count. */
export function rarelyDone(index: CatalogueIndex, { items }: Pick<Profile, 'items'>): readonly ProfileItem[] {
  return items
    .filter((i) => i.standing === 'gor' && i.indicator.polaritet !== 'neutral')
    .filter((i) => isFew(index, i.indicator.id, i.ar))
    .toSorted((a, b) => common(index, a) - common(index, b));
}

/** What a place answered no to and more than half of those like it do, most common first. @param peers what those answered */
export function gapsToPeers(
  index: CatalogueIndex,
  { items }: Pick<Profile, 'items'>,
  peers: SharesBeside,
): readonly ProfileItem[] {
  const beside = ({ indicator }: ProfileItem) => peers.get(indicator.id);
  const isCommon = (share: Share | undefined) =>
    share !== undefined && share.of >= GROUP && 2 * share.count > share.of;
  return items
    .filter((i) => lacks(i) && i.standing === 'inte-an' && isCommon(beside(i)))
    .toSorted((a, b) => partOf(beside(b)) - partOf(beside(a)) || common(index, b) - common(index, a));
}

/** Somebody who answered yes to a question: when last, and since when without a no in between. */
export type Doer = { readonly kod: string; readonly ar: number; readonly since: number };

/** The questions of an area that a place has last answered with yes, by indicator. */
const doneIn = perIndexBy(
  (index, omrade: string, kod: string): ReadonlyMap<string, Doer> =>
    new Map(
      [...newestIn(index, omrade, kod)].flatMap(([id, newest]): [string, Doer][] => {
        const indicator = index.indikator(id);
        if (indicator === undefined || standingOf(indicator, newest.observation) !== 'gor') return [];
        const breaks = breaksOf(indicator, index.omrade(indicator.omrade));
        const run = askedOf(index, indicator, kod)
          .filter((a) => a.ar <= newest.ar && comparable(breaks, a.ar, newest.ar))
          .filter((a) => a.observation.varde !== null && a.observation.exempel === newest.observation.exempel)
          .toReversed();
        const end = run.findIndex((a) => standingOf(indicator, a.observation) !== 'gor');
        const since = run.slice(0, end === -1 ? undefined : end).at(-1)?.ar ?? newest.ar;
        return [[id, { kod, ar: newest.ar, since }]];
      }),
    ),
);

/**
 * Those among some kommuner whose newest answer to a question is yes, in the order given. `since` is the first of the years
 * in a row, without a break in comparability, in which they said so.
 */
export const doersAmong = (
  index: CatalogueIndex,
  indicator: Indicator,
  koder: readonly string[],
): readonly Doer[] => koder.flatMap((kod) => doneIn(index, indicator.omrade, kod).get(indicator.id) ?? []);

/** So many years after its own an answer is called old. */
const OLD_AFTER = 5;

/** True for an answer that is more than five years older than the release that shows it. */
export const isOld = (ar: number, release: Pick<Release, 'datum'>): boolean =>
  Number(release.datum.slice(0, 4)) - ar > OLD_AFTER;
