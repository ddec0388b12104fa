import { listOf } from '../lists.ts';
import { countInWords, LAN } from '../numbers.ts';

/** Everyone who shares a value, and the value as shown. Names are `Hallands län`. */
export type LanEnd = { readonly names: readonly string[]; readonly shown: string };

/** More län than this are counted instead of named. */
const MOST_NAMES = 4;

/** `i Hallands län`, `i Hallands och Kalmar län`, `i sju län`. */
function inLan(names: readonly string[]): string {
  if (names.length > MOST_NAMES) return `i ${countInWords(names.length, LAN)}`;
  return `i ${listOf(names.map((name) => name.replace(/ län$/, '')))} län`;
}

/** "Högst är värdet i Hallands län (33 %) och lägst i Uppsala och Kalmar län (8 %)." */
export function lanSpread(high: LanEnd, low: LanEnd): string {
  if (high.shown === low.shown) return `Värdet är detsamma i alla län (${high.shown}).`;
  return `Högst är värdet ${inLan(high.names)} (${high.shown}) och lägst ${inLan(low.names)} (${low.shown}).`;
}
