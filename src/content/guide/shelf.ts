import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { GuidePage, GuidePart } from '../../model/guide.ts';

/** What the two shelves are called. */
export const SHELVES: Readonly<Record<GuidePart, { readonly titel: string; readonly ingress: string }>> = {
  anvandarguide: {
    titel: 'Användarguide',
    ingress:
      'Hur du läser resultaten, arbetar med dem i din kommun och vet vad de betyder. Läs det du behöver, eller allt från början.',
  },
  stod: {
    titel: 'Stöd i arbetet mot hemlöshet',
    ingress:
      'Vad hemlöshet är, vem som ansvarar, vilka insatser som finns och var du läser mer. Med våra ord och med källor.',
  },
};

/** A page of a shelf, in the order that it is read. */
export type ShelfPage = {
  readonly href: string;
  readonly titel: string;
  readonly kortnamn: string;
  readonly ingress: string;
};

/** Pages that are made of data rather than prose, after the texts of their shelf. */
const MADE: Readonly<Record<GuidePart, readonly ShelfPage[]>> = {
  anvandarguide: [
    {
      href: '/anvandarguide/indikatorer/',
      titel: 'Alla indikatorer beskrivna',
      kortnamn: 'Indikatorer',
      ingress: 'Fråga, definition, svarsalternativ och jämförbarhet för varje indikator.',
    },
    {
      href: '/anvandarguide/ordlista/',
      titel: 'Ordlista och tecken',
      kortnamn: 'Ordlista',
      ingress: 'Ord som du kan stöta på, och vad tecknen för uppgifter som saknas betyder.',
    },
  ],
  stod: [
    {
      href: '/stod/publikationer/',
      titel: 'Publikationer',
      kortnamn: 'Publikationer',
      ingress: 'Kartläggningar, vägledningar och granskningar, med nummer och datum.',
    },
  ],
};

/** The texts of a shelf in their order. */
export const textsOf = ({ catalogue: { texter } }: CatalogueIndex, del: GuidePart): readonly GuidePage[] =>
  texter.sidor.filter((p) => p.del === del).toSorted((a, b) => a.ordning - b.ordning);

/** All pages of a shelf: its texts in their order, then the pages made of data. */
export function shelfOf(index: CatalogueIndex, del: GuidePart): readonly ShelfPage[] {
  const texts = textsOf(index, del).map(({ slug, titel, kortnamn, ingress }) => ({
    href: `/${del}/${slug}/`,
    titel,
    kortnamn,
    ingress,
  }));
  return [...texts, ...MADE[del]];
}

/** The pages before and after one; one that stands on no shelf has the first after it. */
export function besideOnShelf(
  shelf: readonly ShelfPage[],
  href: string,
): { readonly before: ShelfPage | undefined; readonly next: ShelfPage | undefined } {
  const at = shelf.findIndex((p) => p.href === href);
  return { before: shelf[at - 1], next: shelf[at + 1] };
}
