import type { CatalogueIndex } from '../../model/catalogue.ts';
import { perIndexBy } from '../../model/per-index.ts';
import { type Peer, peersOf } from '../../statistics/peers.ts';
import {
  type Basis,
  type Profile,
  profileOf,
  type SharesBeside,
  sharesBeside,
} from '../../statistics/profile.ts';

/** The kommuner most like one over all measures. */
export const peers = (index: CatalogueIndex, kod: string): readonly Peer[] => peersOf(index, kod);

/** A kommun's profile in an area: the newest answers, or those of one edition. */
export const profile = (
  index: CatalogueIndex,
  omrade: string,
  kod: string,
  basis: Basis = 'nyast',
): Profile => remembered(index, omrade, kod, basis);

const remembered = perIndexBy((index, omrade: string, kod: string, basis: Basis) =>
  profileOf(index, omrade, kod, basis),
);

/**
 * What a kommun's peers answered to the questions of its profile. It has a name: where one of them answers in another's
 * place, all is as it was.
 */
export const besidePeers = (
  index: CatalogueIndex,
  { omrade, kod, basis }: Omit<Profile, 'items'>,
): SharesBeside => besideOf(index, omrade, kod, basis);

const besideOf = perIndexBy(
  (index, omrade: string, kod: string, basis: Basis) =>
    sharesBeside(
      index,
      profile(index, omrade, kod, basis),
      peers(index, kod).map((p) => p.kod),
    ),
  'liknandes-svar',
);
