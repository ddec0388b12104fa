import type { Catalogue } from '../model/catalogue.ts';
import type { Observation } from '../model/observation.ts';
import { cellId } from './register.ts';
import { isDominated } from './rule.ts';

/** Magnitudes that are not to be shown: their ids, and the files that they stand in. */
export type HiddenMagnitudes = {
  readonly cells: ReadonlySet<string>;
  readonly kallor: readonly string[];
};

/**
 * The counts whose magnitudes one contributor dominates, by id: they are hidden together with the magnitude, so that
 * the same suppression pattern protects it in every sum.
 */
export function dominatedCounts({
  indikatorer,
  observationer,
}: Pick<Catalogue, 'indikatorer' | 'observationer'>): ReadonlySet<string> {
  const byId = new Map(indikatorer.map((i) => [i.id, i]));
  const dominated = observationer.flatMap((o) => {
    if (o.bidrag === undefined) return [];
    const vilkas = byId.get(o.indikator)?.vilkas ?? null;
    if (vilkas === null || o.varde === 0) return [];
    const troskel = byId.get(vilkas)?.personskydd?.troskel;
    if (troskel === undefined) return [];
    return isDominated(o.bidrag, troskel) ? [{ ...o, indikator: vilkas }] : [];
  });
  if (dominated.length === 0) return new Set();
  const ids = new Set(observationer.map(cellId));
  return new Set(dominated.map((o) => (ids.has(cellId(o)) ? cellId(o) : cellId({ ...o, kon: 'T' }))));
}

/**
 * Kronor, days and other magnitudes of registers follow the people whose they are (`vilkas`): what one person's support
 * costs is that person's. One is shown where its people are shown and are at least the threshold. Where they are not
 * counted by sex, all of the place are asked for; where nobody counts them, nobody knows how few they are.
 * @param hidden ids of the counts that are hidden
 */
export function hiddenMagnitudes(
  { indikatorer, observationer }: Pick<Catalogue, 'indikatorer' | 'observationer'>,
  hidden: ReadonlySet<string>,
): HiddenMagnitudes {
  const byId = new Map(indikatorer.map((i) => [i.id, i]));
  const whose = new Map(indikatorer.flatMap((i) => (i.vilkas === null ? [] : [[i.id, i.vilkas] as const])));
  if (whose.size === 0) return { cells: new Set(), kallor: [] };
  const counted = new Set(whose.values());
  const people = new Map(
    observationer.flatMap((o) => (counted.has(o.indikator) ? [[cellId(o), o] as const] : [])),
  );
  const isHidden = (o: Observation, indikator: string): boolean => {
    const own = { ...o, indikator };
    const theirs = people.get(cellId(own)) ?? people.get(cellId({ ...own, kon: 'T' }));
    const troskel = byId.get(indikator)?.personskydd?.troskel ?? 0;
    if (hidden.has(cellId(own)) || !theirs || typeof theirs.varde !== 'number') return true;
    return hidden.has(cellId(theirs)) || theirs.varde < troskel;
  };
  const found = observationer.filter((o) => {
    const indikator = whose.get(o.indikator);
    return indikator !== undefined && typeof o.varde === 'number' && o.varde !== 0 && isHidden(o, indikator);
  });
  return {
    cells: new Set(found.map(cellId)),
    kallor: [...new Set(found.flatMap((o) => o.ursprung?.fil ?? []))],
  };
}
