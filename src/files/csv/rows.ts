import type { Observation } from '../../model/observation.ts';

/** The columns of every long file, in their order. */
export const LONG_HEADER = [
  'indikator',
  'kod',
  'niva',
  'ar',
  'kon',
  'varde',
  'saknas',
  'svarande',
  'tillfragade',
  'exempel',
] as const;

/** An observation as a row of the long file; `exempel` is `ja` or `nej`. */
export function longRow(o: Observation): readonly (string | number | boolean | null)[] {
  return [o.indikator, o.kod, o.niva, o.ar, o.kon, o.varde, o.saknas, o.svarande, o.tillfragade, o.exempel];
}
