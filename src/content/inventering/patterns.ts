import type { Formular, Uppgift } from '../../model/formular.ts';
import type { Inventering } from '../../model/inventering.ts';
import { formatYears, inWords } from '../../text/numbers.ts';
import { cellText, shownIn, textIn } from './figures.ts';

/** So many years in a row make a pattern: two can be chance. */
const RUN = 3;

/** How patterns are found, in the words that readers see. */
export const PATTERN_RULE = `Regeln är vår: en siffra som har ökat, eller minskat, varje år i minst ${inWords(RUN)} år i följd, och det som har saknats alla år när det finns minst ${inWords(RUN)}. Ett år som är dolt eller inte ifyllt bryter följden.`;

/**
 * What comes back year after year, by `PATTERN_RULE`. A year that is hidden or not given ends a run, so that nothing is
 * said of what may not be seen.
 */
export function patterns(years: readonly Inventering[], form: Formular): readonly string[] {
  const counted = form.uppgifter.filter((u) => u.enhet !== 'text');
  return [...counted.flatMap((u) => trend(u, years) ?? []), ...neverGiven(years, form)];
}

/** `Bostad först: ökar varje år 2022–2024, från 6 till 19.` Null where there is no such run to the newest year. */
function trend({ kod, namn, enhet }: Uppgift, years: readonly Inventering[]): string | null {
  const run: { readonly ar: number; readonly tal: number }[] = [];
  for (const year of years.toReversed()) {
    const shown = shownIn(year, kod);
    const [later] = run;
    if (shown.kind !== 'tal' || (later && later.ar !== year.ar + 1)) break;
    run.unshift({ ar: year.ar, tal: shown.tal });
  }
  const numbers = run.map((r) => r.tal);
  const way = directionOf(numbers);
  const length = way === 0 ? 0 : lengthOf(numbers, way);
  const [from, to] = [run[run.length - length], run.at(-1)];
  if (length < RUN || !from || !to) return null;
  const text = (tal: number) => cellText({ kind: 'tal', tal }, enhet);
  return `${namn}: ${way > 0 ? 'ökar' : 'minskar'} varje år ${formatYears(from.ar, to.ar)}, från ${text(from.tal)} till ${text(to.tal)}.`;
}

function neverGiven(years: readonly Inventering[], { uppgifter }: Formular): readonly string[] {
  if (years.length < RUN) return [];
  const names = uppgifter
    .filter((u) =>
      years.every((year) =>
        u.enhet === 'text' ? textIn(year, u.kod) === null : shownIn(year, u.kod).kind === 'saknas',
      ),
    )
    .map((u) => u.namn);
  return names.length === 0 ? [] : [`Saknas alla år: ${names.join('; ')}.`];
}

/** The way of the last step: 1, −1, or 0 where there is none. */
const directionOf = (numbers: readonly number[]): number =>
  Math.sign((numbers.at(-1) ?? 0) - (numbers.at(-2) ?? numbers.at(-1) ?? 0));

/** How many numbers at the end go the same way, one step after another. */
function lengthOf(numbers: readonly number[], way: number): number {
  let length = 1;
  for (let i = numbers.length - 1; i > 0; i--) {
    if (Math.sign((numbers[i] ?? 0) - (numbers[i - 1] ?? 0)) !== way) break;
    length++;
  }
  return length;
}
