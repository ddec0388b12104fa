import {
  ALL_TOGETHER,
  comparableSeries,
  INDELNINGAR,
  type Indelning,
  type Kartlaggning,
  type Kartlaggningsvarde,
  SITUATIONER,
} from '../model/kartlaggning.ts';
import type { PartsOf } from '../model/kartlaggning-sums.ts';
import { partMeasures } from './kartlaggning-parts.ts';
import type { DividedTotal } from './sums.ts';

/** The id of a count of a kartläggning, the same in our tables and in the file that is written (`audit/csv`). */
export const kartlaggningCell = (k: Pick<Kartlaggning, 'slug' | 'omgangar'>, v: CellPlace): string =>
  [
    [
      'kartlaggning',
      k.slug,
      v.matt,
      v.situation,
      ...INDELNINGAR.map((n) => v.klass[n] ?? 'alla'),
      comparableSeries(k, v),
    ].join('/'),
    v.ar,
    v.plats,
    v.kon,
  ].join('|');

/** Those in none of the named parts. */
const REST = 'övriga';

/** Where a count stands: as a value says it, or in a class that no value names (`REST`). */
type CellPlace = Omit<Kartlaggningsvarde, 'situation' | 'kon'> & {
  readonly situation: string;
  readonly kon: string;
};

/** A way to divide counts: which value is the whole, what could be its parts, and a count moved to one of them. */
type Axis = {
  readonly by: string;
  readonly whole: string;
  readonly parts: readonly string[];
  readonly at: (v: CellPlace) => string;
  readonly moved: (v: CellPlace, to: string) => CellPlace;
};

/** Every way in which the counts of a kartläggning are divided: one by one, and crossed. */
export function divided(
  k: Kartlaggning,
  counts: readonly Kartlaggningsvarde[],
  partsOf: PartsOf,
): readonly DividedTotal[] {
  const axes: readonly Axis[] = [
    {
      by: 'situation',
      whole: 'alla',
      parts: SITUATIONER.slice(1),
      at: (v) => v.situation,
      moved: (v, to) => ({ ...v, situation: to }),
    },
    {
      by: 'kön',
      whole: 'T',
      parts: ['K', 'M'],
      at: (v) => v.kon,
      moved: (v, to) => ({ ...v, kon: to }),
    },
    ...INDELNINGAR.flatMap((by) => {
      const division = k.indelningar[by];
      return division?.enda ? [classAxis(by, by, division.klasser)] : [];
    }),
    ...[...new Set(counts.map((v) => v.plats))].flatMap((whole) =>
      partsOf(whole).map(
        (parts): Axis => ({
          by: 'plats',
          whole,
          parts,
          at: (v) => v.plats,
          moved: (v, to) => ({ ...v, plats: to }),
        }),
      ),
    ),
  ];
  // Those in none of the parts of one division are divided by the others too.
  const rests = axes
    .filter((axis) => axis.by !== 'plats')
    .flatMap(({ at, whole, moved }) => counts.filter((v) => at(v) === whole).map((v) => moved(v, REST)));
  const parts = partMeasures<CellPlace>(
    counts,
    (v, matt) => kartlaggningCell(k, { ...v, matt }),
    (v, matt) => ({ ...v, matt }),
  );
  return [
    ...axes.flatMap((axis) => dividedBy(k, [...counts, ...rests, ...parts.rests], axis)),
    ...parts.totals,
    ...severalClasses(k, counts),
    ...crossedTotals(k, counts, axes),
  ];
}

const classAxis = (by: string, of: Indelning, klasser: readonly string[]): Axis => ({
  by,
  whole: ALL_TOGETHER,
  parts: klasser,
  at: (v) => v.klass[of] ?? ALL_TOGETHER,
  moved: (v, to) => ({ ...v, klass: { ...v.klass, [of]: to === ALL_TOGETHER ? null : to } }),
});

function dividedBy(
  k: Kartlaggning,
  places: readonly CellPlace[],
  { by, whole, parts, at, moved }: Axis,
): readonly DividedTotal[] {
  const names = new Set(parts);
  const within = places.filter((v) => at(v) === whole || names.has(at(v)));
  const totals = new Map(
    within.map((v) => {
      const total = moved(v, whole);
      return [kartlaggningCell(k, total), total] as const;
    }),
  );
  return [...totals].map(([total, v]) => ({
    table: `${v.matt} ${v.ar} efter ${by}`,
    total,
    parts: parts.map((part) => kartlaggningCell(k, moved(v, part))),
    rest: kartlaggningCell(k, moved(v, REST)),
  }));
}

/**
 * Divisions in which one person can be in several classes. The classes do not add up, but those who are not in a class
 * are what is left of all; and where the classes do add up, readers see that nobody is in two.
 */
function severalClasses(k: Kartlaggning, counts: readonly Kartlaggningsvarde[]): readonly DividedTotal[] {
  const known = new Map(counts.map((v) => [kartlaggningCell(k, v), v.varde ?? 0]));
  return INDELNINGAR.flatMap((by) => {
    const division = k.indelningar[by];
    if (!division || division.enda) return [];
    const one = division.klasser.flatMap((klass) =>
      dividedBy(k, counts, classAxis(`${by} (${klass})`, by, [klass, `utom ${klass}`])),
    );
    const all = dividedBy(k, counts, classAxis(by, by, division.klasser)).flatMap((d) => {
      const numbers = d.parts.flatMap((part) => known.get(part) ?? []);
      const addsUp = numbers.length > 1 && numbers.reduce((sum, n) => sum + n, 0) === known.get(d.total);
      return addsUp ? [{ ...d, seen: by }] : [];
    });
    // A class that is larger than all counts something else.
    const within = one.filter(
      ({ total, parts: [klass = ''] }) => (known.get(klass) ?? 0) <= (known.get(total) ?? 0),
    );
    return [...within, ...all];
  });
}

/**
 * Tables crossed by several divisions that stand without the totals of one division alone: all of them together are
 * still the total of the whole, so that one that is left out follows from the others.
 */
function crossedTotals(
  k: Kartlaggning,
  counts: readonly Kartlaggningsvarde[],
  axes: readonly Axis[],
): readonly DividedTotal[] {
  const known = new Set(counts.map((v) => kartlaggningCell(k, v)));
  const found = new Map<string, DividedTotal>();
  for (const v of counts)
    for (const crossing of crossings(axes.filter(({ at, parts }) => parts.includes(at(v))))) {
      const whole = crossing.reduce<CellPlace>((to, axis) => axis.moved(to, axis.whole), v);
      const total = kartlaggningCell(k, whole);
      const by = crossing.map((axis) => axis.by).join(' och ');
      const key = `${total} ${by}`;
      if (found.has(key)) continue;
      const hasMargins = crossing.some((axis) =>
        crossed(
          whole,
          crossing.filter((other) => other !== axis),
        ).every((margin) => known.has(kartlaggningCell(k, margin))),
      );
      const divided: DividedTotal = {
        table: `${v.matt} ${v.ar} efter ${by}`,
        total,
        parts: crossed(whole, crossing).map((part) => kartlaggningCell(k, part)),
        rest: `${total}|övriga ${by}`,
      };
      found.set(key, hasMargins ? { ...divided, parts: [] } : divided);
    }
  return [...found.values()].filter(({ parts }) => parts.length > 0);
}

/** Every choice of at least two of the axes, in their order. */
function crossings(axes: readonly Axis[]): readonly (readonly Axis[])[] {
  const all: (readonly Axis[])[] = [[]];
  for (const axis of axes) all.push(...all.map((some) => [...some, axis]));
  return all.filter((some) => some.length > 1);
}

/** A place in every combination of the parts of some axes. */
const crossed = (place: CellPlace, axes: readonly Axis[]): readonly CellPlace[] =>
  axes.reduce<readonly CellPlace[]>(
    (places, { parts, moved }) => places.flatMap((v) => parts.map((part) => moved(v, part))),
    [place],
  );
