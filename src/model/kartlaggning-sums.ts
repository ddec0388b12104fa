import {
  ALL_TOGETHER,
  INDELNINGAR,
  type Indelning,
  type Kartlaggning,
  type Kartlaggningsvarde,
  SITUATIONER,
} from './kartlaggning.ts';
import { type Referens, RIKET } from './kommun.ts';
import { everyKommun } from './kommun-history.ts';

/** A count of people with its number. */
export type Count = Kartlaggningsvarde & { readonly varde: number };
const isCount = (v: Kartlaggningsvarde): v is Count => v.enhet === 'antal' && v.varde !== null;

/** What a total is divided by. */
export type SumBy = 'situation' | 'kon' | 'plats' | Indelning;

/** A total and those of its parts that there are. `complete` when none is missing. */
export type Sum = {
  readonly by: SumBy;
  readonly total: Count;
  readonly parts: readonly Count[];
  readonly complete: boolean;
};

type Axis = {
  readonly by: SumBy;
  readonly at: (v: Kartlaggningsvarde) => string;
  readonly whole: string;
  readonly parts: readonly string[];
};

/** Everything that tells one count from another; `omraknad` too, since it is another count of the same year. */
export const countKey = (v: Kartlaggningsvarde, except?: SumBy): string =>
  [
    v.ar,
    v.matt,
    v.enhet,
    v.omraknad,
    except === 'plats' ? '' : v.plats,
    except === 'situation' ? '' : v.situation,
    except === 'kon' ? '' : v.kon,
    ...INDELNINGAR.map((name) => (except === name ? '' : v.klass[name])),
  ].join('|');

/** The ways that a place is divided: riket into län, and into kommuner; a city into stadsdelar. */
export type PartsOf = (kod: string) => readonly (readonly string[])[];

/** How places are divided by the reference data; the stadsdelar are all that ever were. */
export const partsIn =
  (referens: Pick<Referens, 'lan' | 'kommuner' | 'tidigareKommuner' | 'stadsdelar'>): PartsOf =>
  (kod) => {
    const { lan, stadsdelar } = referens;
    const kommuner = everyKommun(referens);
    if (kod === RIKET) return [lan.map((l) => l.kod), kommuner.map((k) => k.kod)];
    if (kod.length === 2) return [kommuner.filter((k) => k.lanskod === kod).map((k) => k.kod)];
    return [stadsdelar.filter((s) => s.kommunkod === kod).map((s) => s.kod)];
  };

/** The totals of a kartläggning that are divided somehow, each with its parts. Divisions with several answers are not sums. */
export function sumsOf(
  { indelningar, varden }: Pick<Kartlaggning, 'indelningar' | 'varden'>,
  partsOf: PartsOf,
): readonly Sum[] {
  const counts = varden.filter(isCount);
  const axes: readonly Axis[] = [
    { by: 'situation', at: (v) => v.situation, whole: 'alla', parts: SITUATIONER.slice(1) },
    { by: 'kon', at: (v) => v.kon, whole: 'T', parts: ['K', 'M'] },
    ...INDELNINGAR.flatMap((by): readonly Axis[] => {
      const division = indelningar[by];
      return division?.enda
        ? [{ by, at: (v) => v.klass[by] ?? ALL_TOGETHER, whole: ALL_TOGETHER, parts: division.klasser }]
        : [];
    }),
    ...[...new Set(counts.map((v) => v.plats))].flatMap((whole) =>
      partsOf(whole).map((parts): Axis => ({ by: 'plats', at: (v) => v.plats, whole, parts })),
    ),
  ];
  return axes.flatMap((axis) => {
    const { by, at, whole } = axis;
    const names = new Set(axis.parts);
    const within = counts.filter((v) => at(v) === whole || names.has(at(v)));
    return [...Map.groupBy(within, (v) => countKey(v, by)).values()].flatMap((group): readonly Sum[] => {
      const total = group.find((v) => at(v) === whole);
      const parts = group.filter((v) => v !== total);
      if (!total || parts.length === 0) return [];
      return [{ by, total, parts, complete: parts.length === names.size }];
    });
  });
}
