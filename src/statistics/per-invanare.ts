import { answerType } from '../model/answer.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Indicator } from '../model/indicator.ts';
import { RIKET } from '../model/kommun.ts';

/** What counts are set against, so that places of different size can be put side by side. */
export const PER_INVANARE = 100_000;

/**
 * A count per 100 000 inhabitants on 31 December of its own year. Null for what is no count, without a value, and where
 * that year's population is not known: another year's would not do for a rate.
 * @param kod a kommun, a län or riket
 */
export function perInvanare(
  index: CatalogueIndex,
  indicator: Pick<Indicator, 'id' | 'svarstyp'>,
  kod: string,
  ar: number | null,
): number | null {
  const { quantity, inhabitants } = answerType(indicator.svarstyp);
  if (quantity !== 'antal' || inhabitants) return null;
  const { kommuner, folkmangder } = index.catalogue.referens;
  const antal = folkmangder.find((f) => f.ar === ar)?.antal;
  const varde = index.observation(indicator.id, kod, ar)?.varde;
  if (!antal || typeof varde !== 'number') return null;
  const koder =
    kod === RIKET
      ? kommuner.map((k) => k.kod)
      : kod.length === 2
        ? index.kommunerOfLan(kod).map((k) => k.kod)
        : [kod];
  const counts = koder.map((k) => antal[k]);
  const people = counts.every((n) => n !== undefined) ? counts.reduce((sum, n) => sum + n, 0) : 0;
  return people > 0 ? (PER_INVANARE * varde) / people : null;
}
