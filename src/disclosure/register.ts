import { type Indicator, MOST_OVERLAP } from '../model/indicator.ts';
import { type Referens, RIKET } from '../model/kommun.ts';
import { everyKommun } from '../model/kommun-history.ts';
import type { Observation } from '../model/observation.ts';
import { yearKey, yearText } from '../model/observation.ts';
import type { PublishedFigure } from '../model/published.ts';
import type { CountCell } from './cells.ts';
import { type EarlierCounts, earlierShown, hiddenForMagnitude } from './known.ts';
import { groupTotals } from './published-groups.ts';
import { type SourceTables, skyddRule } from './source.ts';
import { type DividedTotal, formedTables } from './sums.ts';

/** The id of an observation's cell: what links it to other tables and to the written files. */
export const cellId = (o: Pick<Observation, 'indikator' | 'ar' | 'kod' | 'kon'>): string =>
  [o.indikator, yearKey(o.ar), o.kod, o.kon].join('|');

/** A count of people in a register: a number, or nothing that could be hidden. */
export const isCount = (o: Observation | undefined): o is Observation & { readonly varde: number } =>
  typeof o?.varde === 'number' && Number.isInteger(o.varde) && o.varde >= 0;

/** What is known about a register's counts beside the register. */
export type RegisterSetting = {
  readonly referens: Pick<
    Referens,
    'kommuner' | 'tidigareKommuner' | 'lan' | 'stadsdelar' | 'kommungrupper' | 'folkmangder'
  >;
  readonly earlier: EarlierCounts;
  /** Figures that somebody else has published (`publicerat.csv`): known to everybody. */
  readonly publicerat: readonly PublishedFigure[];
  /** Counts to hide for the sake of a magnitude (`dominatedCounts`). */
  readonly dominated: ReadonlySet<string>;
};

/**
 * An indicator's counts of one year as linked tables: places by sex, kommun → län → riket, with every difference that
 * readers form. What the source has hidden itself is a hidden cell here too, when its count follows from the others:
 * else anyone could do the same subtraction.
 */
export function registerTables(
  indikator: Pick<Indicator, 'id' | 'kortnamn' | 'fil' | 'personskydd' | 'dubbelrakning'>,
  observations: readonly Observation[],
  { referens, earlier, publicerat, dominated }: RegisterSetting,
): SourceTables {
  const skydd = indikator.personskydd;
  const ar = observations[0]?.ar ?? null;
  const riketFigure = publicerat.find(
    (p) =>
      p.indikator === indikator.id &&
      p.ar === ar &&
      p.enhet === 'antal' &&
      p.grupp === RIKET_GROUP &&
      p.svar === null &&
      !p.ungefar,
  );
  const groups = groupTotals({ id: indikator.id, ar }, publicerat, referens);
  const national = cellId({ indikator: indikator.id, ar, kod: RIKET, kon: 'T' });
  const nivaer = skydd?.redanPublicerat?.nivaer ?? [];
  const counts = new Map(observations.filter(isCount).map((o) => [cellId(o), o.varde]));
  // Who has every kommun's count has their sum.
  const addsUp = (o: Observation): boolean => {
    if (!nivaer.includes('kommun') || (o.niva !== 'lan' && o.niva !== 'riket')) return false;
    const parts = referens.kommuner.filter((k) => o.kod === RIKET || k.lanskod === o.kod);
    const numbers = parts.flatMap((k) => counts.get(cellId({ ...o, kod: k.kod })) ?? []);
    return numbers.length === parts.length && numbers.reduce((sum, n) => sum + n, 0) === o.varde;
  };
  const own = observations.filter(isCount).map((o): CountCell => {
    const id = cellId(o);
    const before = earlierShown(earlier, id, o.varde) !== undefined;
    const published =
      (id === national && riketFigure?.varde === o.varde) ||
      groups.some(
        (g) => o.kon === 'T' && g.koder.length === 1 && g.koder[0] === o.kod && g.varde === o.varde,
      );
    const known = before || published || skydd === null || nivaer.includes(o.niva) || addsUp(o);
    const group = o.kod.slice(0, 2);
    const bounds = known ? { known: { lower: o.varde, upper: o.varde } } : {};
    return hiddenForMagnitude({ id, count: o.varde, group, ...skyddRule(skydd), ...bounds }, dominated);
  });
  const hidden = new Set(observations.flatMap((o) => (o.saknas === 'skyddad' ? [cellId(o)] : [])));
  // A national figure without a row here is a total like any other.
  const elsewhere =
    riketFigure !== undefined && Number.isInteger(riketFigure.varde) && !own.some((c) => c.id === national);
  const knownTotal = (id: string, count: number): CountCell => {
    return { id, count, kind: 'derived', known: { lower: count, upper: count }, ...skyddRule(skydd) };
  };
  const together = groups.flatMap(({ grupp, varde, koder }) => {
    const of = (kod: string) => cellId({ indikator: indikator.id, ar, kod, kon: 'T' });
    const sum = koder.reduce((all, kod) => all + (counts.get(of(kod)) ?? 0), 0);
    // Which places a group has can have changed since: then the figure says nothing of these.
    if (koder.length < 2 || sum > varde) return [];
    const table = `${indikator.kortnamn}${yearText(ar)}, ${grupp}`;
    const divided: DividedTotal = {
      table,
      total: of(grupp),
      parts: koder.map(of),
      rest: of(`${grupp}-övriga`),
    };
    return [{ divided, total: knownTotal(divided.total, varde) }];
  });
  const cells: readonly CountCell[] = [
    ...own,
    ...(elsewhere ? [knownTotal(national, riketFigure.varde)] : []),
    ...together.map((t) => t.total),
  ];
  const formed = formedTables(
    cells,
    [
      ...dividedPlaces(indikator, ar, referens, new Set(cells.map((c) => c.id))),
      ...together.map((t) => t.divided),
    ],
    hidden,
  );
  return {
    ...formed,
    om: { id: indikator.id, kortnamn: indikator.kortnamn, fil: indikator.fil },
    ar,
    skydd,
    kallor: [...new Set(observations.flatMap((o) => o.ursprung?.fil ?? []))],
    format: null,
  };
}

const RIKET_GROUP = 'riket';
const SEXES = ['T', 'K', 'M'] as const;
const SEX = { T: '', K: ', kvinnor', M: ', män' } as const;

function dividedPlaces(
  { id, kortnamn, dubbelrakning }: Pick<Indicator, 'id' | 'kortnamn' | 'dubbelrakning'>,
  ar: number | null,
  referens: Pick<Referens, 'kommuner' | 'tidigareKommuner' | 'lan'>,
  present: ReadonlySet<string>,
): readonly DividedTotal[] {
  const { lan } = referens;
  // A former kommun of an old year is a part of its län and of riket as the others are.
  const kommuner = everyKommun(referens);
  const title = (namn: string, by: string) =>
    `${kortnamn}${ar === null ? '' : ` ${ar}`}, ${namn} efter ${by}`;
  const cell = (kod: string, kon: 'T' | 'K' | 'M') => cellId({ indikator: id, ar, kod, kon });
  const overlap = dubbelrakning === null ? {} : { overlap: MOST_OVERLAP };
  const others = (kod: string) => `${kod}-övriga`;
  const places = [{ kod: RIKET, namn: 'riket' }, ...lan, ...kommuner];
  const rests = [{ kod: RIKET, namn: 'riket' }, ...lan].map(({ kod, namn }) => ({
    kod: others(kod),
    namn: `${namn}, övriga,`,
  }));
  const bySex = [...places, ...rests].map(({ kod, namn }) => ({
    table: title(namn, 'kön'),
    total: cell(kod, 'T'),
    parts: [cell(kod, 'K'), cell(kod, 'M')],
    rest: `${cell(kod, 'T')}|övriga`,
  }));
  const byPlace = SEXES.flatMap((kon) => {
    const cells = (list: readonly { readonly kod: string }[]) => list.map((p) => cell(p.kod, kon));
    const byLan = lan.map(({ kod, namn }) => ({
      table: title(namn, `kommun${SEX[kon]}`),
      total: cell(kod, kon),
      parts: cells(kommuner.filter((k) => k.lanskod === kod)),
      rest: cell(others(kod), kon),
      ...overlap,
    }));
    const riket = (by: string, parts: readonly { readonly kod: string }[]) => {
      return {
        table: title('riket', `${by}${SEX[kon]}`),
        total: cell(RIKET, kon),
        parts: cells(parts),
        rest: cell(others(by === 'län' ? RIKET : `${RIKET}-${by}`), kon),
        ...overlap,
      };
    };
    // Where every län has a number of its own, the kommuner of them all tell nothing more.
    const complete = cells(lan).every((c) => present.has(c));
    return [...byLan, riket('län', lan), ...(complete ? [] : [riket('kommun', kommuner)])];
  });
  return [...bySex, ...byPlace];
}
