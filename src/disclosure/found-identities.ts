import { must } from '../model/must.ts';
import type { LinkedTables } from './cells.ts';

/** Series of which one is the sum of the others wherever all are shown, although nobody has declared it. */
export type FoundIdentity = {
  readonly summa: string;
  readonly delar: readonly string[];
  /** In how many places and years all of them are shown. */
  readonly platser: number;
};

/** Places and years that agree, and the size of the largest sum, before it is no chance. */
const ENOUGH = 3;
const TELLING = 20;

type Shown = { readonly series: string; readonly id: string; readonly count: number };

/**
 * What a reader finds by trying: two series that are the same, or a third that they add up to, in every place and year
 * where all are shown, one of them hidden elsewhere. What the system of equations has already is not reported again. It
 * may be chance: whoever knows what is counted declares it, or lets it be.
 * @param isShown by id
 */
export function foundIdentities(
  { cells, relations }: LinkedTables,
  isShown: (cell: string) => boolean,
): readonly FoundIdentity[] {
  const places = new Map<string, Map<string, Shown & { readonly shown: boolean }>>();
  const hiddenSeries = new Set<string>();
  for (const { id, count, kind = 'count' } of cells) {
    const [series = '', ar, kod, kon, ...rest] = id.split('|');
    if (kind !== 'count' || kon !== 'T' || rest.length > 0) continue;
    const shown = isShown(id);
    if (!shown) hiddenSeries.add(series);
    const place = `${ar}|${kod}`;
    const here = places.get(place) ?? new Map<string, Shown & { readonly shown: boolean }>();
    places.set(place, here.set(series, { series, id, count, shown }));
  }
  if (hiddenSeries.size === 0) return [];
  const candidates = new Map<string, { series: readonly string[]; same: number; largest: number }>();
  const note = (all: readonly Shown[]) => {
    const series = all.map((s) => s.series);
    if (!series.some((s) => hiddenSeries.has(s))) return;
    const key = series.join(' ');
    const found = candidates.get(key) ?? { series, same: 0, largest: 0 };
    candidates.set(key, {
      series,
      same: found.same + 1,
      largest: Math.max(found.largest, all[0]?.count ?? 0),
    });
  };
  for (const here of places.values()) {
    const shown = [...here.values()].filter((s) => s.shown && s.count > 0);
    const byCount = Map.groupBy(shown, (s) => s.count);
    for (const [i, a] of shown.entries())
      for (const b of shown.slice(i + 1)) {
        if (a.count === b.count) note([a, b]);
        for (const total of byCount.get(a.count + b.count) ?? []) note([total, a, b]);
      }
  }
  const sums = new Set(
    relations
      .filter(({ lower, upper }) => lower === 0 && upper === 0)
      .map(({ terms }) => keyOf(terms.map((t) => t.cell))),
  );
  return [...candidates.values()].flatMap(({ series, same, largest }): readonly FoundIdentity[] => {
    if (same < ENOUGH || largest < TELLING) return [];
    const [summa, ...delar] = series;
    if (summa === undefined) return [];
    const whole = [...places.values()].filter((here) => series.every((s) => here.get(s)?.shown));
    const count = (here: ReadonlyMap<string, Shown>, s: string) => here.get(s)?.count ?? 0;
    const holds = whole.every(
      (here) => count(here, summa) === delar.reduce((sum, s) => sum + count(here, s), 0),
    );
    const isThere = whole.every((here) =>
      sums.has(keyOf(series.map((s) => must(here.get(s), 'figure of the series').id))),
    );
    return holds && !isThere ? [{ summa, delar, platser: whole.length }] : [];
  });
}

const keyOf = (ids: readonly string[]): string => ids.toSorted().join(' ');
