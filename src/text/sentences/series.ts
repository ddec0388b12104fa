import { answerType, type Quantity, type Svarstyp } from '../../model/answer.ts';
import { capitalise, formatYear } from '../numbers.ts';

/** A year of a series as it is shown; `shown` is the formatted value. */
export type SaidYear = { readonly ar: number; readonly shown: string };

/** What a sentence calls the figure of an indicator. */
const FIGURE_NOUN: Readonly<Record<Quantity, string>> = {
  andel: 'andelen',
  kvot: 'värdet',
  antal: 'antalet',
  belopp: 'beloppet',
  artal: 'året',
};

/**
 * What happened over the years that may be compared, and that the others may not: "Andelen var 17 % år 2016 och
 * 20 % år 2020. Resultat före 2016 går inte att jämföra."
 * Says the two ends and never a difference: the table and `statistics/change` do that.
 * @param segment the years with a value in the newest comparable segment, oldest first
 * @param comparableFrom first year of that segment when something older stands apart, else null
 */
export function seriesSentence(
  svarstyp: Svarstyp,
  segment: readonly SaidYear[],
  comparableFrom: number | null,
): string {
  const noun = capitalise(FIGURE_NOUN[answerType(svarstyp).quantity]);
  const first = segment[0];
  const last = segment.at(-1);
  const apart =
    comparableFrom === null ? [] : [`Resultat före ${formatYear(comparableFrom)} går inte att jämföra.`];
  if (first === undefined || last === undefined)
    return ['Det finns inget värde för de år som går att jämföra.', ...apart].join(' ');
  if (first === last) return [`${noun} var ${last.shown} år ${last.ar}.`, ...apart].join(' ');
  const ends =
    first.shown === last.shown
      ? `${noun} var ${last.shown} både år ${first.ar} och år ${last.ar}.`
      : `${noun} var ${first.shown} år ${first.ar} och ${last.shown} år ${last.ar}.`;
  return [ends, ...apart].join(' ');
}
