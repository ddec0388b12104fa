import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Kommun } from '../../model/kommun.ts';
import { successorsOf } from '../../model/kommun-history.ts';
import { formerKommun } from '../../text/sentences/history.ts';

/** A kommun or a name that no longer is: the sentence, and what there is instead. */
export type FormerDocument = {
  readonly kommun: Kommun;
  readonly sentence: string;
  readonly now: readonly Kommun[];
};

/** Every former kommun and name whose address leads to what is today, one for each address. */
export function formerKommuner(index: CatalogueIndex): readonly FormerDocument[] {
  const { referens } = index.catalogue;
  const addresses = new Set(referens.kommuner.map((k) => k.slug));
  return referens.tidigareKommuner.flatMap((kommun): FormerDocument[] => {
    if (addresses.has(kommun.slug)) return [];
    addresses.add(kommun.slug);
    const now = successorsOf(referens, kommun);
    const sentence = formerKommun(
      kommun.namn,
      kommun.giltigTill,
      now.map((k) => k.namn),
    );
    return [{ kommun, sentence, now }];
  });
}
