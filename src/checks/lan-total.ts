import { answerType } from '../model/answer.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Kommun, Lan } from '../model/kommun.ts';
import { kommunerOfYear } from '../model/kommun-history.ts';
import { yearText } from '../model/observation.ts';
import type { CheckReport } from './rules.ts';
import { hasLevel, type NumberObservation, numberText, placeOf, type Slice } from './slices.ts';

/** From this many digits on, two equal rates are hardly equal by chance. */
const TELLING_DIGITS = 4;

const digits = (value: number) => String(value).replace(/\D/g, '').replace(/^0+/, '').length;

/** True for Stockholm and Stockholms län, Uppsala and Uppsala län: the ones a source can confuse. */
export function isNamesake(kommun: Kommun, lan: Lan): boolean {
  return lan.namn === `${kommun.namn} län` || lan.namn === `${kommun.namn}s län`;
}

/**
 * Finds kommuner whose value is their län's: a real defect of public data, where kommun and län of the same name
 * were mixed up. A län with a single kommun is left alone. Counts are certain; equal rates only when
 * they have many digits or the names are the same.
 */
export function checkLanTotal(index: CatalogueIndex, slice: Slice, report: CheckReport): void {
  if (!hasLevel(slice, 'lan')) return;
  const byLan = Map.groupBy(kommunerOfYear(index.catalogue.referens, slice.ar), (k) => k.lanskod);
  for (const lan of index.catalogue.referens.lan) {
    const total = slice.of(lan.kod);
    const kommuner = byLan.get(lan.kod) ?? [];
    if (!total || total.varde === 0 || kommuner.length < 2) continue;
    for (const kommun of kommuner) {
      const own = slice.of(kommun.kod);
      if (!own || own.varde !== total.varde) continue;
      const code = verdict(slice, kommun, own, { lan, kommuner });
      if (code)
        report(
          code,
          placeOf(own),
          `${kommun.namn} har${yearText(slice.ar)} samma värde som ${lan.namn}: ${numberText(own.varde)}.`,
          `Kontrollera i källan om ${numberText(own.varde)} är länets värde.`,
        );
    }
  }
}

function verdict(
  { indicator, of }: Slice,
  kommun: Kommun,
  own: NumberObservation,
  { lan, kommuner }: { readonly lan: Lan; readonly kommuner: readonly Kommun[] },
): 'kommun-lika-lan' | 'kommun-kanske-lika-lan' | null {
  const namesake = isNamesake(kommun, lan);
  const { summable, quantity } = answerType(indicator.svarstyp);
  // That two places have the same year says nothing.
  if (quantity === 'artal') return null;
  if (summable) {
    const others = kommuner.filter((k) => k !== kommun).map((k) => of(k.kod)?.varde);
    if (namesake || others.some((value) => value !== undefined && value > 0)) return 'kommun-lika-lan';
    return others.every((value) => value === 0) ? null : 'kommun-kanske-lika-lan';
  }
  const telling = digits(own.varde) >= TELLING_DIGITS;
  if (namesake) return telling ? 'kommun-lika-lan' : 'kommun-kanske-lika-lan';
  return telling ? 'kommun-kanske-lika-lan' : null;
}
