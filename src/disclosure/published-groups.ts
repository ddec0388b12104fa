import { folkmangdOf, type Referens } from '../model/kommun.ts';
import type { PublishedFigure } from '../model/published.ts';

/** A count that somebody else has published of several places together: known to everybody. */
export type GroupTotal = {
  readonly grupp: string;
  readonly varde: number;
  readonly koder: readonly string[];
};

type Places = Pick<Referens, 'kommuner' | 'lan' | 'stadsdelar' | 'kommungrupper' | 'folkmangder'>;

/** The places of a group, as `publicerat.csv` names it; none when it does not say which they are. */
function placesOf(grupp: string, referens: Places, ar: number | null): readonly string[] {
  const under = /^kommuner-under-(\d+)$/.exec(grupp)?.[1];
  if (under !== undefined)
    return [...folkmangdOf(referens, ar ?? 0)].filter(([, n]) => n < Number(under)).map(([kod]) => kod);
  if (grupp === 'stadsdelar-storstad') return referens.stadsdelar.map((s) => s.kod);
  const kommungrupp = referens.kommungrupper.find((g) => g.slug === grupp || g.kod.toLowerCase() === grupp);
  if (kommungrupp)
    return referens.kommuner.filter((k) => k.kommungrupp === kommungrupp.kod).map((k) => k.kod);
  return [...referens.lan, ...referens.kommuner].some((p) => p.kod === grupp) ? [grupp] : [];
}

/** The exact counts that `publicerat.csv` has of an indicator and year, for parts of the country. */
export function groupTotals(
  { id, ar }: { readonly id: string; readonly ar: number | null },
  publicerat: readonly PublishedFigure[],
  referens: Places,
): readonly GroupTotal[] {
  return publicerat.flatMap((p) => {
    if (p.indikator !== id || p.ar !== ar || p.enhet !== 'antal' || p.svar !== null || p.ungefar) return [];
    const koder = p.grupp === 'riket' || !Number.isInteger(p.varde) ? [] : placesOf(p.grupp, referens, ar);
    return koder.length === 0 ? [] : [{ grupp: p.grupp, varde: p.varde, koder }];
  });
}
