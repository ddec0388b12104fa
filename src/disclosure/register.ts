import type { Indicator } from '../model/indicator.ts';
import { type Referens, RIKET } from '../model/kommun.ts';
import type { Observation } from '../model/observation.ts';
import type { Personskydd } from '../model/personskydd.ts';
import { type CountCell, type LinearRelation, type LinkedTables, sumRelation } from './cells.ts';
import type { EarlierCount } from './earlier.ts';

/** The id of an observation's cell: what links it to other tables and to the written files. */
export const cellId = (o: Pick<Observation, 'indikator' | 'ar' | 'kod' | 'kon'>): string =>
  [o.indikator, o.ar ?? '', o.kod, o.kon].join('|');

/** A count of people in a register: a number, or nothing that could be hidden. */
export const isCount = (o: Observation | undefined): o is Observation & { readonly varde: number } =>
  typeof o?.varde === 'number' && Number.isInteger(o.varde) && o.varde >= 0;

/** A total and its parts, by place and sex (`0180|K`), and where a reader sees them. */
type Sum = { readonly table: string; readonly total: string; readonly parts: readonly string[] };

/**
 * An indicator's counts of one year as linked tables: places by sex, kommun → län → riket. A sum is known to readers
 * when all its parts are there and it holds; when parts are missing they know that the rest is no more than the total.
 * What the source has hidden itself is a hidden cell here too, when its count follows from the others: else anyone
 * could do the same subtraction.
 */
export function registerTables(
  { kortnamn }: Pick<Indicator, 'kortnamn'>,
  observations: readonly Observation[],
  referens: Pick<Referens, 'kommuner' | 'lan'>,
  { redanPublicerat, metod }: Personskydd,
  earlier: ReadonlyMap<string, readonly EarlierCount[]> = new Map(),
): LinkedTables {
  const at = new Map(observations.map((o) => [`${o.kod}|${o.kon}`, o]));
  const counts = new Map([...at].flatMap(([key, o]) => (isCount(o) ? [[key, o.varde] as const] : [])));
  const sums = sumsOf(kortnamn, observations[0]?.ar ?? null, referens, counts);
  if (metod === 'dolj') subtract(sums, at, counts);
  const cells = [...counts].flatMap(([key, count]): readonly CountCell[] => {
    const o = at.get(key);
    if (!o) return [];
    const group = o.kod.slice(0, 2);
    if (!isCount(o)) return [{ id: cellId(o), count, group, hidden: true }];
    // An older figure that has been corrected since tells nothing of the new one.
    const before = earlier.get(cellId(o))?.some((e) => e.varde === count) === true;
    const known = before || redanPublicerat?.nivaer.includes(o.niva) === true;
    return [{ id: cellId(o), count, group, ...(known ? { known: { lower: count, upper: count } } : {}) }];
  });
  const idOf = (key: string) => {
    const o = at.get(key);
    return o ? cellId(o) : key;
  };
  return { cells, relations: sums.flatMap((sum) => relationOf(sum, counts, idOf)) };
}

const SEXES = ['T', 'K', 'M'] as const;
const SEX = { T: '', K: ', kvinnor', M: ', män' } as const;

function sumsOf(
  kortnamn: string,
  ar: number | null,
  { kommuner, lan }: Pick<Referens, 'kommuner' | 'lan'>,
  counts: ReadonlyMap<string, number>,
): readonly Sum[] {
  const title = (namn: string, by: string) =>
    `${kortnamn}${ar === null ? '' : ` ${ar}`}, ${namn} efter ${by}`;
  const places = [{ kod: RIKET, namn: 'riket' }, ...lan, ...kommuner];
  const bySex = places.map(({ kod, namn }) => ({
    table: title(namn, 'kön'),
    total: `${kod}|T`,
    parts: [`${kod}|K`, `${kod}|M`],
  }));
  const byPlace = SEXES.flatMap((kon) => {
    const keys = (list: readonly { readonly kod: string }[]) => list.map((p) => `${p.kod}|${kon}`);
    const hasLan = keys(lan).every((key) => counts.has(key));
    return [
      ...lan.map(({ kod, namn }) => ({
        table: title(namn, `kommun${SEX[kon]}`),
        total: `${kod}|${kon}`,
        parts: keys(kommuner.filter((k) => k.lanskod === kod)),
      })),
      {
        table: title('riket', `${hasLan ? 'län' : 'kommun'}${SEX[kon]}`),
        total: `${RIKET}|${kon}`,
        parts: keys(hasLan ? lan : kommuner),
      },
    ];
  });
  return [...bySex, ...byPlace];
}

/** Adds to `counts` what the source has hidden but one sum after another tells. */
function subtract(
  sums: readonly Sum[],
  at: ReadonlyMap<string, Observation>,
  counts: Map<string, number>,
): void {
  for (let before = -1; before < counts.size; ) {
    before = counts.size;
    for (const { total, parts } of sums) {
      const [missing, ...others] = [total, ...parts].filter((key) => !counts.has(key));
      if (missing === undefined || others.length > 0 || at.get(missing)?.saknas !== 'skyddad') continue;
      const known = parts.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0);
      const count = missing === total ? known : (counts.get(total) ?? 0) - known;
      if (count >= 0) counts.set(missing, count);
    }
  }
}

/** What readers know of a total and its parts. */
function relationOf(
  { table, total, parts }: Sum,
  counts: ReadonlyMap<string, number>,
  idOf: (key: string) => string,
): readonly LinearRelation[] {
  const whole = counts.get(total);
  const present = parts.filter((part) => counts.has(part));
  if (whole === undefined || present.length === 0) return [];
  const sum = present.reduce((s, part) => s + (counts.get(part) ?? 0), 0);
  const complete = present.length === parts.length;
  // A published total that is less than its parts, or other than all of them, adds nothing up: a flaw in the source.
  if (sum > whole || (complete && sum !== whole)) return [];
  const relation = sumRelation(table, idOf(total), present.map(idOf));
  return [complete ? relation : { ...relation, lower: Number.NEGATIVE_INFINITY }];
}
