import type { Svarstyp } from '../model/answer.ts';
import type { Brott } from '../model/indicator.ts';
import type { Release } from '../model/release.ts';
import type { Standing } from '../statistics/profile.ts';

/** A kommun as the comparison page needs it. */
export type CompareKommun = {
  readonly kod: string;
  readonly namn: string;
  readonly slug: string;
  readonly lan: string;
  readonly grupp: string;
  readonly folkmangd: number;
  /** Column and row in the hex map. */
  readonly ruta: readonly [number, number];
};

/** How several units answered together, in whole numbers. */
export type CompareAnswers = {
  /** How many gave each answer, in the order of `CompareIndicator.svar`. */
  readonly antal: readonly number[];
  readonly tillfragade: number;
};

/** One year of an indicator: a value or a reason for every kommun, and riket beside them. */
export type CompareYear = {
  /** Null: the year is not known. */
  readonly ar: number | null;
  readonly exempel: boolean;
  /** In the order of `kommuner`: a number, an answer's word, or the reason of absence after `!`. */
  readonly varden: readonly (number | string)[];
  /** Kommunkod → its figure's own source and the remark on its row. */
  readonly anmarkningar: Readonly<Record<string, string>>;
  /** Riket's number; null for a question, and when there is none. */
  readonly riket: number | null;
  /** Riket's answers; null for a number. */
  readonly riketSvar: CompareAnswers | null;
  /** Kommunkod of each city whose stadsdelar answer in its place → their answers. */
  readonly stadsdelar: Readonly<Record<string, CompareAnswers>>;
};

/** An indicator with every year in which kommuner have values. */
export type CompareIndicator = {
  readonly id: string;
  readonly slug: string;
  readonly kortnamn: string;
  readonly omrade: string;
  readonly typ: 'svar' | 'tal';
  readonly svarstyp: Svarstyp;
  readonly enhet: string;
  readonly decimaler: number;
  /** The answers of a question, in order. */
  readonly svar: readonly { readonly ord: string; readonly text: string; readonly lage: Standing }[];
  readonly kalla: string;
  /** Years from which values cannot be compared with earlier ones, oldest first. */
  readonly brott: readonly Brott[];
  /** Newest first, an unknown year last; at least one. */
  readonly utgavor: readonly [CompareYear, ...CompareYear[]];
};

/** `api/v1/jamfor.json`: everything that the comparison page and a reader's own group need, in one file. */
export type CompareData = {
  readonly release: Release;
  readonly kommuner: readonly CompareKommun[];
  /** Column and row of the hexagons that are water. */
  readonly vatten: readonly (readonly [number, number])[];
  readonly lan: readonly { readonly kod: string; readonly namn: string; readonly slug: string }[];
  readonly grupper: readonly { readonly kod: string; readonly namn: string }[];
  readonly omraden: readonly { readonly slug: string; readonly titel: string }[];
  readonly indikatorer: readonly CompareIndicator[];
  /** Kommunkod → the most similar kommuner, nearest first. */
  readonly liknande: Readonly<Record<string, readonly string[]>>;
  /** Kommunkod → kommuner with a common land border. */
  readonly grannar: Readonly<Record<string, readonly string[]>>;
};

/** Of it, what some kommuner are compared with. */
export type ComparedKommuner = Pick<CompareData, 'kommuner' | 'omraden' | 'indikatorer'>;

/** The sign before the reason of a missing value in `varden`. */
export const ABSENT = '!';
