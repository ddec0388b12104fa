import type { Observation } from '../../model/observation.ts';

/** Places in the order that statistics are read: riket, län, kommuner, stadsdelar; by code within each. */
export function placesInOrder(observations: readonly Observation[]): readonly string[] {
  const seen = new Map<string, number>();
  for (const o of observations) seen.set(o.kod, LEVEL[o.niva]);
  return [...seen].sort(([a, la], [b, lb]) => la - lb || (a < b ? -1 : a > b ? 1 : 0)).map(([kod]) => kod);
}

const LEVEL = { riket: 0, lan: 1, kommun: 2, stadsdel: 3 } as const;
