import type { Kommun } from '../model/kommun.ts';
import type { Findings, Place } from './findings.ts';
import { nearest } from './nearest.ts';

const lookup = new WeakMap<readonly Kommun[], ReadonlyMap<string, Kommun>>();

/** Kommuner by code, built once for each list. */
export function byCode(kommuner: readonly Kommun[]): ReadonlyMap<string, Kommun> {
  const known = lookup.get(kommuner) ?? new Map(kommuner.map((k) => [k.kod, k]));
  lookup.set(kommuner, known);
  return known;
}

/**
 * The kommun of a code, checked against the name that stands beside it.
 * @param namn the name in the file, or null where the file has none
 */
export function kommunOf(
  place: Omit<Place, 'column' | 'value'>,
  kod: string,
  namn: string | null,
  kommuner: readonly Kommun[],
  findings: Findings,
): Kommun | null {
  const column = namn === null ? 'kod' : 'kommunkod';
  const codes = byCode(kommuner);
  const kommun = codes.get(kod);
  if (!kommun) {
    const zero = codes.get(`0${kod.trim()}`);
    const byName = namn === null ? undefined : kommuner.find((k) => k.namn === namn);
    const lost = zero !== undefined && /^\s*\d{3}\s*$/.test(kod);
    findings.error(
      { ...place, column, value: kod },
      {
        code: lost ? 'kommunkod-tappad-nolla' : 'kommunkod-okand',
        rule: 'Kommunkoden ska finnas i referens/kommuner.csv och ha fyra siffror.',
        message: lost
          ? `Kommunkoden ”${kod}” har tappat sin inledande nolla. Menade du ${zero.kod} (${zero.namn})?`
          : `Det finns ingen kommun med koden ”${kod}”. Den kan ha upphört eller vara felskriven.`,
        suggestion: lost ? zero.kod : (byName?.kod ?? nearest(kod, codes.keys())),
      },
    );
    return null;
  }
  if (namn !== null && namn !== kommun.namn) {
    const owner = kommuner.find((k) => k.namn === namn);
    findings.error(
      { ...place, column: 'kommun', value: namn },
      {
        code: 'kommunnamn-fel',
        rule: 'Kommunens namn ska vara det som hör till koden.',
        message: owner
          ? `Koden ${kod} är ${kommun.namn}. ${namn} har koden ${owner.kod}.`
          : `Koden ${kod} är ${kommun.namn}, men här står ”${namn}”.`,
        suggestion: kommun.namn,
      },
    );
    return null;
  }
  return kommun;
}
