import { answerType } from '../model/answer.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import { folkmangdOf, type Kommun, RIKET } from '../model/kommun.ts';
import { yearText } from '../model/observation.ts';
import { selectSorted } from '../statistics/select.ts';
import type { CheckReport } from './rules.ts';
import { numberText, placeOf, type Slice } from './slices.ts';

/** So many values must be there before a column can be said to have a scale. */
const ENOUGH = 5;
/** Between two years nothing that we publish grows or shrinks so much for the middle kommun. */
const JUMP = 8;
/** An amount this many times the middle kommun's, or as many times smaller, is hardly in the same unit. */
const APART = 20;
/** Rates and shares differ more between kommuner, but not so much more. */
const FAR_APART = 200;

/**
 * Finds columns and values whose scale is hardly right: thousands for crowns, parts of one for percent. Warnings, with
 * the numbers, because only the source can tell.
 */
export function checkScale(index: CatalogueIndex, slices: readonly Slice[], report: CheckReport): void {
  for (const slice of slices) {
    checkShare(slice, report);
    if (answerType(slice.indicator.svarstyp).inhabitants) checkInhabitants(index, slice, report);
    else checkJump(slice, slices, report);
    checkApart(index, slice, report);
  }
}

function checkShare({ indicator, ar, numbers }: Slice, report: CheckReport): void {
  const [first] = numbers;
  if (!first || numbers.length < ENOUGH || answerType(indicator.svarstyp).quantity !== 'andel') return;
  let highest = Number.NEGATIVE_INFINITY;
  for (const { varde } of numbers) {
    if (varde > 1) return;
    highest = Math.max(highest, varde);
  }
  if (highest <= 0 || numbers.every((o) => Number.isInteger(o.varde))) return;
  report(
    'andel-som-kvot',
    { ...placeOf(first), row: first.ursprung?.rad ?? null },
    `${indicator.id}${yearText(ar)}: inget av ${numbers.length} värden är mer än 1 (det största är ${numberText(highest)}).`,
    'Är det andelar av 1? Skriv procent: 0,173 blir 17,3.',
  );
}

/** A place hardly has so many times the inhabitants that the reference data has, whatever the year. */
const OTHER_SIZE = 2;

/** Holds inhabitants against those of the reference data; of women or men, against half of them. One finding a year. */
function checkInhabitants(
  index: CatalogueIndex,
  { indicator, ar, kon, numbers }: Slice,
  report: CheckReport,
): void {
  const known = inhabitantsOf(index, ar);
  const wrong = numbers.flatMap((o) => {
    const people = (known.get(o.kod) ?? Number.NaN) / (kon === 'T' ? 1 : 2);
    return o.varde > people * OTHER_SIZE || o.varde < people / OTHER_SIZE ? [{ o, people }] : [];
  });
  const [first] = wrong;
  if (!first) return;
  const { o, people } = first;
  const place = index.kommun(o.kod)?.namn ?? index.lan(o.kod)?.namn ?? 'riket';
  const whose = kon === 'T' ? 'invånare' : kon === 'K' ? 'kvinnor' : 'män';
  report(
    'folkmangd-orimlig',
    placeOf(o),
    `${indicator.id}${yearText(ar)}: ${wrong.length} av ${numbers.length} värden är långt från folkmängden i referens/. ${place} har ${numberText(o.varde)} ${whose}, men ${kon === 'T' ? 'har' : 'väntas ha omkring'} ${numberText(Math.round(people))} där.`,
    'Kontrollera enheten och att raderna inte har glidit. Är det en del av invånarna, byt svarstyp till antal.',
  );
}

/** Inhabitants of kommuner, län and riket. */
function inhabitantsOf({ catalogue }: CatalogueIndex, ar: number | null): ReadonlyMap<string, number> {
  const { referens } = catalogue;
  const kommuner = folkmangdOf(referens, ar);
  const lan = Map.groupBy(referens.kommuner, (k) => k.lanskod);
  const sum = (some: readonly Kommun[]) => some.reduce((all, k) => all + (kommuner.get(k.kod) ?? 0), 0);
  return new Map([
    ...kommuner,
    ...[...lan].map(([kod, own]) => [kod, sum(own)] as const),
    [RIKET, sum(referens.kommuner)],
  ]);
}

/** @param values are put in another order */
const median = (values: Float64Array): number => selectSorted(values, Math.floor(values.length / 2));

/** How many times the value of the year before, for those with a value above nothing in both. */
function ratios(numbers: Slice['numbers'], before: Slice): Float64Array {
  const found = new Float64Array(numbers.length);
  let count = 0;
  numbers.forEach((o, i) => {
    // Years mostly have the same places in the same order; the look-up is for those that have not.
    const same = before.numbers[i];
    const earlier = (same?.kod === o.kod ? same : before.of(o.kod))?.varde;
    if (earlier === undefined || earlier <= 0 || o.varde <= 0) return;
    found[count] = o.varde / earlier;
    count += 1;
  });
  return found.subarray(0, count);
}

/** The middle change of those with a value in both years. */
function checkJump(slice: Slice, slices: readonly Slice[], report: CheckReport): void {
  const { indicator, ar, kon, numbers } = slice;
  if (ar === null) return;
  const before = slices.findLast((s) => s.kon === kon && s.ar !== null && s.ar < ar);
  if (!before) return;
  const ratio = median(ratios(numbers, before));
  const [first] = numbers;
  if (!first || !(ratio >= JUMP || ratio <= 1 / JUMP)) return;
  report(
    'skala-hopp',
    placeOf(first),
    `${indicator.id}: från ${before.ar} till ${ar} har värdet i mitten blivit ${numberText(ratio >= 1 ? Math.round(ratio) : Math.round(1 / ratio))} gånger ${ratio >= 1 ? 'större' : 'mindre'}.`,
    'Kontrollera enhet och decimaltecken, och om källan har bytt sätt att mäta. Då behövs ett brott.',
  );
}

function checkApart(index: CatalogueIndex, { indicator, ar, numbers }: Slice, report: CheckReport): void {
  const { comparable, quantity } = answerType(indicator.svarstyp);
  if (!comparable) return;
  const limit = quantity === 'belopp' ? APART : FAR_APART;
  const own = new Float64Array(numbers.length);
  let count = 0;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = 0;
  for (const { niva, varde } of numbers) {
    if (niva !== 'kommun' || varde <= 0) continue;
    own[count] = varde;
    count += 1;
    if (varde < lowest) lowest = varde;
    if (varde > highest) highest = varde;
  }
  // The middle lies between the two, so that none of them is further from it than they are from each other.
  if (count < ENOUGH || highest <= lowest * limit) return;
  const middle = median(own.subarray(0, count));
  for (const o of numbers) {
    if (o.niva !== 'kommun' || o.varde <= 0) continue;
    if (o.varde <= middle * limit && o.varde >= middle / limit) continue;
    report(
      'skala-avviker',
      placeOf(o),
      `${index.kommun(o.kod)?.namn ?? o.kod} har${yearText(ar)} ${numberText(o.varde)}, men kommunen i mitten har ${numberText(middle)}.`,
      'Kontrollera enhet och decimaltecken på raden.',
    );
  }
}
