import { must } from '../model/must.ts';
import type { CountCell, LinkedTables } from './cells.ts';

/** Series of which one is the sum of the others wherever all are shown, although nobody has declared it. */
export type FoundIdentity = {
  readonly summa: string;
  readonly delar: readonly string[];
  /** In how many places, years, sexes and classes all of them are shown. */
  readonly platser: number;
};

/** Places, years, sexes and classes that agree, and the size of the largest sum, before it is no chance. */
const ENOUGH = 3;
/** The same where no three are of the same sex and class. */
const ENOUGH_MIXED = 6;
/** Women, men and classes are many and their counts small: more of them agree by chance. */
const ENOUGH_DIVIDED = 4;
/** No class, and everybody. */
const UNDIVIDED = '|T';
const TELLING = 20;

type Shown = {
  readonly series: string;
  readonly id: string;
  readonly count: number;
  readonly shown: boolean;
};
/** What is counted in one place, year and sex (and class), by series. */
type Places = ReadonlyMap<string, ReadonlyMap<string, Shown>>;

/**
 * What a reader finds by trying: two series that are the same, or a third that they add up to, in every place, year,
 * sex and class where all are shown, one of them hidden elsewhere. What the system of equations has already is not
 * reported again. It may be chance: whoever knows what is counted declares it, or lets it be.
 * @param isShown by id
 */
export function foundIdentities(
  { cells, relations }: LinkedTables,
  isShown: (cell: string) => boolean,
): readonly FoundIdentity[] {
  const sums = new Set(
    relations
      .filter(({ lower, upper }) => lower === 0 && upper === 0)
      .map(({ terms }) => keyOf(terms.map((t) => t.cell))),
  );
  // First whole series, which are declared as they are; then class by class, where the whole do not add up.
  const whole = identitiesIn(placesOf(cells, isShown, wholeSeries), sums);
  const reported = new Set(whole.map((f) => keyOf([f.summa, ...f.delar])));
  const inClasses = identitiesIn(
    placesOf(cells, isShown, (series) => [series, '']),
    sums,
  ).filter((f) => !reported.has(keyOf([f.summa, ...f.delar].map((s) => wholeSeries(s)[0]))));
  return [...whole, ...inClasses];
}

/** What is counted, and in which class: `inventering/hotell` and `18–24`. No class where all are counted. */
function wholeSeries(series: string): readonly [whole: string, klass: string] {
  const parts = series.split('/');
  const depth = parts[0] === 'kartlaggning' ? 3 : parts[0] === 'inventering' ? 2 : parts.length;
  // The last of a kartläggning says what it can be compared with.
  const classes = parts[0] === 'kartlaggning' ? parts.slice(depth, -1) : parts.slice(depth);
  return [parts.slice(0, depth).join('/'), classes.every((c) => c === ALL) ? '' : classes.join('/')];
}
const ALL = 'alla';

function placesOf(
  cells: readonly CountCell[],
  isShown: (cell: string) => boolean,
  named: (series: string) => readonly [series: string, klass: string],
): Places {
  const places = new Map<string, Map<string, Shown>>();
  for (const { id, count, kind = 'count' } of cells) {
    const [what = '', ar, kod, kon = '', ...rest] = id.split('|');
    if (kind !== 'count' || rest.length > 0) continue;
    const [series, klass] = named(what);
    const place = [ar, kod, klass, kon].join('|');
    const here = places.get(place) ?? new Map<string, Shown>();
    places.set(place, here.set(series, { series, id, count, shown: isShown(id) }));
  }
  return places;
}

function identitiesIn(places: Places, sums: ReadonlySet<string>): readonly FoundIdentity[] {
  const hiddenAt = (of: (place: string) => boolean) =>
    new Set(
      [...places].flatMap(([place, here]) =>
        of(place) ? [...here.values()].flatMap((s) => (s.shown ? [] : [s.series])) : [],
      ),
    );
  const hidden = hiddenAt(() => true);
  const hiddenWhole = hiddenAt((place) => withinPlace(place) === UNDIVIDED);
  if (hidden.size === 0) return [];
  const candidates = new Map<string, { series: readonly string[]; at: string[]; largest: number }>();
  const note = (place: string, all: readonly Shown[]) => {
    const series = all.map((s) => s.series);
    if (!series.some((s) => hidden.has(s))) return;
    const key = series.join(' ');
    const found = candidates.get(key) ?? { series, at: [], largest: 0 };
    found.at.push(place);
    candidates.set(key, { ...found, largest: Math.max(found.largest, all[0]?.count ?? 0) });
  };
  for (const [place, here] of places) {
    const shown = [...here.values()].filter((s) => s.shown && s.count > 0);
    const byCount = Map.groupBy(shown, (s) => s.count);
    for (const [i, a] of shown.entries())
      for (const b of shown.slice(i + 1)) {
        if (a.count === b.count) note(place, [a, b]);
        for (const total of byCount.get(a.count + b.count) ?? []) note(place, [total, a, b]);
      }
  }
  return [...candidates.values()].flatMap(({ series, at, largest }): readonly FoundIdentity[] => {
    if (
      !isTelling(
        at,
        series.some((s) => hiddenWhole.has(s)),
      ) ||
      largest < TELLING
    )
      return [];
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

/**
 * Whether so many agree that it is no chance: three places or years, four of one sex or class, or
 * more of them mixed. What holds for all
 * and for women must hold for men, and says nothing new.
 */
function isTelling(at: readonly string[], hiddenWhole: boolean): boolean {
  const all = new Set(at);
  const independent = at.filter((place) => {
    const sex = (kon: string) => place.replace(/[^|]*$/, kon);
    return !(place === sex('M') && all.has(sex('T')) && all.has(sex('K')));
  });
  const alike = Map.groupBy(at, withinPlace);
  return (
    [...alike].some(
      ([of, { length }]) => length >= (hiddenWhole && of === UNDIVIDED ? ENOUGH : ENOUGH_DIVIDED),
    ) || independent.length >= ENOUGH_MIXED
  );
}

/** The class and sex of a place. */
const withinPlace = (place: string): string => place.split('|').slice(2).join('|');

const keyOf = (ids: readonly string[]): string => ids.toSorted().join(' ');
