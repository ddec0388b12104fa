import { answerType } from '../model/answer.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import { MOST_OVERLAP } from '../model/indicator.ts';
import { folkmangdOf, type Kommun, RIKET } from '../model/kommun.ts';
import { kommunerOfYear } from '../model/kommun-history.ts';
import { yearText } from '../model/observation.ts';
import { isNamesake } from './lan-total.ts';
import type { CheckReport } from './rules.ts';
import { exceeds, hasLevel, type NumberObservation, numberText, placeOf, type Slice } from './slices.ts';

/**
 * Rates are weighted with the population of their year or, where that is not known, of another: a small excess means
 * nothing. In the 28 sound years of the two eviction series the kommuner reach at most 1,5 % over riket; in the four
 * years with the defect they reach 9,8 % or more.
 */
const RATE_MARGIN = 0.03;
/** Share of the population that must have a value before a weighted mean stands for the country. */
const COVERAGE = 0.95;
/** A namesake that grew this much against its own other years is pointed out when the sum is too large. */
const SUSPICIOUS_GROWTH = 1.4;

/** Holds parts against their total: kommuner against län and riket, län against riket. */
export function checkSums(
  index: CatalogueIndex,
  slice: Slice,
  others: readonly Slice[],
  report: CheckReport,
): void {
  const { summable, quantity } = answerType(slice.indicator.svarstyp);
  if (summable) checkCounts(index, slice, others, report);
  // A rate is per inhabitant, so that the mean of kommuner, weighted with population, is riket's.
  else if (quantity === 'kvot') checkRates(index, slice, others, report);
}

function sumOf(slice: Slice, codes: readonly { readonly kod: string }[]): number {
  return codes.reduce((sum, { kod }) => sum + (slice.of(kod)?.varde ?? 0), 0);
}

function checkCounts(
  index: CatalogueIndex,
  slice: Slice,
  others: readonly Slice[],
  report: CheckReport,
): void {
  if (!hasLevel(slice, 'lan') && !hasLevel(slice, 'riket')) return;
  const { lan } = index.catalogue.referens;
  const kommuner = kommunerOfYear(index.catalogue.referens, slice.ar);
  const byLan = Map.groupBy(kommuner, (k) => k.lanskod);
  const most = slice.indicator.dubbelrakning === null ? 1 : 1 + MOST_OVERLAP;
  for (const area of lan) {
    const total = slice.of(area.kod);
    const parts = byLan.get(area.kod) ?? [];
    // A kommun that has the län's own value is the defect; that the sum is wrong follows from it.
    const copied = parts.some((k) => slice.of(k.kod)?.varde === total?.varde);
    const sum = sumOf(slice, parts);
    if (total && !copied && exceeds(sum, total.varde * most))
      report(
        'summa-over-lan',
        placeOf(total),
        `Kommunerna i ${area.namn} har${yearText(slice.ar)} tillsammans ${numberText(sum)}, men länet har ${numberText(total.varde)}.`,
        'Kontrollera länets värde och kommunernas.',
      );
  }
  const riket = slice.of(RIKET);
  if (!riket) return;
  for (const [name, codes] of [
    ['Kommunerna', kommuner],
    ['Länen', lan],
  ] as const) {
    const sum = sumOf(slice, codes);
    if (!exceeds(sum, riket.varde * most)) continue;
    reportRiket(riket, `${name} har${yearText(slice.ar)} tillsammans ${numberText(sum)}`, index, report);
    if (name === 'Kommunerna') reportNamesakes(index, slice, others, report);
  }
}

function checkRates(
  index: CatalogueIndex,
  slice: Slice,
  others: readonly Slice[],
  report: CheckReport,
): void {
  if (!hasLevel(slice, 'riket')) return;
  const riket = slice.of(RIKET);
  const kommuner = kommunerOfYear(index.catalogue.referens, slice.ar);
  const folkmangd = folkmangdOf(index.catalogue.referens, slice.ar);
  const sizeOf = ({ kod }: { readonly kod: string }) => folkmangd.get(kod) ?? 0;
  const population = (list: readonly { readonly kod: string }[]) =>
    list.reduce((sum, k) => sum + sizeOf(k), 0);
  const known = kommuner.filter((k) => slice.of(k.kod) !== undefined);
  if (!riket || population(known) < COVERAGE * population(kommuner)) return;
  const weighted = known.reduce((sum, k) => sum + (slice.of(k.kod)?.varde ?? 0) * sizeOf(k), 0);
  const mean = weighted / population(known);
  if (mean <= riket.varde * (1 + RATE_MARGIN)) return;
  reportRiket(
    riket,
    `Kommunernas värden ger${yearText(slice.ar)}, vägda med folkmängden, ${numberText(mean)}`,
    index,
    report,
  );
  reportNamesakes(index, slice, others, report);
}

function reportRiket(
  riket: NumberObservation,
  sum: string,
  index: CatalogueIndex,
  report: CheckReport,
): void {
  const namesakes = namesakesOf(index).map((k) => k.namn);
  report(
    'summa-over-riket',
    placeOf(riket),
    `${sum}, men riket har ${numberText(riket.varde)}.`,
    `Kontrollera rikets värde. Har någon kommun som heter som sitt län (${namesakes.join(', ')}) fått länets?`,
  );
}

function namesakesOf(index: CatalogueIndex): readonly Kommun[] {
  return index.catalogue.referens.kommuner.filter((kommun) => {
    const lan = index.lan(kommun.lanskod);
    return lan && index.kommunerOfLan(lan.kod).length > 1 && isNamesake(kommun, lan);
  });
}

/** Points out the namesakes whose own series jumps in the year when the sum is too large. */
function reportNamesakes(
  index: CatalogueIndex,
  slice: Slice,
  others: readonly Slice[],
  report: CheckReport,
): void {
  for (const kommun of namesakesOf(index)) {
    const own = slice.of(kommun.kod);
    const usual = median(
      others.flatMap((o) =>
        o.kon === slice.kon && o !== slice ? [o.of(kommun.kod)?.varde ?? []].flat() : [],
      ),
    );
    if (own && usual !== null && own.varde > usual * SUSPICIOUS_GROWTH)
      report(
        'kommun-troligen-lan',
        placeOf(own),
        `${kommun.namn} har ${numberText(own.varde)}${yearText(slice.ar)}, mot ${numberText(usual)} ett vanligt år, och kommunerna har tillsammans mer än riket. Värdet är troligen länets.`,
        'Kontrollera kommunens värde i källan.',
      );
  }
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
