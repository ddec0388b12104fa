import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Kommun } from '../../model/kommun.ts';
import { must } from '../../model/must.ts';
import { perIndexBy } from '../../model/per-index.ts';
import type { Release } from '../../model/release.ts';
import { likeness } from '../../text/likeness.ts';
import { cappedList } from '../../text/lists.ts';
import { countOf } from '../../text/numbers.ts';
import { groupNameOf, lanNameOf } from '../../text/places.ts';
import { sourcesOf } from './answers.ts';
import { type KommunAreaDocument, kommunArea } from './area.ts';
import { type Background, backgroundOf } from './background.ts';
import { peers } from './profiles.ts';
import { type RegisterPart, registersOf } from './register.ts';

/** A kommun like this one, why it is, and what it answered yes to that this one did not. */
export type PeerPart = {
  readonly kod: string;
  readonly slug: string;
  readonly name: string;
  /** What it is most like in, in words. */
  readonly alike: string;
  /** By area, in their order; empty where it answered yes to nothing more. */
  readonly yes: readonly string[];
};

/**
 * Everything that is said about a kommun, in words and figures: page, deck and PDF are all written from it, so that they
 * cannot say different things. Plain data: it can be kept, compared and hashed.
 */
export type KommunDocument = {
  readonly kommun: Kommun;
  readonly release: Release;
  /** `Västerbottens län · Större stad · 134 249 invånare`. */
  readonly place: string;
  /** Address of the kommun's page. */
  readonly page: string;
  readonly example: boolean;
  readonly areas: readonly KommunAreaDocument[];
  readonly registers: readonly RegisterPart[];
  readonly peers: readonly PeerPart[];
  readonly background: Background;
  readonly sources: readonly string[];
};

/** So many are remembered: a report and a deck of the same kommun are made one after the other (`dearFirst` of a build). */
const LATEST = 24;

/** The document about a kommun; made once for all formats that are made soon after each other. */
export const kommunDocument = (index: CatalogueIndex, { kod }: Pick<Kommun, 'kod'>): KommunDocument =>
  remembered(index, kod);

const remembered = perIndexBy(
  (index, kod: string) => makeDocument(index, must(index.kommun(kod), 'kommun of a document')),
  undefined,
  LATEST,
);

function peerParts(
  index: CatalogueIndex,
  kod: string,
  areas: readonly KommunAreaDocument[],
): readonly PeerPart[] {
  return peers(index, kod).flatMap((peer): PeerPart[] => {
    const kommun = index.kommun(peer.kod);
    if (!kommun) return [];
    const yes = areas.map(({ ask }) => cappedList(ask.find((a) => a.namn === kommun.namn)?.about ?? [], 2));
    return [{ kod: kommun.kod, slug: kommun.slug, name: kommun.namn, alike: likeness(peer), yes }];
  });
}

function makeDocument(index: CatalogueIndex, kommun: Kommun): KommunDocument {
  const { release, omraden, indikatorer } = index.catalogue;
  const koder = peers(index, kommun.kod).map((p) => p.kod);
  const areas = omraden.flatMap((omrade) => kommunArea(index, kommun, omrade) ?? []);
  const registers = registersOf(index, kommun, koder);
  const used = [
    ...areas.flatMap((a) => a.rows.map((r) => r.indicator)),
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
    example: areas.some((a) => a.exempel),
    areas,
    registers,
    peers: peerParts(index, kommun.kod, areas),
    background: backgroundOf(index, kommun.kod, kommun.namn),
    sources: sourcesOf(
      index,
      used.map((i) => i.id),
    ),
  };
}
