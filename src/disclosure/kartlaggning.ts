import type { Kartlaggning, Kartlaggningsvarde } from '../model/kartlaggning.ts';
import type { PartsOf } from '../model/kartlaggning-sums.ts';
import { type CountCell, type LinearRelation, percentRelations } from './cells.ts';
import { divided, kartlaggningCell } from './kartlaggning-axes.ts';
import { asEarlierShown, type EarlierCounts, earlierShown } from './known.ts';
import { type SourceTables, skyddRule } from './source.ts';
import { type DividedTotal, formedTables } from './sums.ts';

type NumberedValue = Kartlaggningsvarde & { readonly varde: number };
const isNumbered = (v: Kartlaggningsvarde): v is NumberedValue => v.varde !== null;

/** The id of a percentage: the count that it is of, and that it is one. */
export const percentCell = (k: Pick<Kartlaggning, 'slug' | 'omgangar'>, v: Kartlaggningsvarde): string =>
  `${kartlaggningCell(k, v)}|procent`;

/**
 * The counts of a kartläggning as linked tables: every sum and difference that readers can form (situation, sex,
 * divisions, places, measures that add up), and every percentage with the bases that it fits. A percentage of a count
 * that has no row is a count too.
 */
export function linkedKartlaggning(
  k: Kartlaggning,
  partsOf: PartsOf,
  earlier: EarlierCounts = new Map(),
): SourceTables {
  const numbered = k.varden.filter(isNumbered);
  const counts = numbered.filter((v) => v.enhet === 'antal');
  const rule = skyddRule(k.personskydd);
  const cells = counts.map((v): CountCell => {
    const bounds = k.personskydd === null ? { known: { lower: v.varde, upper: v.varde } } : {};
    return asEarlierShown(earlier, {
      id: kartlaggningCell(k, v),
      count: v.varde,
      group: `${v.ar} ${v.plats.slice(0, 2)}`,
      ...rule,
      ...bounds,
    });
  });
  const hidden = new Set(
    k.varden.flatMap((v) => (v.enhet === 'antal' && v.saknas === 'skyddad' ? [kartlaggningCell(k, v)] : [])),
  );
  const formed = formedTables(cells, [...divided(k, counts, partsOf), ...measures(k, counts)], hidden);
  const percent = percentages(k, numbered, formed.cells, earlier);
  return {
    cells: [...formed.cells, ...percent.cells],
    relations: [...formed.relations, ...percent.relations],
    contradictions: formed.contradictions,
    totals: formed.totals,
    om: { id: `kartlaggning/${k.slug}`, kortnamn: `Kartläggning: ${k.titel}`, fil: k.fil },
    ar: null,
    skydd: k.personskydd,
    kallor: [...new Set(k.varden.map((v) => v.ursprung.fil))],
    format: ['csv'],
  };
}

/** Counts of three measures that add up, before what contradicts them elsewhere is an error and not chance. */
const NO_CHANCE = 3;

/**
 * Measures that add up (personer = vuxna + barn): three of them where one is the sum of the two others wherever all
 * three stand. Readers see it as we do, and use it where one of them is missing.
 */
function measures(k: Kartlaggning, counts: readonly NumberedValue[]): readonly DividedTotal[] {
  const found = [...new Set(counts.map((v) => v.matt))];
  const groups = new Map<string, Map<string, NumberedValue>>();
  for (const v of counts) {
    const where = kartlaggningCell(k, { ...v, matt: 'personer' });
    groups.set(where, (groups.get(where) ?? new Map<string, NumberedValue>()).set(v.matt, v));
  }
  const places = [...groups.values()];
  return found.flatMap((total) =>
    found.flatMap((a, i) =>
      found.slice(i + 1).flatMap((b): readonly DividedTotal[] => {
        if (total === a || total === b) return [];
        const at = (g: ReadonlyMap<string, NumberedValue>, m: string) => g.get(m)?.varde;
        const whole = places.filter((g) => g.has(total) && g.has(a) && g.has(b));
        const holds = whole.every((g) => at(g, total) === (at(g, a) ?? 0) + (at(g, b) ?? 0));
        if (!holds || !whole.some((g) => (at(g, a) ?? 0) > 0 && (at(g, b) ?? 0) > 0)) return [];
        return places.flatMap((g): readonly DividedTotal[] => {
          const [any] = [total, a, b].flatMap((m) => g.get(m) ?? []);
          const here = [total, a, b].filter((m) => g.has(m)).length;
          if (!any || here < 2) return [];
          const cell = (matt: NumberedValue['matt']) => kartlaggningCell(k, { ...any, matt });
          const table = `${total} ${any.ar} som ${a} och ${b}`;
          return [
            {
              table,
              total: cell(total),
              parts: [cell(a), cell(b)],
              rest: `${cell(total)}|övriga ${a} ${b}`,
              ...(whole.length < NO_CHANCE ? { seen: `${total} som ${a} och ${b}` } : {}),
            },
          ];
        });
      }),
    ),
  );
}

/** What published percentages say. Each may be withheld (its `rate` cell); those of one base hang together through it. */
function percentages(
  k: Kartlaggning,
  numbered: readonly NumberedValue[],
  counts: readonly CountCell[],
  earlier: EarlierCounts,
): { readonly cells: readonly CountCell[]; readonly relations: readonly LinearRelation[] } {
  const byId = new Map(counts.map((c) => [c.id, c]));
  const cells: CountCell[] = [];
  const relations: LinearRelation[] = [];
  const counted = [...new Set(numbered.filter((v) => v.enhet === 'antal').map((v) => v.matt))];
  for (const v of numbered) {
    if (v.enhet !== 'procent') continue;
    const decimals = Math.max(0, `${v.varde}`.split('.')[1]?.length ?? 0);
    const half = 0.5 * 10 ** -decimals;
    const own = kartlaggningCell(k, v);
    const rate = percentCell(k, v);
    const basesIn = (matt: NumberedValue['matt']) =>
      [...new Set(basesOf({ ...v, matt }).map((base) => kartlaggningCell(k, base)))].flatMap((id) => {
        const base = byId.get(id);
        return base && id !== own && base.count > 0 ? [base] : [];
      });
    const countIn = (base: CountCell) => Math.round((v.varde * base.count) / 100);
    const given = byId.get(own);
    const fits = (count: number, base: CountCell) =>
      Math.abs((100 * count) / base.count - v.varde) <= half + 1e-9;
    const fittingIn = (matt: NumberedValue['matt']) =>
      basesIn(matt).filter((base) => fits(given?.count ?? countIn(base), base));
    // Of its own measure, or else of what is counted in another: those in long hemlöshet, of all persons.
    const inOwn = fittingIn(v.matt);
    const fitting = inOwn.length > 0 ? inOwn : counted.filter((m) => m !== v.matt).flatMap(fittingIn);
    // A count without a row: which of those that fit is true no source says, so it is the smallest that is any.
    const [first] = given
      ? fitting
      : fitting.toSorted((a, b) => (countIn(a) || Infinity) - (countIn(b) || Infinity));
    if (!first) continue;
    if (!given && !byId.has(own)) {
      const count = countIn(first);
      const formed: CountCell = { ...first, id: own, count, kind: 'derived' };
      byId.set(own, formed);
      cells.push(formed);
    }
    cells.push({
      id: rate,
      count: 0,
      kind: 'rate',
      ...(earlierShown(earlier, rate, v.varde) ? { known: { lower: 0, upper: 0 } } : {}),
      ...(first.group === undefined ? {} : { group: first.group }),
    });
    for (const base of given ? fitting : [first])
      relations.push(
        ...percentRelations(`${v.matt} ${v.ar} i procent`, {
          cell: own,
          base: base.id,
          percent: v.varde,
          decimals,
          rate,
        }),
      );
  }
  return { cells, relations };
}

/** What a percentage can be of: all, all in its situation, its sex or its class, and these together. */
function basesOf(v: NumberedValue): readonly NumberedValue[] {
  const none = { alder: null, hushallstyp: null, tid: null, orsak: null };
  return (['alla', v.situation] as const).flatMap((situation) =>
    (['T', v.kon] as const).flatMap((kon) =>
      [none, v.klass].map((klass) => ({ ...v, situation, kon, klass })),
    ),
  );
}
