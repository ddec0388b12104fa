import { roundQuotient } from './rounding.ts';

/** A part of a whole, kept as exact integers until somebody shows it. */
export type Share = { readonly count: number; readonly of: number };

/** Under this many answering units a share is neither drawn nor put in a class: one answer moves it too far. */
export const SMALL_BASE = 5;

/** Under this many it is said as *x av n*: a percentage would pretend to steps that single answers cannot make. */
export const COUNTED_BELOW = 10;

/** Whole percent, rounded half up; null when nobody answered. */
export function percent(share: Share): number | null {
  return share.of === 0 ? null : roundQuotient(share.count, share.of, 100);
}

/**
 * A share as it is shown: in whole percent or, of few, counted. `counted` is null where the percent is shown. What is
 * said of riket and län beside a place is made of this, so that it changes only when what is shown does.
 */
export type ShownShare = { readonly percent: number; readonly counted: Share | null };

/** What is shown of a share; null when nobody answered. */
export function shownOf(share: Share | null): ShownShare | null {
  const whole = share === null ? null : percent(share);
  return share === null || whole === null
    ? null
    : { percent: whole, counted: isCounted(share) ? share : null };
}

/** The unrounded percentage (0–100), for files; null when nobody answered. */
export function exactPercent(share: Share): number | null {
  return share.of === 0 ? null : (100 * share.count) / share.of;
}

/** True when a share of so few must not be drawn. */
export function isSmallBase(share: Share): boolean {
  return share.of < SMALL_BASE;
}

/** True when the share must be shown as *x av n*. */
export function isCounted(share: Share): boolean {
  return share.of < COUNTED_BELOW;
}
