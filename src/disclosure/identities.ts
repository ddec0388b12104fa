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
 * series have a count, and what readers form by it (cases carried out, where there are all and those averted). Series
 * that are not divided alike are compared undivided. An identity that the numbers do not keep is a contradiction.
 */
export function declaredIdentities(
  declared: readonly Samband[],
  sources: readonly SourceTables[],
): SourceTables {
  const identities = declared.flatMap((samband) => {
    const series = [samband.summa, ...samband.delar];
    const members = series.map((serie) => membersOf(serie, sources));
    const depths = new Set(members.flatMap((list) => list.slice(0, 1).map((m) => m.classes.length)));
    const keyOf = ({ classes, place }: Member): string | null => {
      if (depths.size <= 1) return `${classes.join('/')}|${place}`;
      const kartlaggning = classes.length > 2 ? classes.slice(0, -1) : classes;
      return kartlaggning.every((c) => c === ALL) ? `|${place}` : null;
    };
    const found = members.map(
      (list) => new Map(list.flatMap((m) => (keyOf(m) === null ? [] : [[keyOf(m) ?? '', m.cell] as const]))),
    );
    const keys = [...new Set(found.flatMap((at) => [...at.keys()]))];
    return keys.map((key) => ({ samband, series, key, cells: found.map((at) => at.get(key)) }));
  });
  const idOf = ({ series, key, cells }: (typeof identities)[number], i: number) =>
    cells[i]?.id ?? `samband/${series[i]}${key.startsWith('|') ? key : `/${key}`}`;
  const told = identities.filter(({ cells }) => cells.filter(Boolean).length >= 2);
  const totals = told.map((identity): DividedTotal => {
    const [total = '', ...parts] = identity.series.map((_, i) => idOf(identity, i));
    const { titel } = identity.samband;
    const ar = identity.key.split('|')[1];
    return { table: `${titel} ${ar}`.trim(), total, parts, rest: `${total}|övriga ${titel}` };
  });
  const own = new Map(told.flatMap((i) => i.cells.flatMap((c) => (c ? [[c.id, c] as const] : []))));
  const broken = totals.flatMap(({ table, total, parts }): readonly SumContradiction[] => {
    const counts = [total, ...parts].map((id) => own.get(id)?.count);
    const [whole] = counts;
    const sum = counts.slice(1).reduce<number>((a, n) => a + (n ?? 0), 0);
    if (whole === undefined || counts.includes(undefined) || sum === whole) return [];
    return [{ table, cells: [total, ...parts], sum, total: whole }];
  });
  const holds = totals.filter(({ total }) => !broken.some((b) => b.cells[0] === total));
  const formed = formedTables([...own.values()], [...holds, ...bySex(holds)]);
  const fresh = formed.cells.filter((c) => !own.has(c.id));
  const isFresh = new Set(fresh.map((c) => c.id));
  const tables = new Set(holds.map((t) => t.table));
  return {
    cells: fresh,
    // The sums of sexes of what has rows are the sources' own.
    relations: formed.relations.filter(
      (r) => tables.has(r.table) || r.terms.some((t) => isFresh.has(t.cell)),
    ),
    contradictions: [...broken, ...formed.contradictions.filter((c) => tables.has(c.table))],
    om: DECLARED,
    ar: null,
    skydd: Personskydd.parse({}),
    kallor: [],
    format: [],
  };
}

/** All, women and men of every count of the identities, which what they form is divided by too. */
function bySex(totals: readonly DividedTotal[]): readonly DividedTotal[] {
  const all = new Set(totals.flatMap((t) => [t.total, ...t.parts]).filter((id) => id.endsWith('|T')));
  return [...all].map((total) => ({
    table: `${total} efter kön`,
    total,
    parts: ['K', 'M'].map((kon) => total.replace(/T$/, kon)),
    rest: `${total}|övriga`,
  }));
}
