import type { CatalogueIndex } from '../../model/catalogue.ts';
import { perIndex } from '../../model/per-index.ts';
import { type Peer, peersOf } from '../../statistics/peers.ts';
import { type Basis, type Profile, profileOf } from '../../statistics/profile.ts';

const remembered = perIndex(() => new Map<string, Profile>());

/** The kommuner most like one over all measures. */
export const peers = (index: CatalogueIndex, kod: string): readonly Peer[] => peersOf(index, kod);

/** A kommun's profile in an area beside its peers: the newest answers, or those of one edition. */
export function profile(index: CatalogueIndex, omrade: string, kod: string, basis: Basis = 'nyast'): Profile {
  const key = `${omrade}|${basis}|${kod}`;
  const found =
    remembered(index).get(key) ??
    profileOf(index, omrade, kod, { basis, peers: peers(index, kod).map((p) => p.kod) });
  remembered(index).set(key, found);
  return found;
}
