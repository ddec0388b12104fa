import { answerType } from '../model/answer.ts';
import type { Indicator } from '../model/indicator.ts';

/** No-break space: between groups of thousands and before a unit, so that a number never breaks over a line. */
export const NBSP = '\u00a0';

type Format = {
  readonly format: Intl.NumberFormat;
  /** What has been written: most numbers of a site are shares, and there are a hundred of those. */
  readonly written: Map<number, string>;
};
const formats = new Map<number, Format>();

function formatOf(decimals: number): Format {
  const known = formats.get(decimals);
  if (known) return known;
  const format = new Intl.NumberFormat('sv', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    roundingMode: 'halfExpand',
    signDisplay: 'negative',
  });
  const made = { format, written: new Map<number, string>() };
  formats.set(decimals, made);
  return made;
}

/**
 * A number as Swedish readers write it: decimal comma, thousands with a no-break space, a real minus sign
 * (U+2212). Rounded half away from zero as the number is written, and never "−0".
 * @param decimals fixed number of decimals, 0–3
 * @throws RangeError when the number is not finite: a gap is a reason, not a number
 */
export function formatNumber(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a number to show: ${value}`);
  const { format, written } = formatOf(decimals);
  const text = written.get(value) ?? format.format(value);
  written.set(value, text);
  return text;
}

/** `17 %`, `1,9 %`. @param value 0–100 */
export function formatPercent(value: number, decimals = 0): string {
  return `${formatNumber(value, decimals)}${NBSP}%`;
}

/** `373 400 kr`. */
export function formatKronor(value: number, decimals = 0): string {
  return `${formatNumber(value, decimals)}${NBSP}kr`;
}

/** A year is a name, not a quantity: never grouped. */
export function formatYear(ar: number): string {
  return String(ar);
}

/** `2016–2020` with an en dash; one year alone when they are the same. */
export function formatYears(from: number, to: number): string {
  return from === to ? formatYear(from) : `${formatYear(from)}–${formatYear(to)}`;
}

/** A part of a whole in exact integers (`statistics/share` computes it). */
export type ShareLike = { readonly count: number; readonly of: number };

/** `2 av 4`. */
export function formatRatio(share: ShareLike): string {
  return `${formatNumber(share.count)} av ${formatNumber(share.of)}`.replaceAll(' ', NBSP);
}

/**
 * A share in whole percent, or as *x av n* where the base is too small for a percentage to mean anything.
 * @param small what `statistics/share.isSmallBase` says of it; an empty base must be asked for as a reason instead
 */
export function formatShare(share: ShareLike, small: boolean): string {
  if (small || share.of === 0) return formatRatio(share);
  return formatPercent((100 * share.count) / share.of);
}

/** The same with its base beside it, for comparisons: `17 % av 23`, but `2 av 4`. */
export function formatShareOf(share: ShareLike, small: boolean): string {
  if (small || share.of === 0) return formatRatio(share);
  return `${formatShare(share, small)} av${NBSP}${formatNumber(share.of)}`;
}

/** What the formatting of a value depends on. */
export type ValueFormat = Pick<Indicator, 'svarstyp' | 'enhet' | 'decimaler'>;

/**
 * A numeric value of an indicator, short, for tables, labels and axes: `1,9 %`, `373 400 kr`, `2 667`, `3,2`.
 * A share that answers were summed into (ja-nej …) is a percentage too.
 */
export function formatValue(indicator: ValueFormat, value: number): string {
  const { svarstyp, enhet, decimaler } = indicator;
  const { quantity } = answerType(svarstyp);
  if (quantity === 'artal') return formatYear(value);
  if (quantity === 'belopp') {
    return enhet === 'kronor'
      ? formatKronor(value, decimaler)
      : `${formatNumber(value, decimaler)}${NBSP}${enhet.replace(/kronor$/, 'kr')}`;
  }
  return quantity === 'andel' ? formatPercent(value, decimaler) : formatNumber(value, decimaler);
}

/** The same for running text, where the unit must be said: `3,2 per 1 000 invånare`, `10 770 miljoner kronor`. */
export function formatValueInText(indicator: ValueFormat, value: number): string {
  const { svarstyp, enhet, decimaler } = indicator;
  const { quantity, per } = answerType(svarstyp);
  if (quantity === 'artal') return formatYear(value);
  const number = formatNumber(value, decimaler);
  if (quantity === 'belopp') return `${number}${NBSP}${enhet}`;
  if (quantity === 'kvot') return `${number} per ${formatNumber(per)} invånare`;
  return formatValue(indicator, value);
}

const WORDS = ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'];

/** `fyra`, `13`: a number alone in running text. */
export const inWords = (n: number): string => WORDS[n] ?? formatNumber(n);

/** The forms of a noun: `{ one: 'kommun', many: 'kommuner' }`; `ett` for neuter words. */
export type Noun = { readonly one: string; readonly many: string; readonly ett?: true };

export const KOMMUN: Noun & Definite = { one: 'kommun', many: 'kommuner', definite: 'kommunen' };
export const LAN: Noun = { one: 'län', many: 'län', ett: true };
export const FRAGA: Noun = { one: 'fråga', many: 'frågor' };

/** The one that is meant: `kommunen`. */
type Definite = { readonly definite: string };

/** `alla 290 kommuner`, `kommunen` where there is one. */
export const allOf = (n: number, noun: Noun & Definite): string =>
  n === 1 ? noun.definite : `alla ${countOf(n, noun)}`;

/** `1 kommun`, `278 kommuner`. For tables and legends. */
export function countOf(n: number, noun: Noun): string {
  return `${formatNumber(n)}${NBSP}${n === 1 ? noun.one : noun.many}`;
}

/** `en kommun`, `fyra kommuner`, `13 kommuner`: in running text, small numbers are words. */
export function countInWords(n: number, noun: Noun): string {
  if (n === 0) return `${noun.ett ? 'inget' : 'ingen'} ${noun.one}`;
  if (n === 1) return `${noun.ett ? 'ett' : 'en'} ${noun.one}`;
  return `${inWords(n)}${n < WORDS.length ? ' ' : NBSP}${noun.many}`;
}

/** First letter upper case, for a sentence that starts with a generated word. */
export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
}
