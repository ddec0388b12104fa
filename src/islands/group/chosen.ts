/** A reader's own group of kommuner: in the address, or kept on their own machine if they asked for it. */

import { askedIn } from '../../model/pieces.ts';
import { listOf } from '../../text/lists.ts';

/** Where the group is kept; only ever written when the reader presses *Kom ihåg*. */
export const KEPT_GROUP = 'grupp';

/** More are cut: the same limit as on the compare page. */
export const MAX_GROUP = 50;

/** The four-digit codes in a text such as `2480,2580`; whatever else stands there is left out. */
export const codesIn = (text: string | null): readonly string[] =>
  [...new Set(text?.match(/(?<!\d)\d{4}(?!\d)/g))].slice(0, MAX_GROUP);

/** So many unknown codes are named; the rest are counted. */
const MAX_NAMED = 3;

/**
 * What of the address's group cannot be shown, in words; empty when all of it can.
 * @param search the part from `?`
 * @param known every kommunkod that there is
 */
export function leftOut(search: string, known: ReadonlySet<string>): string {
  const asked = askedIn(new URLSearchParams(search), 'k');
  const all = [...new Set(asked.split(/[,\s]+/).filter((code) => code !== ''))];
  const unknown = all.filter((code) => !known.has(code));
  const named = unknown.slice(0, MAX_NAMED).map((code) => `”${code.slice(0, 12)}”`);
  const more = unknown.length > MAX_NAMED ? [`${unknown.length - MAX_NAMED} till`] : [];
  const many = all.length - unknown.length;
  return [
    unknown.length === 0
      ? ''
      : `Det finns ingen kommun med ${unknown.length === 1 ? 'koden' : 'koderna'} ${listOf([...named, ...more])}.`,
    many > MAX_GROUP ? `Högst ${MAX_GROUP} av ${many} kommuner är med.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** The address's group when it has one, else the kept. */
export const chosenGroup = (search: string, kept: string | null): readonly string[] => {
  const own = codesIn(new URLSearchParams(search).get('k'));
  return own.length > 0 ? own : codesIn(kept);
};

/** The pages that have values of kommuner, which a group's can be taken from. */
export const HAS_VALUES = /^\/(indikatorer|kommuner|lan|omraden|riket)\//;

/** The pages that a group is taken along to: those, and the comparison itself. */
const follows = (pathname: string): boolean => pathname === '/jamfor/' || HAS_VALUES.test(pathname);

/** The query of a link, with the address's group taken along; unchanged where the link has its own or does not follow. */
export function followed(
  link: { readonly pathname: string; readonly search: string },
  search: string,
): string {
  const own = codesIn(new URLSearchParams(search).get('k'));
  return own.length > 0 && link.search === '' && follows(link.pathname) ? `?k=${own.join(',')}` : link.search;
}
