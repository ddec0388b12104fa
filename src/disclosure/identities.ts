import { Personskydd } from '../model/personskydd.ts';
import type { Samband } from '../model/samband.ts';
import type { CountCell } from './cells.ts';
import type { SourceTables, TableSubject } from './source.ts';
import { type DividedTotal, formedTables, type SumContradiction } from './sums.ts';

/** Where identities are declared. */
export const DECLARED: TableSubject = { id: 'samband', kortnamn: 'Samband', fil: 'samband.json' };

/** A count of a series: the classes it is divided by (`alla` for none), and `year|place|sex`. */
type Member = { readonly cell: CountCell; readonly classes: readonly string[]; readonly place: string };

const ALL = 'alla';

/** The counts of a series in these sources. The last class of a kartläggning says what it can be compared with. */
function membersOf(serie: string, sources: readonly SourceTables[]): readonly Member[] {
  return sources.flatMap((source) =>
    source.cells.flatMap((cell): readonly Member[] => {
      if (cell.kind === 'rate') return [];
      const [what = '', ...place] = cell.id.split('|');
      // What is left of a sum has an id of its own, after the total's: it is no count of the series.
      if (place.length !== 3 || (what !== serie && !what.startsWith(`${serie}/`))) return [];
      const classes = what.slice(serie.length + 1).split('/');
      return [{ cell, classes: what === serie ? [] : classes, place: place.join('|') }];
    }),
  );
}

/** The sources that the counts of an identity stand in. */
export const sourcesOfIdentity = (
  { summa, delar }: Samband,
  sources: readonly SourceTables[],
): readonly SourceTables[] =>
  sources.filter((s) => [summa, ...delar].some((serie) => membersOf(serie, [s]).length > 0));

/**
 * Declared identities as a source of their own: a sum for every place, year, sex and class in which at least two of the
 * series have a count, and what readers form by it together with the sums of the sources (cases carried out, where
 * there are all and those averted; then the men among them). Series that are not divided alike are compared undivided.
 * An identity that the numbers do not keep is a contradiction.
 */
export function declaredIdentities(
  declared: readonly Samband[],
  sources: readonly SourceTables[],
): SourceTables {
  const involved = sources.filter((s) => declared.some((d) => sourcesOfIdentity(d, [s]).length > 0));
  const own = new Map(involved.flatMap((s) => s.cells.map((c) => [c.id, c] as const)));
  const totalsWith = declared.flatMap((samband) =>
    totalsOf(samband, involved).map((total) => ({ ...total, fullstandigt: samband.fullstandigt })),
  );
  const broken = totalsWith.flatMap(({ table, total, parts, fullstandigt }): readonly SumContradiction[] => {
    const [whole, ...counts] = [total, ...parts].map((id) => own.get(id)?.count);
    const sum = counts.reduce<number>((a, n) => a + (n ?? 0), 0);
    if (whole === undefined || counts.includes(undefined) || sum === whole) return [];
    if (!fullstandigt && sum < whole) return [];
    return [{ table, cells: [total, ...parts], sum, total: whole }];
  });
  const isBroken = (t: Pick<DividedTotal, 'table' | 'total'>) =>
    broken.some((b) => b.cells[0] === t.total && b.table === t.table);
  const holds = totalsWith.filter((t) => !isBroken(t));
  const counted = [...own.values()].filter((c) => c.kind !== 'rate');
  const divided = involved.flatMap((s) => s.totals);
  const freshOf = (cells: readonly CountCell[]) => cells.filter((c) => !own.has(c.id));
  const news = new Set(freshOf(formedTables(counted, [...holds, ...divided]).cells).map((c) => c.id));
  // Where one more part is known, what is left of its total is another count than before.
  const again = divided.map((t) =>
    t.parts.some((part) => news.has(part)) ? { ...t, rest: `${t.rest}|samband` } : t,
  );
  const formed = formedTables(counted, [...holds, ...again]);
  const fresh = freshOf(formed.cells);
  const isFresh = new Set(fresh.map((c) => c.id));
  const tables = new Set(holds.map((t) => t.table));
  const before = new Set(involved.flatMap((s) => s.contradictions.map((c) => `${c.table} ${c.cells[0]}`)));
  return {
    cells: fresh,
    // The sources' own sums are theirs, but for those that hold something new.
    relations: formed.relations.filter(
      (r) => tables.has(r.table) || r.terms.some((t) => isFresh.has(t.cell)),
    ),
    contradictions: [
      ...broken,
      ...formed.contradictions.filter((c) => !before.has(`${c.table} ${c.cells[0]}`)),
    ],
    totals: holds,
    om: DECLARED,
    ar: null,
    skydd: Personskydd.parse({}),
    kallor: [],
    format: [],
  };
}

/** The sums of one identity, by the ids that its counts have or would have. */
function totalsOf(samband: Samband, sources: readonly SourceTables[]): readonly DividedTotal[] {
  const series = [samband.summa, ...samband.delar];
  const members = series.map((serie) => membersOf(serie, sources));
  const depths = new Set(members.flatMap((list) => list.slice(0, 1).map((m) => m.classes.length)));
  const alike = depths.size <= 1;
  const isWhole = ({ classes }: Member) =>
    (classes.length > 2 ? classes.slice(0, -1) : classes).every((c) => c === ALL);
  const keyOf = (m: Member) => (alike ? `${m.classes.join('/')}|${m.place}` : `|${m.place}`);
  const found = members.map(
    (list) => new Map(list.filter((m) => alike || isWhole(m)).map((m) => [keyOf(m), m] as const)),
  );
  /** What a count is called that no source has: as another of its series, the same year if there is one. */
  const named = (i: number, key: string): string => {
    const [classes = '', ...place] = key.split('|');
    if (alike) return [[series[i], classes].filter(Boolean).join('/'), ...place].join('|');
    const likes = [...(found[i]?.values() ?? [])];
    const like = likes.find((m) => m.place.startsWith(`${place[0]}|`)) ?? likes[0];
    return [[series[i], ...(like?.classes ?? [])].join('/'), ...place].join('|');
  };
  return [...new Set(found.flatMap((at) => [...at.keys()]))].flatMap((key): readonly DividedTotal[] => {
    const here = found.map((at) => at.get(key)?.cell.id);
    if (here.filter(Boolean).length < 2) return [];
    const [total, ...all] = here.map((id, i) => id ?? named(i, key));
    if (total === undefined) return [];
    // Who else is in the sum nobody says: of a part without a count nothing follows.
    const parts = samband.fullstandigt ? all : all.filter((_, i) => here[i + 1] !== undefined);
    const table = `${samband.titel} ${key.split('|')[1]}`.trim();
    return [{ table, total, parts, rest: `${total}|övriga ${samband.titel}` }];
  });
}
