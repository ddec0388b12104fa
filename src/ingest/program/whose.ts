import { type Formular, isHolding } from '../../model/formular.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Program } from '../../model/program.ts';
import { didYouMean } from '../nearest.ts';
import type { Reading } from '../source.ts';

/** Reports magnitudes of programmes that name nobody who is counted: their people could not be found. */
export function checkProgramWhose(
  { report }: Reading,
  programmes: readonly Program[],
  { indikatorer, formular }: { readonly indikatorer: readonly Indicator[]; readonly formular: Formular },
): void {
  const elsewhere = [
    ...indikatorer.filter((i) => i.personskydd !== null).map((i) => i.id),
    ...formular.uppgifter.filter(isHolding).map((u) => `inventering/${u.kod}`),
  ];
  for (const { indikatorer: own } of programmes) {
    const counting = [...own.filter((i) => i.vilkas === null).map((i) => i.id), ...elsewhere];
    for (const { vilkas, ursprung } of own)
      if (vilkas !== null && !counting.includes(vilkas))
        report(
          'indikator-vilkas',
          { file: ursprung.fil, row: ursprung.rad, column: 'vilkas', value: vilkas },
          `”${vilkas}” är inget som räknar personer och har personskydd.`,
          didYouMean(vilkas, counting),
        );
  }
}
