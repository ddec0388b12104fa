import type { CatalogueIndex } from '../../model/catalogue.ts';
import { perIndex } from '../../model/per-index.ts';
import { type Peer, peersOf } from '../../statistics/peers.ts';
import { type Basis, type Profile, profileOf } from '../../statistics/profile.ts';

const memo = perIndex(() => ({
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

/** The kommuner most like one over all measures. */
export function peers(index: CatalogueIndex, kod: string): readonly Peer[] {
  return remembered(memo(index).peers, kod, () => peersOf(index, kod));
}

/** A kommun's profile in an area beside its peers: the newest answers, or those of one edition. */
export function profile(index: CatalogueIndex, omrade: string, kod: string, basis: Basis = 'nyast'): Profile {
  return remembered(memo(index).profiles, `${omrade}|${basis}|${kod}`, () =>
    profileOf(index, omrade, kod, { basis, peers: peers(index, kod).map((p) => p.kod) }),
  );
}
