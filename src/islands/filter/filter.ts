import { countInWords, type Noun } from '../../text/numbers.ts';

/** A row of a list, as the filter sees it: what each choice is about, and its words. */
export type FilterRow = {
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly words: string;
};

/** What the reader has chosen; empty for everything. */
export type Choice = Readonly<Record<string, string>>;

const plain = (text: string) => text.toLocaleLowerCase('sv').trim();

/** Whether a row has what is chosen, and every word that is typed under `q`. */
export function rowMatches({ values, words }: FilterRow, { q = '', ...choice }: Choice): boolean {
  const typed = plain(q).split(/\s+/);
  return (
    Object.entries(choice).every(([name, value]) => value === '' || (values[name] ?? []).includes(value)) &&
    typed.every((word) => plain(words).includes(word))
  );
}

/** What an address asks of a list that does not have it; everything is shown then. */
const noSuchChoice = (label: string, asked: string): string =>
  `”${asked.slice(0, 40)}” finns inte i listan ${label}.`;

/** Sets a list to what the address asks for. @returns what is said when the list does not have it, else nothing */
export function setChoice(select: HTMLSelectElement, label: string, asked: string): string {
  select.value = asked;
  if (select.selectedIndex >= 0) return '';
  select.value = '';
  return noSuchChoice(label, asked);
}

/**
 * `Visar 9 av 27 åtgärder.`
 * @param noun what the rows are; never an ett-word
 */
export function shownSentence(shown: number, all: number, noun: Noun): string {
  if (shown === all) return `Visar alla ${countInWords(all, noun)}.`;
  return shown === 0 ? `Ingen ${noun.one} passar valet.` : `Visar ${shown} av ${countInWords(all, noun)}.`;
}
