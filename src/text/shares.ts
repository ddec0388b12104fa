import { isCounted, percent, type Share, type ShownShare, shownOf } from '../statistics/share.ts';
import { formatPercent, formatRatio, formatShare, formatShareOf } from './numbers.ts';
import type { SaidShare } from './sentences/national.ts';

/** `17 %`, or `2 av 4` where the base is small (`statistics/share`). */
export function shareText(share: Share): string {
  return formatShare(share, isCounted(share));
}

/** The same with its base: `17 % av 23`, or `2 av 4`. */
export function shareOfText(share: Share): string {
  return formatShareOf(share, isCounted(share));
}

/** A share as sentences take it. */
export function saidShare(share: Share): SaidShare {
  return { ...share, small: isCounted(share) };
}

/** What a table sorts a share by: whole percent, null when nobody answered. */
export const shareSort: (share: Share) => number | null = percent;

/** A share as a cell: `17 %`, `2 av 4`, or that nobody answered. */
export const shownShare = (share: Share | null): string => writtenShare(shownOf(share));

/** The same of what is shown of a share. */
export function writtenShare(shown: ShownShare | null): string {
  if (shown === null) return 'Inget svar';
  return shown.counted === null ? formatPercent(shown.percent) : formatRatio(shown.counted);
}
