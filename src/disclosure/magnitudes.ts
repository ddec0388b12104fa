import type { Catalogue } from '../model/catalogue.ts';
import type { Observation } from '../model/observation.ts';
import type { Samband } from '../model/samband.ts';
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
  { indikatorer, observationer, samband }: Pick<Catalogue, 'indikatorer' | 'observationer' | 'samband'>,
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
  // Nothing is what nobody gets: hidden where zeros of people are.
  const says = (o: Observation, indikator: string) =>
    o.varde !== 0 || byId.get(indikator)?.personskydd?.nollor === 'dolj';
  const magnitudes = observationer.filter((o) => whose.has(o.indikator) && typeof o.varde === 'number');
  const found = magnitudes.filter((o) => {
    const indikator = whose.get(o.indikator);
    return indikator !== undefined && says(o, indikator) && isHidden(o, indikator);
  });
  const all = new Map(magnitudes.map((o) => [cellId(o), o.varde !== 0]));
  const cells = withDeclared(samband, all, new Set(found.map(cellId)));
  return {
    cells,
    kallor: [...new Set(magnitudes.flatMap((o) => (cells.has(cellId(o)) ? (o.ursprung?.fil ?? []) : [])))],
  };
}

/**
 * Where one magnitude of a declared sum would be hidden alone, the others tell it. Then another series is hidden with it:
 * everywhere that the first is, so that no other sum gives it back. The choice depends on the order of the declaration
 * and on what is hidden, never on how large anything is.
 * @param all every magnitude by the id of its cell, and whether it is more than nothing
 * @param hidden the ids of those that are hidden
 */
export function withDeclared(
  samband: readonly Samband[],
  all: ReadonlyMap<string, boolean>,
  hidden: ReadonlySet<string>,
): ReadonlySet<string> {
  const cells = new Set(hidden);
  const halves = (id: string) => [id.slice(0, id.indexOf('|')), id.slice(id.indexOf('|'))] as const;
  for (let before = -1; before < cells.size; ) {
    before = cells.size;
    for (const { summa, delar } of samband)
      for (const place of new Set([...cells].map((id) => halves(id)[1]))) {
        const inSum = [summa, ...delar].filter((series) => all.get(series + place) !== undefined);
        const gone = inSum.filter((series) => cells.has(series + place));
        const open = inSum.filter((series) => !cells.has(series + place) && all.get(series + place) === true);
        const next = open.findLast((series) => series !== summa) ?? open[0];
        if (gone.length !== 1 || next === undefined) continue;
        for (const id of [...cells]) {
          const [series, at] = halves(id);
          if (series === gone[0] && all.has(next + at)) cells.add(next + at);
        }
      }
  }
  return cells;
}
