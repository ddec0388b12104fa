import type { Absence } from '../../model/absence.ts';
import { answersOf, isQuestion } from '../../model/answer.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Kommun, Lan } from '../../model/kommun.ts';
import type { Observation } from '../../model/observation.ts';
import { absenceLabel } from '../../text/absence.ts';
import { answerLabel } from '../../text/answers.ts';
import { EXAMPLE_NOTE, sourceText } from '../../text/names.ts';
import { formatValue } from '../../text/numbers.ts';
import type { MissingCounts } from '../../text/sentences/missing.ts';

export const kommunHref = (kommun: Kommun) => `/kommuner/${kommun.slug}/`;
export const lanHref = (lan: Lan) => `/lan/${lan.slug}/`;

/** True when values are words: the questions, and categories. */
export const hasAnswers = (indicator: Indicator) =>
  isQuestion(indicator.svarstyp) || indicator.svarstyp === 'kategori';

/** The answers of an indicator in order. */
export const answerWords = (indicator: Indicator) => answersOf(indicator.svarstyp, indicator.kategorier);

/** True for a city's own row when its stadsdelar answered in its place. */
export const answersByStadsdelar = (o: Observation) => o.saknas === 'ej-tillamplig' && o.fordelning !== null;

/** The value of a place as shown, or the words for why there is none. */
export function shownValue(indicator: Indicator, o: Observation | undefined): string {
  if (o === undefined) return absenceLabel('uppgift-saknas');
  if (answersByStadsdelar(o)) return 'Stadsdelarna svarar';
  if (o.varde === null) return absenceLabel(o.saknas ?? 'uppgift-saknas');
  return typeof o.varde === 'string' ? answerLabel(indicator, o.varde) : formatValue(indicator, o.varde);
}

/** The kommuner's own values of an indicator and year, both sexes, in code order. */
export function kommunValues(
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number | null,
): readonly Observation[] {
  return index.observationsOf(indicator.id, ar).filter((o) => o.niva === 'kommun' && o.kon === 'T');
}

/** How many have no value, by reason. */
export function missingIn(observations: readonly Observation[]): MissingCounts {
  const counts = new Map<Absence, number>();
  for (const o of observations) {
    if (o.saknas !== null) counts.set(o.saknas, (counts.get(o.saknas) ?? 0) + 1);
  }
  return counts;
}

/** `Kommuner med …, 2016`; no year where it is not known. */
export const withYear = (words: string, ar: number | null) => (ar === null ? words : `${words}, ${ar}`);

/** Part of every figure's id. */
export const figureId = (kind: string, indicator: Indicator, ar: number | null) =>
  [kind, indicator.slug, ...(ar === null ? [] : [ar])].join('-');

export const sourceLine = ({ kalla }: Indicator, example: boolean): string => sourceText(kalla, example);

export const exampleNotes = (example: boolean): readonly string[] => (example ? [EXAMPLE_NOTE] : []);
