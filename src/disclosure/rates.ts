import type { Catalogue } from '../model/catalogue.ts';
import type { Indicator } from '../model/indicator.ts';
import { folkmangdOf } from '../model/kommun.ts';
import type { Observation } from '../model/observation.ts';
import { yearKey, yearText } from '../model/observation.ts';
import type { CountCell, LinearRelation } from './cells.ts';
import { type EarlierCounts, earlierShown } from './known.ts';
import { cellId } from './register.ts';
import type { SourceTables } from './source.ts';

/** What a rate is per. Other answer types are no rates. */
const PER: Readonly<Record<string, number>> = { andel: 100, 'per-1000': 1000, 'per-100000': 100_000 };
/** Places in which a rate must fit a count before the two are taken for the same people. */
const ENOUGH = 3;

type RateObservation = Observation & { readonly varde: number };

/**
 * Rates that tell a count of people which is published beside them: the rate times the base, rounded, is the count in
 * every place that has both, and in at least three, or in all when they are fewer. The base is a population that the
 * reference data has, or another count. Readers see it as we do. Such a rate is protected as the count is, and may be
 * withheld.
 */
export function linkedRates(
  catalogue: Catalogue,
  counted: readonly SourceTables[],
  earlier: EarlierCounts,
): SourceTables {
  const { indikatorer, observationer, referens } = catalogue;
  const cells = new Map(
    counted.flatMap((s) =>
      s.cells.filter((c) => (c.kind ?? 'count') === 'count').map((c) => [c.id, c] as const),
    ),
  );
  const protectedIds = indikatorer.filter((i) => i.personskydd !== null).map((i) => i.id);
  // A rate of a year in which nobody is counted is of none of them, and there are thousands of rates.
  const seriesCounted = new Set([...cells.keys()].map((id) => id.split('|', 2).join('|')));
  const rates = new Map(indikatorer.flatMap((i) => (PER[i.svarstyp] ? [[i.id, i] as const] : [])));
  // Without any protected count there is nothing that a rate could tell.
  const isRate = (o: Observation): o is RateObservation =>
    rates.has(o.indikator) && typeof o.varde === 'number';
  const byIndicator = Map.groupBy(
    cells.size === 0 ? [] : observationer.filter(isRate),
    (o) => `${o.indikator}|${o.ar}`,
  );
  const rateCells: CountCell[] = [];
  const relations: LinearRelation[] = [];
  const files = new Set<string>();
  for (const group of byIndicator.values()) {
    const rate = group[0] && rates.get(group[0].indikator);
    if (!rate) continue;
    const year = yearKey(group[0]?.ar ?? null);
    const counting = protectedIds.filter((id) => seriesCounted.has(`${id}|${year}`));
    if (counting.length === 0) continue;
    // Whoever divides takes the population of the year, or the one that stands beside the kommuner.
    const populations = [
      ...new Set([...referens.folkmangder.map((f) => f.ar).filter((ar) => ar === group[0]?.ar), null]),
    ].map((ar) => folkmangdOf(referens, ar));
    const found = counting.flatMap((id) =>
      [null, ...counting.filter((other) => other !== id)].flatMap((base) =>
        populations.flatMap((population) => fits({ rate, group, count: id, base }, cells, population) ?? []),
      ),
    );
    if (found.length === 0) continue;
    relations.push(...found);
    for (const o of group) {
      const id = cellId(o);
      const known = earlierShown(earlier, id, o.varde) ? { known: { lower: 0, upper: 0 } } : {};
      rateCells.push({ id, count: 0, kind: 'rate', group: o.kod.slice(0, 2), ...known });
      if (o.ursprung) files.add(o.ursprung.fil);
    }
  }
  return {
    cells: rateCells,
    relations,
    contradictions: [],
    totals: [],
    om: { id: 'andelar', kortnamn: 'Andelar av personer', fil: '' },
    ar: null,
    skydd: null,
    kallor: [...files],
    format: ['csv'],
  };
}

/** The rates that are of these counts, by the ids of their cells: exact ones would tell counts that are rounded. */
export function ratesOf(
  catalogue: Catalogue,
  counted: readonly SourceTables[],
): { readonly cells: ReadonlySet<string>; readonly kallor: readonly string[] } {
  const { cells, relations, kallor } = linkedRates(catalogue, counted, new Map());
  const ids = new Set(cells.map((c) => c.id));
  return {
    cells: new Set(relations.flatMap((r) => r.terms.flatMap((t) => (ids.has(t.cell) ? [t.cell] : [])))),
    kallor,
  };
}

/** What a year's rates say if they are of that count and base; null when they are not. */
function fits(
  {
    rate,
    group,
    count,
    base,
  }: {
    readonly rate: Indicator;
    readonly group: readonly RateObservation[];
    readonly count: string;
    readonly base: string | null;
  },
  cells: ReadonlyMap<string, CountCell>,
  population: ReadonlyMap<string, number>,
): readonly LinearRelation[] | null {
  const per = PER[rate.svarstyp] ?? 1;
  const relations: LinearRelation[] = [];
  let places = 0;
  let possible = 0;
  for (const o of group) {
    const own = cells.get(cellId({ ...o, indikator: count }));
    const whole = base === null ? undefined : cells.get(cellId({ ...o, indikator: base }));
    const size = base === null ? (o.kon === 'T' ? population.get(o.kod) : undefined) : whole?.count;
    if (!own || size === undefined || size === 0) continue;
    const half = 0.5 * 10 ** -(`${o.varde}`.split('.')[1]?.length ?? 0);
    if (Math.abs((per * own.count) / size - o.varde) > half + 1e-9) return null;
    possible += 1;
    if (own.count > 0) places += 1;
    const table = `${rate.kortnamn}${yearText(o.ar)}`;
    for (const way of [1, -1] as const) {
      const share = (o.varde - way * half) / per;
      const bound = whole ? 0 : share * size;
      relations.push({
        table,
        terms: [
          { cell: own.id, coefficient: 1 },
          ...(whole ? [{ cell: whole.id, coefficient: -share }] : []),
          { cell: cellId(o), coefficient: way },
        ],
        lower: way === 1 ? bound : Number.NEGATIVE_INFINITY,
        upper: way === 1 ? Number.POSITIVE_INFINITY : bound,
      });
    }
  }
  // Who publishes of one place or two has no more of them to show that it is no chance.
  return places >= Math.min(ENOUGH, Math.max(1, possible)) ? relations : null;
}
