import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Observation } from '../../model/observation.ts';
import { summarise } from '../../statistics/distribution.ts';
import { missingIn } from '../../statistics/years.ts';
import { absenceLabel } from '../../text/absence.ts';
import { compareSwedish } from '../../text/collate.ts';
import { numberSpread, type RangeEnd } from '../../text/sentences/distribution.ts';

/** The numbers among observations, with who has them. */
export function numbersIn(
  values: readonly Observation[],
): readonly { readonly kod: string; readonly value: number }[] {
  return values.flatMap((o) => (typeof o.varde === 'number' ? [{ kod: o.kod, value: o.varde }] : []));
}

/** Everyone who has a value, by name. */
export function endOf(
  index: CatalogueIndex,
  numbers: readonly { readonly kod: string; readonly value: number }[],
  value: number,
): RangeEnd {
  const names = numbers
    .filter((n) => n.value === value)
    .map((n) => index.kommun(n.kod)?.namn ?? n.kod)
    .toSorted(compareSwedish);
  return { value, names };
}

/** The sentence about how numbers are spread over kommuner. */
export function numberSpreadOf(
  index: CatalogueIndex,
  indicator: Indicator,
  values: readonly Observation[],
): string {
  const numbers = numbersIn(values);
  const summary = summarise(numbers.map((n) => n.value));
  if (summary === null) return `${absenceLabel('uppgift-saknas')} för alla kommuner.`;
  return numberSpread(indicator, {
    low: endOf(index, numbers, summary.min),
    high: endOf(index, numbers, summary.max),
    q1: summary.q1,
    q3: summary.q3,
    missing: missingIn(values),
  });
}
