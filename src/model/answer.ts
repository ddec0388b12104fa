import { must } from './must.ts';
/** What kind of value an indicator holds. The first three are survey questions (enkät). */
export const SVARSTYPER = [
  'ja-nej',
  'ja-delvis-nej',
  'alla-vissa-ingen',
  'andel',
  'antal',
  'per-1000',
  'per-100000',
  'kronor',
  'folkmangd',
  'artal',
  'kategori',
] as const;

// Without a schema here: every page's script has this module, and none should fetch zod for it.
export type Svarstyp = (typeof SVARSTYPER)[number];

/**
 * What the number of an indicator is: a percentage, a rate per so many inhabitants, a count, an amount, a year. Answers in
 * words become a percentage when they are summed.
 */
export type Quantity = 'andel' | 'kvot' | 'antal' | 'belopp' | 'artal';

/** Everything that the code needs to know about an answer type. Nothing else asks which type it is. */
type AnswerType = {
  /** The words that may be answered, the first being what shares count; `egna` are the indicator's; null for numbers. */
  readonly words: readonly string[] | 'egna' | null;
  readonly quantity: Quantity;
  /** So many stand behind a value of 1 when all are counted: 100 for a percentage, 1 for counts and amounts. */
  readonly per: number;
  /** True for a number that does not grow with the place, so that a kommun can be put beside riket. */
  readonly comparable: boolean;
  /** True when the values of the parts of a place add up to the value of the place. */
  readonly summable: boolean;
  /** Whole numbers: where the indicator shows no decimals, or in every indicator. */
  readonly whole: boolean | 'alltid';
  /** True for all who live in a place: known in the reference data, so that it is held against that and hides nobody. */
  readonly inhabitants: boolean;
  /** Smallest and largest number where the indicator says nothing else. */
  readonly min: number;
  readonly max: number;
};

const LARGEST = Number.MAX_SAFE_INTEGER;

const NUMBER = {
  words: null,
  per: 1,
  comparable: false,
  summable: false,
  whole: false,
  inhabitants: false,
  min: -LARGEST,
  max: LARGEST,
} as const;

const question = (...words: readonly string[]): AnswerType => ({ ...NUMBER, quantity: 'andel', words });

const ANSWER_TYPES: Readonly<Record<Svarstyp, AnswerType>> = {
  'ja-nej': question('ja', 'nej'),
  'ja-delvis-nej': question('ja', 'delvis', 'nej'),
  'alla-vissa-ingen': question('alla', 'vissa', 'ingen'),
  andel: { ...NUMBER, quantity: 'andel', per: 100, comparable: true, min: 0, max: 100 },
  antal: { ...NUMBER, quantity: 'antal', summable: true, whole: true, min: 0 },
  'per-1000': { ...NUMBER, quantity: 'kvot', per: 1000, comparable: true, min: 0, max: 1000 },
  'per-100000': { ...NUMBER, quantity: 'kvot', per: 100_000, comparable: true, min: 0, max: 100_000 },
  kronor: { ...NUMBER, quantity: 'belopp', comparable: true, whole: true },
  folkmangd: {
    ...NUMBER,
    quantity: 'antal',
    summable: true,
    whole: 'alltid',
    inhabitants: true,
    min: 1,
  },
  // A year is a name with four digits: never summed, averaged or grouped.
  artal: { ...NUMBER, quantity: 'artal', whole: 'alltid', min: 1900, max: 2100 },
  kategori: { ...NUMBER, quantity: 'andel', words: 'egna' },
};

/** What an answer type is. */
export const answerType = (svarstyp: Svarstyp): AnswerType => ANSWER_TYPES[svarstyp];

const NO_ANSWERS: readonly string[] = [];

/**
 * The valid answer words of an indicator, in order; empty for numeric types.
 * @param kategorier the indicator's own words, used when `svarstyp` is `kategori`
 */
export function answersOf(svarstyp: Svarstyp, kategorier: readonly string[] = NO_ANSWERS): readonly string[] {
  const { words } = ANSWER_TYPES[svarstyp];
  return words === 'egna' ? kategorier : (words ?? NO_ANSWERS);
}

type Typed = { readonly svarstyp: Svarstyp };

/** The answer that shares count: *ja* or *alla*, or the first of an indicator's own. @throws for an indicator of numbers */
export const firstAnswer = ({
  svarstyp,
  kategorier,
}: Typed & { readonly kategorier?: readonly string[] }): string =>
  must(answersOf(svarstyp, kategorier)[0], `answer of ${svarstyp}`);

/** True when values are words that were chosen among a few: the questions, and categories. */
export const hasAnswers = ({ svarstyp }: Typed): boolean => ANSWER_TYPES[svarstyp].words !== null;

/** True for the words that mean the same in every indicator (ja, delvis, nej …): the questions of a survey. */
export const isQuestion = (svarstyp: Svarstyp): boolean => Array.isArray(ANSWER_TYPES[svarstyp].words);

/** True for categories of the indicator's own: they are in order, but none is what shares count as good or done. */
export const hasCategories = ({ svarstyp }: Typed): boolean => ANSWER_TYPES[svarstyp].words === 'egna';

/** What a table or an axis calls the unit of an indicator's numbers where all that matters is share or count. */
export const unitOf = ({ svarstyp }: Typed): 'antal' | 'procent' =>
  ANSWER_TYPES[svarstyp].quantity === 'antal' ? 'antal' : 'procent';
