import type { Table } from '../../markup/table.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Edition, Omrade } from '../../model/edition.ts';
import type { Kommun } from '../../model/kommun.ts';
import { perIndex } from '../../model/per-index.ts';
import type { Release } from '../../model/release.ts';
import type { Peer } from '../../statistics/peers.ts';
import { type Profile, silent } from '../../statistics/profile.ts';
import { likeness } from '../../text/likeness.ts';
import { cappedList } from '../../text/lists.ts';
import { countOf, formatRatio } from '../../text/numbers.ts';
import { groupNameOf, lanNameOf } from '../../text/places.ts';
import type { QualityGroup } from '../quality.ts';
import { type AnswerRow, answerGroups, gaps, sourcesOf, strengths } from './answers.ts';
import { backgroundTable } from './background.ts';
import { profileSentence } from './lead.ts';
import { ahead, isStadsdelsstad, mainYear, peers, profile } from './profiles.ts';
import { type RegisterPart, registersOf } from './register.ts';
import { fourSteps, type Step } from './steps.ts';

/** A kommun like this one, and how much it does in each area. */
export type PeerPart = {
  readonly name: string;
  /** What it is most like in, in words. */
  readonly alike: string;
  /** By area, in their order: `13 av 22`, or why not. */
  readonly does: readonly string[];
};

/** A kommun in one area, in the edition that asks most. */
export type AreaPart = {
  readonly omrade: Omrade;
  readonly edition: Edition;
  readonly profile: Profile;
  readonly sentence: string;
  /** True for a city whose stadsdelar answer in its place: then it has no tally, strengths or gaps of its own. */
  readonly byStadsdelar: boolean;
  readonly groups: readonly QualityGroup<AnswerRow>[];
  readonly strengths: readonly AnswerRow[];
  readonly gaps: readonly AnswerRow[];
  readonly ahead: readonly { readonly name: string; readonly does: string }[];
  readonly steps: readonly Step[];
};

/**
 * Everything that a report about a kommun says, in words and figures: the deck and the PDF are both written from
 * it, so that they cannot say different things.
 */
export type KommunReport = {
  readonly kommun: Kommun;
  readonly release: Release;
  /** `Västerbottens län · Större stad · 134 249 invånare`. */
  readonly place: string;
  /** Address of the kommun's page. */
  readonly page: string;
  readonly example: boolean;
  readonly areas: readonly AreaPart[];
  readonly registers: readonly RegisterPart[];
  readonly peers: readonly PeerPart[];
  readonly background: Table;
  readonly sources: readonly string[];
};

function areaPart(index: CatalogueIndex, kommun: Kommun, omrade: Omrade): readonly AreaPart[] {
  const ar = mainYear(index, omrade.slug);
  const edition = ar === undefined ? undefined : index.edition(omrade.slug, ar);
  if (edition === undefined) return [];
  const mine = profile(index, omrade.slug, edition.ar, kommun.kod);
  if (mine.items.length === 0) return [];
  const byStadsdelar = isStadsdelsstad(index, omrade.slug, edition.ar, kommun.kod);
  const without = byStadsdelar || silent(mine);
  const further = without
    ? []
    : ahead(index, mine).map(({ kod, does }) => {
        const names = does.map((i) => i.kortnamn);
        return { name: index.kommun(kod)?.namn ?? kod, does: cappedList(names, 2) };
      });
  const names = further.map((f) => f.name);
  return [
    {
      omrade,
      edition,
      profile: mine,
      sentence: profileSentence(index, omrade, kommun, mine),
      byStadsdelar,
      groups: answerGroups(mine),
      strengths: without ? [] : strengths(mine),
      gaps: without ? [] : gaps(mine),
      ahead: further,
      steps: without ? [] : fourSteps(mine, kommun, omrade, names),
    },
  ];
}

/** How many questions a kommun says yes to, `13 av 22`, or why that cannot be said. */
export function doesText(index: CatalogueIndex, omrade: string, ar: number, kod: string): string {
  if (isStadsdelsstad(index, omrade, ar, kod)) return 'Stadsdelarna svarar';
  const theirs = profile(index, omrade, ar, kod);
  if (silent(theirs)) return 'Svarade inte';
  return formatRatio({ count: theirs.tally.gor, of: theirs.items.length });
}

function peerPart(index: CatalogueIndex, peer: Peer, areas: readonly AreaPart[]): PeerPart {
  return {
    name: index.kommun(peer.kod)?.namn ?? peer.kod,
    alike: likeness(peer),
    does: areas.map(({ omrade, edition }) => doesText(index, omrade.slug, edition.ar, peer.kod)),
  };
}

const memo = perIndex(() => new Map<string, KommunReport>());

/** The report about a kommun; made once for all formats. */
export function kommunReport(index: CatalogueIndex, kommun: Kommun): KommunReport {
  const known = memo(index).get(kommun.kod) ?? makeReport(index, kommun);
  memo(index).set(kommun.kod, known);
  return known;
}

function makeReport(index: CatalogueIndex, kommun: Kommun): KommunReport {
  const { release, omraden, indikatorer } = index.catalogue;
  const alike = peers(index, kommun.kod);
  const koder = alike.map((p) => p.kod);
  const areas = omraden.flatMap((omrade) => areaPart(index, kommun, omrade));
  const registers = registersOf(index, kommun, koder);
  const used = [
    ...areas.flatMap((a) => a.profile.items.map((i) => i.indicator)),
    ...registers.map((r) => r.indicator),
    ...indikatorer.filter((i) => i.typ === 'bakgrund'),
  ];
  return {
    kommun,
    release,
    place: [
      lanNameOf(index, kommun),
      groupNameOf(index, kommun),
      countOf(kommun.folkmangd, { one: 'invånare', many: 'invånare' }),
    ]
      .filter((s) => s !== '')
      .join(' · '),
    page: `${release.webbplats}kommuner/${kommun.slug}/`,
    example: areas.some((a) => a.profile.exempel),
    areas,
    registers,
    peers: alike.map((p) => peerPart(index, p, areas)),
    background: backgroundTable(index, kommun.kod, kommun.namn),
    sources: sourcesOf(
      index,
      used.map((i) => i.id),
    ),
  };
}
