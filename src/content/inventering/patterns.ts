import type { Formular } from '../../model/formular.ts';
import type { Inventering } from '../../model/inventering.ts';
import { formatYears } from '../../text/numbers.ts';
import { cellText, shownIn } from './figures.ts';

/** So many years in a row make a pattern: two can be chance. */
const RUN = 3;

/**
 * What comes back year after year: figures that have risen, or fallen, every year of the last three or more. A year
 * that is hidden or not given ends the run, so that nothing is said of what may not be seen.
 */
export function patterns(years: readonly Inventering[], { uppgifter }: Formular): readonly string[] {
  return uppgifter
    .filter((u) => u.enhet !== 'text')
    .flatMap((uppgift) => {
      const run: { readonly ar: number; readonly tal: number }[] = [];
      for (const year of years.toReversed()) {
        const shown = shownIn(year, uppgift.kod);
        const [later] = run;
        if (shown.kind !== 'tal' || (later && later.ar !== year.ar + 1)) break;
        run.unshift({ ar: year.ar, tal: shown.tal });
      }
      const way = directionOf(run.map((r) => r.tal));
      const length =
        way === 0
          ? 0
          : lengthOf(
              run.map((r) => r.tal),
              way,
            );
      const [from, to] = [run[run.length - length], run.at(-1)];
      if (length < RUN || !from || !to) return [];
      const text = (tal: number) => cellText({ kind: 'tal', tal }, uppgift.enhet);
      return [
        `${uppgift.namn}: ${way > 0 ? 'ökar' : 'minskar'} varje år ${formatYears(from.ar, to.ar)}, från ${text(from.tal)} till ${text(to.tal)}.`,
      ];
    });
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
