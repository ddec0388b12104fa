import type { Absence } from '../model/absence.ts';
import type { Brott } from '../model/indicator.ts';
import type { Observation } from '../model/observation.ts';
import { breaksBetween } from './comparability.ts';

/** What happened between two years, or the one reason why nothing may be said. */
export type Change =
  | { readonly kind: 'number'; readonly from: number; readonly to: number; readonly difference: number }
  | { readonly kind: 'answer'; readonly from: string; readonly to: string; readonly same: boolean }
  | { readonly kind: 'break'; readonly breaks: readonly Brott[] }
  | { readonly kind: 'absent'; readonly saknas: Absence };

/**
 * The change from one observation to a later one of the same indicator and place.
 * Never computed across a break in comparability (promise 3), nor with a missing end.
 * Differences of percentages are in percentage points (procentenheter), unrounded.
 */
export function change(breaks: readonly Brott[], earlier: Observation, later: Observation): Change {
  if (earlier.ar === null || later.ar === null) return { kind: 'absent', saknas: 'uppgift-saknas' };
  const between = breaksBetween(breaks, earlier.ar, later.ar);
  if (between.length > 0) return { kind: 'break', breaks: between };
  const from = earlier.varde;
  const to = later.varde;
  if (typeof from === 'number' && typeof to === 'number')
    return { kind: 'number', from, to, difference: to - from };
  if (typeof from === 'string' && typeof to === 'string')
    return { kind: 'answer', from, to, same: from === to };
  return { kind: 'absent', saknas: later.saknas ?? earlier.saknas ?? 'uppgift-saknas' };
}
