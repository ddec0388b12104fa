import type { Indicator } from '../../model/indicator.ts';
import type { Units } from '../names.ts';
import { inPlace } from '../names.ts';
import { capitalise, formatRatio, formatShare, formatValueInText, type ShareLike } from '../numbers.ts';

/** A share as sentences need it: whether it is too small for a percentage is statistics' to say. */
export type SaidShare = ShareLike & { readonly small: boolean };

/**
 * Who, in a sentence about a share: `17 % av kommunerna`, or `2 av 4 kommuner` on a small base.
 * @param share of at least one answer
 */
export function shareOfUnits(share: SaidShare, units: Units): string {
  return share.small
    ? `${formatRatio(share)} ${share.of === 1 ? units.one : units.many}`
    : `${formatShare(share, false)} av ${units.definite}`;
}

/**
 * The result of a question: "År 2016 svarade 17 % av kommunerna att de har en aktuell övergripande plan mot
 * hemlöshet." With a place: "I Västerbottens län svarade 33 % av kommunerna år 2016 …". Somebody must have answered.
 */
export function questionResult(
  indicator: Pick<Indicator, 'pastaende'>,
  result: { readonly ar: number; readonly share: SaidShare; readonly units: Units; readonly place?: string },
): string {
  const { ar, share, units, place } = result;
  const who = shareOfUnits(share, units);
  const start =
    place === undefined ? `År ${ar} svarade ${who}` : `${capitalise(inPlace(place))} svarade ${who} år ${ar}`;
  return `${start} att de ${indicator.pastaende}.`;
}

/**
 * The result of a number, as short as a label so that it can be quoted: "Riket 2022: 2,9 % av befolkningen har fått ekonomiskt
 * bistånd." No year is said where the source gives none.
 */
export function numberResult(
  indicator: Pick<Indicator, 'pastaende' | 'svarstyp' | 'enhet' | 'decimaler'>,
  result: { readonly ar: number | null; readonly value: number; readonly place: string },
): string {
  const { ar, value, place } = result;
  const where = capitalise(ar === null ? place : `${place} ${ar}`);
  return `${where}: ${formatValueInText(indicator, value)} ${indicator.pastaende}.`;
}
