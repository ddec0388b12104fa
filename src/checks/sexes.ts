import { answerType } from '../model/answer.ts';
import { yearText } from '../model/observation.ts';
import type { CheckReport } from './rules.ts';
import { numberText, placeOf, type Slice } from './slices.ts';

/** For counts: women and men of a year must add up to all, wherever all three are given. */
export function checkSexes(slices: readonly Slice[], report: CheckReport): void {
  for (const all of slices) {
    if (all.kon !== 'T' || !answerType(all.indicator.svarstyp).summable) continue;
    const women = slices.find((s) => s.ar === all.ar && s.kon === 'K');
    const men = slices.find((s) => s.ar === all.ar && s.kon === 'M');
    if (!women || !men) continue;
    for (const total of all.numbers) {
      const k = women.of(total.kod)?.varde;
      const m = men.of(total.kod)?.varde;
      if (k === undefined || m === undefined || k + m === total.varde) continue;
      report(
        'summa-kon',
        placeOf(total),
        `${total.kod}${yearText(all.ar)}: ${numberText(k)} kvinnor och ${numberText(m)} män blir ${numberText(k + m)}, men för alla står ${numberText(total.varde)}.`,
        'Kontrollera de tre raderna.',
      );
    }
  }
}
