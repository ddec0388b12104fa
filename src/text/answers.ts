import { answersOf, hasCategories } from '../model/answer.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Standing } from '../statistics/profile.ts';

/**
 * How an answer looks, as a word that classes are made of (`s ja`, `a-delvis`). The words of a `kategori` are
 * neither good nor bad, so they differ by their place only.
 */
export type AnswerTone =
  | 'ja'
  | 'delvis'
  | 'nej'
  | 'alla'
  | 'vissa'
  | 'ingen'
  | 'kategori-0'
  | 'kategori-1'
  | 'kategori-2'
  | 'kategori-3';

const DEFAULT_LABEL: Readonly<Record<string, string>> = {
  ja: 'Ja',
  delvis: 'Delvis',
  nej: 'Nej',
  alla: 'Ja, alla',
  vissa: 'Ja, vissa',
  ingen: 'Nej',
};

const TONES: ReadonlySet<string> = new Set(['ja', 'delvis', 'nej', 'alla', 'vissa', 'ingen']);
const isTone = (word: string): word is AnswerTone => TONES.has(word);
const BY_PLACE: readonly AnswerTone[] = ['kategori-0', 'kategori-1', 'kategori-2', 'kategori-3'];

/** What the words of an answer depend on. */
export type Answers = Pick<Indicator, 'svarstyp'> & {
  readonly kategorier: readonly string[];
  readonly svarstexter: Readonly<Record<string, string>>;
};

/** What an answer is called on the page: the indicator's own words, else "Ja", "Delvis", "Nej" … */
export function answerLabel(indicator: Answers, answer: string): string {
  return indicator.svarstexter[answer] ?? DEFAULT_LABEL[answer] ?? answer;
}

/** The tone of an answer. Unknown words (never in validated data) get the last one. */
export function answerTone(indicator: Answers, answer: string): AnswerTone {
  if (!hasCategories(indicator) && isTone(answer)) return answer;
  const place = answersOf(indicator.svarstyp, indicator.kategorier).indexOf(answer);
  return BY_PLACE[place] ?? 'kategori-3';
}

/** An answer in running text: `ja`, `nej`, or quoted when it is more than a word: `”Ja, med vissa”`. */
export function answerInText(indicator: Answers, answer: string): string {
  const label = answerLabel(indicator, answer);
  return /^[\p{L}]+$/u.test(label) ? label.toLocaleLowerCase('sv') : `”${label}”`;
}

/** What each standing is called: what was answered, when it was, and nothing of what is done today. */
export const STANDING_LABEL: Readonly<Record<Standing, string>> = {
  gor: 'Svarade ja',
  delvis: 'Svarade delvis',
  'inte-an': 'Svarade nej',
  saknas: 'Svar saknas',
};

/** In the order that they are counted up. */
export const STANDINGS: readonly Standing[] = ['gor', 'delvis', 'inte-an', 'saknas'];

/** What a city's question is called among its own answers, when its stadsdelar answered it. */
export const STADSDELAR_LABEL = 'Stadsdelarna svarade';
