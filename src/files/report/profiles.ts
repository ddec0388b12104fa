import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Omrade } from '../../model/edition.ts';
import type { Kommun } from '../../model/kommun.ts';
import { perIndex } from '../../model/per-index.ts';
import { type Peer, peersOf } from '../../statistics/peers.ts';
import {
  type AheadPeer,
  answeredYears,
  type Profile,
  peersAhead,
  profileOf,
} from '../../statistics/profile.ts';
import { countInWords, FRAGA, KOMMUN, type Noun } from '../../text/numbers.ts';

const memo = perIndex(() => ({
  years: new Map<string, number | undefined>(),
  peers: new Map<string, readonly Peer[]>(),
  profiles: new Map<string, Profile>(),
}));

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

/** The edition that asks most (the newest of those): a kommun's profile is read there. */
export function mainYear(index: CatalogueIndex, omrade: string): number | undefined {
  return remembered(memo(index).years, omrade, () => {
    const questions = (ar: number) =>
      index.indikatorerOf(omrade, ar).filter((i) => index.observationsOf(i.id, ar).length > 0).length;
    return answeredYears(index, omrade).toSorted((a, b) => questions(b) - questions(a) || b - a)[0];
  });
}

/** The kommuner most like one over all measures. */
export function peers(index: CatalogueIndex, kod: string): readonly Peer[] {
  return remembered(memo(index).peers, kod, () => peersOf(index, kod));
}

/** A kommun's profile in an area and year, beside its peers. */
export function profile(index: CatalogueIndex, omrade: string, ar: number, kod: string): Profile {
  return remembered(memo(index).profiles, `${omrade}|${ar}|${kod}`, () =>
    profileOf(
      index,
      omrade,
      ar,
      kod,
      peers(index, kod).map((p) => p.kod),
    ),
  );
}

/** True for a city whose stadsdelar answer in its place that year. */
export function answersByStadsdelar(index: CatalogueIndex, omrade: string, ar: number, kod: string): boolean {
  const edition = index.edition(omrade, ar);
  return edition?.enhet !== 'kommuner' && (edition?.stadsdelsstader.includes(kod) ?? false);
}

/** How many of the peers that answered do more, and how many were compared. */
function peersThatDoMore(index: CatalogueIndex, mine: Profile) {
  const theirs = peers(index, mine.kod)
    .map((p) => profile(index, mine.omrade, mine.ar, p.kod))
    .filter((p) => p.tally.saknas < p.items.length / 2);
  return { more: theirs.filter((p) => p.tally.gor > mine.tally.gor).length, of: theirs.length };
}

/** "ingen av dem", "två av dem". */
const OF_THEM: Noun = { one: 'av dem', many: 'av dem' };

/**
 * The first sentences of a kommun's profile: "Umeå svarar ja på 6 av 9 frågor om arbetet mot hemlöshet 2016. Bland
 * sju kommuner som liknar den svarar två av dem ja på fler."
 */
export function profileSentence(
  index: CatalogueIndex,
  omrade: Omrade,
  kommun: Kommun,
  mine: Profile,
): string {
  const asked = `${mine.items.length} frågor om ${omrade.om} ${mine.ar}`;
  if (answersByStadsdelar(index, omrade.slug, mine.ar, kommun.kod))
    return `I ${kommun.namn} svarar stadsdelarna i stället för staden på ${asked}.`;
  if (mine.tally.saknas === mine.items.length)
    return `${kommun.namn} svarade inte på enkäten om ${omrade.om} ${mine.ar}.`;
  const { more, of } = peersThatDoMore(index, mine);
  const missing =
    mine.tally.saknas === 0
      ? ''
      : ` ${kommun.namn} svarade inte på ${countInWords(mine.tally.saknas, FRAGA)}.`;
  const beside =
    of === 0
      ? ''
      : ` Bland ${countInWords(of, KOMMUN)} som liknar den svarar ${countInWords(more, OF_THEM)} ja på fler.`;
  return `${kommun.namn} svarar ja på ${mine.tally.gor} av ${asked}.${missing}${beside}`;
}

/** At most three peers that do what this kommun does not yet, most first. */
export function ahead(index: CatalogueIndex, mine: Profile): readonly AheadPeer[] {
  return peersAhead(
    index,
    mine,
    peers(index, mine.kod).map((p) => p.kod),
  ).slice(0, 3);
}
