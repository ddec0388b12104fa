import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Brott } from '../model/indicator.ts';
import { COUNTED_BELOW } from '../statistics/share.ts';
import { countInWords } from '../text/numbers.ts';

/** What the page about the site says besides its fixed words. */
export type OmDocument = {
  /** Shares of fewer answers than this are shown as counts: `tio svar`. */
  readonly base: string;
  /** Why the comparisons begin when they do; null where no series is broken. */
  readonly beginning: { readonly title: string; readonly orsaker: readonly string[] } | null;
};

/** The document of the page about the site. */
export function omDocument({ catalogue: { omraden } }: CatalogueIndex): OmDocument {
  const breaks: readonly Brott[] = omraden[0]?.brott ?? [];
  const last = breaks.at(-1);
  return {
    base: countInWords(COUNTED_BELOW, { one: 'svar', many: 'svar', ett: true }),
    beginning: last
      ? { title: `Därför börjar jämförelserna ${last.franAr}`, orsaker: breaks.map((b) => b.orsak) }
      : null,
  };
}
