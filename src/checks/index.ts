import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Finding } from '../model/finding.ts';
import { collector } from '../model/rulebook.ts';
import { checkCoverage } from './coverage.ts';
import { checkEditions } from './editions.ts';
import { checkLanTotal } from './lan-total.ts';
import { checkPublished } from './published.ts';
import { CHECK_RULES } from './rules.ts';
import { checkScale } from './scale.ts';
import { checkSexes } from './sexes.ts';
import { slicesOf } from './slices.ts';
import { checkSums } from './sums.ts';

/**
 * Looks at the catalogue as a whole, when län and riket have been computed: does it agree with what is published,
 * is anyone missing, do parts fit their totals? Pure.
 */
export function check(index: CatalogueIndex): readonly Finding[] {
  const { report, findings } = collector(CHECK_RULES);
  checkEditions(index, report);
  checkCoverage(index, report);
  checkPublished(index, report);
  for (const indicator of index.catalogue.indikatorer) {
    if (indicator.typ === 'enkat') continue;
    const slices = slicesOf(index, indicator);
    checkSexes(slices, report);
    checkScale(index, slices, report);
    for (const slice of slices) {
      checkLanTotal(index, slice, report);
      checkSums(index, slice, slices, report);
    }
  }
  return findings;
}
