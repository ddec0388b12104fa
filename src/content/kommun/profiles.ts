import type { CatalogueIndex } from '../../model/catalogue.ts';
import { perIndex } from '../../model/per-index.ts';
import { type Peer, peersOf } from '../../statistics/peers.ts';
import {
  type AheadPeer,
  answeredYears,
  type Profile,
  peersAhead,
  profileOf,
} from '../../statistics/profile.ts';

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
export function isStadsdelsstad(index: CatalogueIndex, omrade: string, ar: number, kod: string): boolean {
  const edition = index.edition(omrade, ar);
  return edition?.enhet !== 'kommuner' && (edition?.stadsdelsstader.includes(kod) ?? false);
}

/** At most three of the peers that do more on the whole, with what they do that this kommun does not yet; most first. */
export function ahead(index: CatalogueIndex, mine: Profile): readonly AheadPeer[] {
  const does = (kod: string) => profile(index, mine.omrade, mine.ar, kod).tally.gor;
  const further = peers(index, mine.kod).filter((p) => does(p.kod) > mine.tally.gor);
  return peersAhead(
    index,
    mine,
    further.map((p) => p.kod),
  ).slice(0, 3);
}
