import type { Absence } from '../../model/absence.ts';
import { hasAnswers } from '../../model/answer.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { RIKET } from '../../model/kommun.ts';
import type { Observation } from '../../model/observation.ts';
import { observation } from '../../model/observation.ts';
import { perIndex } from '../../model/per-index.ts';

/** What a file says of an indicator without a single value. */
export const NO_VALUES = 'Inga värden är publicerade för indikatorn.';

/** Why there is no value, also where there is not even an observation; null when there is one. */
export function reasonOf(
  indicator: Indicator,
  o: Observation | undefined,
  ar: number | null,
): Absence | null {
  if (o) return o.saknas;
  const asked = ar === null || indicator.ar.includes(ar);
  return hasAnswers(indicator) && !asked ? 'ej-efterfragad' : 'uppgift-saknas';
}

/**
 * All values of an indicator. When none is published, riket stands alone with the reason, for each year that the
 * indicator is said to hold for: a file is never empty without saying why.
 */
export function valuesOf(index: CatalogueIndex, indicator: Indicator): readonly Observation[] {
  const values = index.observationsOf(indicator.id);
  if (values.length > 0) return values;
  const years = indicator.ar.length > 0 ? indicator.ar : [null];
  const none = { varde: null, saknas: 'uppgift-saknas', not: NO_VALUES } as const;
  return years.map((ar) => observation({ indikator: indicator.id, kod: RIKET, niva: 'riket', ar, ...none }));
}

/**
 * Every value that files hold, indicator by indicator. What is asked about is in every file, also where nothing is
 * published: one rule, so that no format has fewer indicators than another.
 */
export const allValues = perIndex((index): readonly Observation[] =>
  index.catalogue.indikatorer.flatMap((i) => valuesOf(index, i)),
);
