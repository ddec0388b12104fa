import { listOf } from '../lists.ts';
import { inPlace } from '../names.ts';

/** Everyone who shares a value, and the value as shown. */
export type LanEnd = { readonly names: readonly string[]; readonly shown: string };

const say = ({ names, shown }: LanEnd) => `${listOf(names.map(inPlace))} (${shown})`;

/** "Högst är värdet i Hallands län (33 %) och lägst i Uppsala län (8 %)." */
export function lanSpread(high: LanEnd, low: LanEnd): string {
  if (high.shown === low.shown) return `Värdet är detsamma i alla län (${high.shown}).`;
  return `Högst är värdet ${say(high)} och lägst ${say(low)}.`;
}
