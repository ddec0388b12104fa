import type { CatalogueIndex } from '../../model/catalogue.ts';
import { perIndexBy } from '../../model/per-index.ts';
import { type Peer, peersOf } from '../../statistics/peers.ts';
import { type Basis, type Profile, profileOf } from '../../statistics/profile.ts';

/** The kommuner most like one over all measures. */
export const peers = (index: CatalogueIndex, kod: string): readonly Peer[] => peersOf(index, kod);

/** A kommun's profile in an area beside its peers: the newest answers, or those of one edition. */
export const profile = (
  index: CatalogueIndex,
  omrade: string,
  kod: string,
  basis: Basis = 'nyast',
): Profile => remembered(index, omrade, kod, basis);

const remembered = perIndexBy((index, omrade: string, kod: string, basis: Basis) =>
  profileOf(index, omrade, kod, { basis, peers: peers(index, kod).map((p) => p.kod) }),
);
