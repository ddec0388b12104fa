import type { Peer } from '../statistics/peers.ts';

/**
 * The measures in which a kommun is most like another, in words: `folkmängd; arbetslöshet, 20–64 år; samma kommungrupp`.
 * Semicolons, because the measures' names have commas in them.
 */
export function likeness({ alike, sameGroup }: Pick<Peer, 'alike' | 'sameGroup'>): string {
  const measures = alike.map((m) => m.indicator?.kortnamn.toLocaleLowerCase('sv') ?? 'folkmängd');
  return [...measures, ...(sameGroup ? ['samma kommungrupp'] : [])].join('; ');
}
