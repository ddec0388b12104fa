import type { Personskydd } from '../model/personskydd.ts';
import type { LinkedTables } from './cells.ts';
import type { Base } from './round.ts';
import { type DisclosureRule, ruleOf } from './rule.ts';
import type { DividedTotal, SumContradiction } from './sums.ts';

/** What a table is about, in words for the publisher, and the file that declares how it is protected. */
export type TableSubject = { readonly id: string; readonly kortnamn: string; readonly fil: string };

/**
 * The counts of people of one source, as linked tables with every difference that readers form. The ids say what is
 * counted, the year, the place and the sex: `what|year|code|sex`.
 */
export type SourceTables = LinkedTables & {
  readonly om: TableSubject;
  /** Null for several years together, or when the source does not say. */
  readonly ar: number | null;
  /** How it is protected; null when all its counts are already published by somebody else: then all are known. */
  readonly skydd: Personskydd | null;
  /** Files below the data folder that the counts stand in. */
  readonly kallor: readonly string[];
  /** The formats that it is written in; null for all that the audit reads. */
  readonly format: readonly string[] | null;
  readonly contradictions: readonly SumContradiction[];
  /** How its counts are divided (`formedTables`). */
  readonly totals: readonly DividedTotal[];
  /** Series that somebody says are the same as one of these, in pairs. */
  readonly samma?: readonly (readonly [own: string, other: string])[];
};

/** The base of a rounding method; null for hiding. */
export const baseOf = ({ metod }: Pick<Personskydd, 'metod'>): Base | null =>
  metod === 'avrunda-3' ? 3 : metod === 'avrunda-5' ? 5 : null;

/** The rule of a table's cells, to be spread into them; nothing where all is known already. */
export function skyddRule(skydd: Personskydd | null): { readonly rule?: DisclosureRule } {
  return skydd === null ? {} : { rule: ruleOf(skydd.troskel, skydd.nollor === 'dolj' ? 'hide' : 'publish') };
}
