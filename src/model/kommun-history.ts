import type { Kommun, Referens } from './kommun.ts';

/** What is needed to know which kommuner there were on a day. */
export type KommunHistory = Pick<Referens, 'kommuner' | 'tidigareKommuner'>;

const byCode = (a: Kommun, b: Kommun) => (a.kod < b.kod ? -1 : a.kod > b.kod ? 1 : 0);

/** The kommuner that existed on a day (ISO date), each with the name it had then; in code order. */
export function kommunerOn({ kommuner, tidigareKommuner }: KommunHistory, date: string): readonly Kommun[] {
  if (tidigareKommuner.length === 0 && kommuner.every((k) => k.giltigFran === null)) return kommuner;
  const then = [...kommuner, ...tidigareKommuner].filter(
    (k) => (k.giltigFran === null || k.giltigFran <= date) && (k.giltigTill === null || date <= k.giltigTill),
  );
  return [...new Map(then.map((k) => [k.kod, k])).values()].sort(byCode);
}

/** The kommuner to which a figure of a year belongs; those of today where the year is not known. */
export const kommunerOfYear = (referens: KommunHistory, ar: number | null): readonly Kommun[] =>
  ar === null ? referens.kommuner : kommunerOn(referens, `${ar}-12-31`);

/** Every kommun there is or has been, once: one of today goes before what had its code earlier. */
export function everyKommun({ kommuner, tidigareKommuner }: KommunHistory): readonly Kommun[] {
  return [...new Map([...tidigareKommuner, ...kommuner].map((k) => [k.kod, k])).values()].sort(byCode);
}

/** The kommuner of today that a former one became, through all changes since; in code order. */
export function successorsOf(history: KommunHistory, former: Kommun): readonly Kommun[] {
  const today = new Map(history.kommuner.map((k) => [k.kod, k]));
  const seen = new Set<Kommun>();
  const follow = (one: Kommun): readonly Kommun[] => {
    if (seen.has(one)) return [];
    seen.add(one);
    return one.ersattAv.flatMap((kod) => {
      const now = today.get(kod);
      if (now) return [now];
      return history.tidigareKommuner.filter((t) => t.kod === kod).flatMap(follow);
    });
  };
  const found =
    former.ersattAv.length === 0 ? [today.get(former.kod)].flatMap((k) => k ?? []) : follow(former);
  return [...new Map(found.map((k) => [k.kod, k])).values()].sort(byCode);
}

/** The day after an ISO date. */
function nextDay(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

/** A change of a kommun: the first day of what came, what it was before, and whether only the name is new. */
export type KommunChange = {
  readonly dag: string;
  readonly fran: readonly Kommun[];
  readonly baraNamn: boolean;
  /** The kommun was there before, and took others in. */
  readonly tog: boolean;
};

/** What has happened to a kommun of today, oldest first. */
export function kommunChanges(
  { tidigareKommuner }: KommunHistory,
  { kod, giltigFran }: Kommun,
): readonly KommunChange[] {
  const before = tidigareKommuner.filter((t) =>
    t.ersattAv.length === 0 ? t.kod === kod : t.ersattAv.includes(kod),
  );
  return [...Map.groupBy(before, (t) => nextDay(t.giltigTill))]
    .map(([dag, fran]) => ({
      dag,
      fran: fran.toSorted(byCode),
      tog: giltigFran === null || giltigFran < dag,
      baraNamn: fran.length === 1 && fran[0]?.kod === kod && fran[0].ersattAv.length <= 1,
    }))
    .sort((a, b) => (a.dag < b.dag ? -1 : 1));
}
