import type { CatalogueIndex } from '../../model/catalogue.ts';
import { RIKET } from '../../model/kommun.ts';
import type { Observation } from '../../model/observation.ts';

/** The name of a place of any level; a stadsdel's after its city's: "Stockholm, Bromma". */
export function placeName(index: CatalogueIndex, kod: string): string {
  if (kod === RIKET) return 'Riket';
  const stadsdel = index.stadsdel(kod);
  if (stadsdel) return `${index.kommun(stadsdel.kommunkod)?.namn ?? stadsdel.kommunkod}, ${stadsdel.namn}`;
  return index.kommun(kod)?.namn ?? index.lan(kod)?.namn ?? kod;
}

/** Places in the order that statistics are read: riket, län, kommuner, stadsdelar; by code within each. */
export function placesInOrder(observations: readonly Observation[]): readonly string[] {
  const seen = new Map<string, number>();
  for (const o of observations) seen.set(o.kod, LEVEL[o.niva]);
  return [...seen].sort(([a, la], [b, lb]) => la - lb || (a < b ? -1 : a > b ? 1 : 0)).map(([kod]) => kod);
}

const LEVEL = { riket: 0, lan: 1, kommun: 2, stadsdel: 3 } as const;
