import type { Kartlaggning } from '../../model/kartlaggning.ts';
import { type PartsOf, type Sum, type SumBy, sumsOf } from '../../model/kartlaggning-sums.ts';
import type { Reading } from '../source.ts';

const SUBJECT: Readonly<Record<SumBy, string>> = {
  situation: 'Situationerna',
  kon: 'Kvinnor och män',
  plats: 'Delarna av platsen',
  alder: 'Åldrarna',
  hushallstyp: 'Hushållstyperna',
  tid: 'Klasserna av tid',
  orsak: 'Orsakerna',
};
const CODE = { situation: 'kartlaggning-summa', kon: 'kon-summa' } as const;

/**
 * Reports sums that do not add up: situations, sexes, classes and places against their total. Parts of which one is
 * unknown may fall short of the total but never pass it. A sum with a figure that the source calls approximate is let be.
 */
export function reportSums(
  { report }: Reading,
  kartlaggning: Pick<Kartlaggning, 'indelningar' | 'varden'>,
  partsOf: PartsOf,
): void {
  for (const sum of sumsOf(kartlaggning, partsOf)) {
    const added = sum.parts.reduce((total, v) => total + v.varde, 0);
    if (addsUp(sum, added)) continue;
    const { by, total } = sum;
    report(
      by === 'kon' || by === 'situation' ? CODE[by] : 'indelning-summa',
      { file: total.ursprung.fil, row: total.ursprung.rad, column: 'varde', value: String(total.varde) },
      `${SUBJECT[by]} ${total.ar} är tillsammans ${added}, men totalen är ${total.varde}.`,
      'Kontrollera raderna mot källan, eller skriv ja i kolumnen ungefar där källan har avrundat.',
    );
  }
}

function addsUp({ total, parts, complete, by }: Sum, added: number): boolean {
  if ([total, ...parts].some((v) => v.ungefar)) return true;
  // Some cases are not placed anywhere, so the parts of a country may fall short even when all are there.
  return added === total.varde || ((!complete || by === 'plats') && added < total.varde);
}
