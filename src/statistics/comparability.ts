import type { Omrade } from '../model/edition.ts';
import type { Brott, Indicator } from '../model/indicator.ts';

/** Consecutive years whose values may be compared with each other. */
export type Segment = {
  /** First year that belongs; -Infinity for what came before any break. */
  readonly fran: number;
  /** Why it cannot be compared with the segment before; null for the first one. */
  readonly orsak: string | null;
};

/**
 * Every break that an indicator has, oldest first: its area's (the whole collection changed) and its own.
 * A break in another area that only shows the indicator does not count: the values are collected by the owner.
 * Registers and background measures are not survey editions, so the area's breaks do not touch them.
 */
export function breaksOf(indicator: Indicator, omrade: Omrade | undefined): readonly Brott[] {
  const fromArea = indicator.typ === 'enkat' ? (omrade?.brott ?? []) : [];
  const byYear = new Map([...fromArea, ...indicator.brott].map((b) => [b.franAr, b]));
  return [...byYear.values()].sort((a, b) => a.franAr - b.franAr);
}

/** The segment that a year lies in. */
export function segmentOf(breaks: readonly Brott[], ar: number): Segment {
  const last = breaks.findLast((b) => b.franAr <= ar);
  return last ? { fran: last.franAr, orsak: last.orsak } : { fran: Number.NEGATIVE_INFINITY, orsak: null };
}

/** True when a change between the two years means something. */
export function comparable(breaks: readonly Brott[], a: number, b: number): boolean {
  return segmentOf(breaks, a).fran === segmentOf(breaks, b).fran;
}

/** The breaks that lie between two years, so that a reader learns why nothing is computed. */
export function breaksBetween(breaks: readonly Brott[], a: number, b: number): readonly Brott[] {
  const [from, to] = a < b ? [a, b] : [b, a];
  return breaks.filter((x) => from < x.franAr && x.franAr <= to);
}
