import type { TextPart } from '../markup/table.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';

/**
 * How a kommun is reached, as pieces of a sentence: `Webbplats: …, e-post: …`. Null where the publisher has no contact
 * with a source: then only what holds for every kommun can be said.
 */
export function contactOf(index: CatalogueIndex, kod: string): readonly TextPart[] | null {
  const known = index.catalogue.kontakter.find((k) => k.kod === kod);
  if (known === undefined) return null;
  const ways = [
    ...(known.telefon === null
      ? []
      : [['telefon', { text: known.telefon, href: `tel:${known.telefon.replace(/[^\d+]/g, '')}` }] as const]),
    ...(known.epost === null
      ? []
      : [['e-post', { text: known.epost, href: `mailto:${known.epost}` }] as const]),
    ...(known.webb === null
      ? []
      : [['webbplats', { text: new URL(known.webb).hostname, href: known.webb }] as const]),
  ];
  return ways.flatMap(([what, part], i): TextPart[] => [{ text: `${i === 0 ? '' : ', '}${what} ` }, part]);
}

/** The same as plain words, for decks and reports. */
export const contactText = (contact: readonly TextPart[]): string => contact.map(({ text }) => text).join('');

/** What can be said of any kommun: every one has a switchboard and must help whoever asks. */
export const ASK_ANY_KOMMUN =
  'Ring kommunens växel och be att få tala med den som ansvarar för frågan. Du kan också skriva till kommunens registrator.';
