import { kommunPath } from '../../markup/paths.ts';
import type { TextPart } from '../../markup/table.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Omrade } from '../../model/edition.ts';
import type { Indicator } from '../../model/indicator.ts';
import { RIKET } from '../../model/kommun.ts';
import { perIndexBy } from '../../model/per-index.ts';
import {
  answeredByStadsdelar,
  type Doer,
  doersAmong,
  isMixed,
  isOld,
  type Profile,
  type ProfileItem,
  type Standing,
  shareOf,
  shownSum,
  standingOf,
} from '../../statistics/profile.ts';
import { type ShownShare, shownOf } from '../../statistics/share.ts';
import { type AnswerTone, answerTone, STANDING_LABEL } from '../../text/answers.ts';
import { likeness } from '../../text/likeness.ts';
import { markedName } from '../../text/names.ts';
import { formatRatio } from '../../text/numbers.ts';
import { writtenShare } from '../../text/shares.ts';
import { shownValue } from '../../text/values.ts';
import { contactOf } from '../kontakt.ts';
import { byQuality, type QualityGroup } from '../quality.ts';
import { besidePeers, peers, profile } from './profiles.ts';

/** A share beside an answer: how it is shown, and where its bar ends (0–100); no bar where nobody answered. */
export type ShareCell = { readonly text: string; readonly percent: number | null };

/** The same beside an answer of a kommun. `counted`: few answered, and a chart has no bar for it. */
export type AnswerShare = ShareCell & { readonly counted: boolean };

/** A similar kommun that answered yes to a question, and where that very answer stands. */
type AskedOf = {
  readonly kod: string;
  readonly namn: string;
  /** The year of its newest answer, and the first of the years in a row in which it was yes. */
  readonly ar: number;
  readonly since: number;
  /** `ja 2020`, `ja sedan 2018`. */
  readonly when: string;
  readonly href: string;
};

/** A question, what was answered to it and when. */
export type GivenAnswer = {
  readonly indicator: Indicator;
  /** What the question is called here: marked where it is made up and others are not. */
  readonly name: string;
  readonly exempel: boolean;
  readonly standing: Standing;
  /** How the answer is marked; `stadsdelar` where they answer in place of their city. */
  readonly tone: AnswerTone | 'saknas' | 'stadsdelar';
  readonly answer: string;
  /** How many stadsdelar stand where, when they answer in place of their city; null for all others. */
  readonly stadsdelar: Readonly<Record<Standing, number>> | null;
  readonly ar: number;
  /** More than five years older than the release. */
  readonly old: boolean;
  /** A later year in which the question was put again and not answered. */
  readonly silentIn: number | null;
};

/** The same with whom to ask: at most three similar kommuner that answered yes where this one did not, most alike first. */
type AskingAnswer = GivenAnswer & { readonly ask: readonly AskedOf[] };

/** The same beside those who are compared with, all in the year of the answer; the texts say why where a share is missing. */
export type AnswerRow = AskingAnswer & {
  readonly peers: AnswerShare;
  readonly lan: AnswerShare;
  readonly riket: AnswerShare;
};

/** So many are named: enough to choose among, few enough to call. */
const NAMED = 3;

const cell = (shown: ShownShare | null): AnswerShare => ({
  text: writtenShare(shown),
  percent: shown?.percent ?? null,
  counted: shown !== null && shown.counted !== null,
});

/** Where the answer to a question stands on an area's page. */
export const answerAnchor = ({ id }: Pick<Indicator, 'id'>): string => `svar-${id.toLowerCase()}`;

function answerText({ indicator, observation }: ProfileItem): string {
  const own = answeredByStadsdelar(observation) ? shareOf(indicator, observation) : null;
  if (own === null) return shownValue(indicator, observation);
  return own.of === 0 ? 'Inget svar' : `${formatRatio(own)} stadsdelar svarade ja`;
}

function stadsdelStandings({ indicator, observation }: ProfileItem): AnswerRow['stadsdelar'] {
  const { fordelning, svarande, tillfragade } = observation;
  if (!answeredByStadsdelar(observation) || fordelning === null) return null;
  const answered = svarande ?? 0;
  const tally = { gor: 0, delvis: 0, 'inte-an': 0, saknas: (tillfragade ?? answered) - answered };
  for (const [varde, antal] of Object.entries(fordelning)) tally[standingOf(indicator, { varde })] += antal;
  return tally;
}

function toneOf({ indicator, observation }: ProfileItem): AnswerRow['tone'] {
  if (answeredByStadsdelar(observation)) return 'stadsdelar';
  return typeof observation.varde === 'string' ? answerTone(indicator, observation.varde) : 'saknas';
}

/**
 * Whom a kommun can ask in an area, by indicator: the nearest of those like it that have answered yes. It has a name: most
 * of what those like it answer leaves it as it was.
 */
const doersToAsk = perIndexBy((index, omrade: string, kod: string): ReadonlyMap<string, readonly Doer[]> => {
  const alike = peers(index, kod).map((p) => p.kod);
  return new Map(
    profile(index, omrade, kod)
      .items.filter((i) => i.standing !== 'gor' && i.indicator.polaritet !== 'neutral')
      .filter((i) => !answeredByStadsdelar(i.observation))
      .map(({ indicator }) => [indicator.id, doersAmong(index, indicator, alike).slice(0, NAMED)]),
  );
}, 'vilka-att-fraga');

/** Whom a kommun can ask about a question: nobody where its newest answer is yes, or where another is shown. */
function whomToAsk(
  index: CatalogueIndex,
  { omrade, kod, basis }: Profile,
  { indicator }: ProfileItem,
): readonly AskedOf[] {
  const doers = basis === 'nyast' ? doersToAsk(index, omrade, kod).get(indicator.id) : undefined;
  return (doers ?? []).flatMap((doer): AskedOf[] => {
    const kommun = index.kommun(doer.kod);
    if (!kommun) return [];
    const when = doer.since === doer.ar ? `ja ${doer.ar}` : `ja sedan ${doer.since}`;
    return [
      {
        kod: doer.kod,
        namn: kommun.namn,
        ar: doer.ar,
        since: doer.since,
        when,
        href: `${kommunPath(kommun, omrade)}#${answerAnchor(indicator)}`,
      },
    ];
  });
}

/** A question of a profile, with what was answered alone: nothing is read of others. */
export const givenAnswer = (index: CatalogueIndex, profile: Profile, item: ProfileItem): GivenAnswer => ({
  indicator: item.indicator,
  name: markedName(
    item.indicator.kortnamn,
    item.observation.exempel && isMixed(profile.items.map((i) => i.observation)),
  ),
  exempel: item.observation.exempel,
  standing: item.standing,
  tone: toneOf(item),
  answer: answerText(item),
  stadsdelar: stadsdelStandings(item),
  ar: item.ar,
  old: profile.basis === 'nyast' && isOld(item.ar, index.catalogue.release),
  silentIn: item.silentIn,
});

/** The same, and whom to ask: that alone is read of others. */
export const askingAnswer = (index: CatalogueIndex, profile: Profile, item: ProfileItem): AskingAnswer => ({
  ...givenAnswer(index, profile, item),
  ask: whomToAsk(index, profile, item),
});

/** A question of a profile as a row of a table. */
export const answerRow = (index: CatalogueIndex, profile: Profile, item: ProfileItem): AnswerRow => {
  const sum = (kod: string) => cell(shownSum(index, item.indicator.id, kod, item.ar));
  return {
    ...askingAnswer(index, profile, item),
    peers: cell(shownOf(besidePeers(index, profile).get(item.indicator.id) ?? null)),
    lan: sum(profile.kod.slice(0, 2)),
    riket: sum(RIKET),
  };
};

/** An area's answers of a place. */
type AreaAnswers<R> = {
  readonly omrade: Pick<Omrade, 'slug' | 'kortnamn'>;
  readonly rows: readonly R[];
  readonly exempel: boolean;
};

/** A kommun's newest answer to every question that it was asked, area by area. @param rowOf `givenAnswer`, `askingAnswer` or `answerRow` */
export const newestByArea = <R>(
  index: CatalogueIndex,
  kod: string,
  rowOf: (index: CatalogueIndex, profile: Profile, item: ProfileItem) => R,
): readonly AreaAnswers<R>[] =>
  index.catalogue.omraden.map((omrade) => {
    const mine = profile(index, omrade.slug, kod);
    return { omrade, rows: mine.items.map((item) => rowOf(index, mine, item)), exempel: mine.exempel };
  });

/** Every question of a profile, under its kvalitetsområde. */
export function answerGroups(rows: readonly AnswerRow[]): readonly QualityGroup<AnswerRow>[] {
  return byQuality(rows, (row) => row.indicator);
}

/** How common a yes is in riket, as shown; nobody's answer counts as 0. */
const common = ({ riket }: AnswerRow) => riket.percent ?? 0;

/** What was answered with yes, least common in riket first. */
export function yesRows(rows: readonly AnswerRow[]): readonly AnswerRow[] {
  return rows.filter((r) => r.standing === 'gor').toSorted((a, b) => common(a) - common(b));
}

/** What was answered with partly or no, most common in riket first. */
export function otherRows(rows: readonly AnswerRow[]): readonly AnswerRow[] {
  const others = rows.filter((r) => r.standing === 'inte-an' || r.standing === 'delvis');
  return others.toSorted((a, b) => common(b) - common(a));
}

/** The questions with one kind of answer, under their heading. */
export type StandingList = {
  readonly id: string;
  readonly title: string;
  readonly tone: AnswerTone;
  /** In what order they stand, as a sentence. */
  readonly order: string;
  readonly rows: readonly AnswerRow[];
};

/**
 * What was answered yes, partly and no to, a list each; one that would be empty is left out.
 * @param yes as `yesRows` orders them
 * @param others as `otherRows` orders them
 */
export function standingLists(
  yes: readonly AnswerRow[],
  others: readonly AnswerRow[],
): readonly StandingList[] {
  const order = 'Det som är vanligast i riket står först.';
  const other = (id: string, tone: AnswerTone, standing: 'delvis' | 'inte-an'): StandingList => ({
    id,
    title: STANDING_LABEL[standing],
    tone,
    order,
    rows: others.filter((r) => r.standing === standing),
  });
  const first: StandingList = {
    id: 'svarade-ja',
    title: STANDING_LABEL.gor,
    tone: 'ja',
    order: 'Det som är ovanligast i riket står först.',
    rows: yes,
  };
  const lists = [first, other('svarade-delvis', 'delvis', 'delvis'), other('svarade-nej', 'nej', 'inte-an')];
  return lists.filter((list) => list.rows.length > 0);
}

/** A similar kommun to ask, why it is alike, and what it answered yes to that this one did not. */
export type SimilarToAsk = {
  readonly namn: string;
  readonly href: string;
  readonly alike: string;
  readonly about: readonly string[];
  /** How it is reached; null where the publisher does not say. */
  readonly contact: readonly TextPart[] | null;
};

/** Everyone who is named in the rows, those with most to tell first. */
export function similarToAsk(
  index: CatalogueIndex,
  kod: string,
  omrade: string,
  rows: readonly AnswerRow[],
): readonly SimilarToAsk[] {
  return peers(index, kod)
    .flatMap((peer): SimilarToAsk[] => {
      const kommun = index.kommun(peer.kod);
      const about = rows.filter((r) => r.ask.some((a) => a.kod === peer.kod)).map((r) => r.name);
      if (!kommun || about.length === 0) return [];
      return [
        {
          namn: kommun.namn,
          href: kommunPath(kommun, omrade),
          alike: likeness(peer),
          about,
          contact: contactOf(index, peer.kod),
        },
      ];
    })
    .toSorted((a, b) => b.about.length - a.about.length);
}

/** Names of the sources behind some indicators, each once, in their order. */
export function sourcesOf(index: CatalogueIndex, ids: readonly string[]): readonly string[] {
  return [...new Set(ids.flatMap((id) => index.indikator(id)?.kalla ?? []))];
}
