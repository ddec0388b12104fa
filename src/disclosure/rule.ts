import type { Bidrag } from '../model/bidrag.ts';

/** What may not be found out. The numbers are our own choice: Socialstyrelsen's are not known to us. */
export type DisclosureRule = {
  /** Counts from 1 to `threshold − 1` are small: they are hidden for their own sake. */
  readonly threshold: number;
  /**
   * Whether zeros are small as well: a published zero tells that nobody in the group is in that situation, and
   * enough of them tell what situation everybody is in.
   */
  readonly zeros: 'publish' | 'hide';
  /** How many different counts must remain possible for every hidden cell, small or not. */
  readonly possible: number;
};

/**
 * The rule of a threshold: as many possible counts remain as the threshold says.
 * @throws RangeError when the threshold is not a whole number ≥ 2
 */
export function ruleOf(threshold: number, zeros: DisclosureRule['zeros'] = 'publish'): DisclosureRule {
  if (!Number.isInteger(threshold) || threshold < 2) throw new RangeError(`threshold ${threshold}`);
  return { threshold, zeros, possible: threshold };
}

export const DEFAULT_RULE: DisclosureRule = ruleOf(5);

/** The p of the p % rule. */
const P_PERCENT = 10;

/**
 * Whether a magnitude tells what one contributor has (Hundepool et al., Statistical disclosure control, 2012): fewer
 * contribute than the threshold, or the second largest can estimate the largest to within p %, since all the others
 * together are less than p % of it. A second share that is not said is taken for as large as it can be.
 */
export function isDominated({ bidragande, storsta, nastStorsta }: Bidrag, threshold: number): boolean {
  if (bidragande !== null && bidragande < threshold) return true;
  if (storsta === null) return false;
  const second = nastStorsta ?? Math.min(storsta, 100 - storsta);
  return 100 - storsta - second < (P_PERCENT / 100) * storsta;
}

/** What a rule looks at in a cell (`CountCell`). */
type JudgedCell = {
  readonly count: number;
  readonly known?: { readonly lower: number; readonly upper: number };
  readonly hidden?: boolean;
  readonly kind?: 'count' | 'derived' | 'rate';
  readonly rule?: DisclosureRule;
};

/**
 * Primary suppression: whether the rule hides a cell for its own count, or it was hidden before. What everybody knows
 * cannot be hidden.
 */
export function isSmall(
  rule: DisclosureRule,
  { count, known, hidden, kind = 'count', rule: own = rule }: JudgedCell,
): boolean {
  if (hidden) return true;
  if (kind === 'rate' || (known && known.lower === known.upper)) return false;
  return count < own.threshold && (count > 0 || own.zeros === 'hide');
}
