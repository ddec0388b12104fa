import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Formular } from '../../model/formular.ts';
import { EXEMPELKOD, type Inventering } from '../../model/inventering.ts';

/** Inventories of one kommun, oldest first, with where they are published. */
export type InventeringSeries = {
  readonly slug: string;
  readonly namn: string;
  readonly exempel: boolean;
  readonly years: readonly Inventering[];
};

/** The inventories that are published, a series a kommun; the example last. */
export function inventeringSeries({ catalogue }: CatalogueIndex): readonly InventeringSeries[] {
  const slugs = new Map(catalogue.referens.kommuner.map((k) => [k.kod, k.slug]));
  const groups = [...Map.groupBy(catalogue.inventeringar, (i) => i.kod)];
  return groups
    .map(([kod, years]) => ({
      slug: kod === EXEMPELKOD ? 'exempel' : (slugs.get(kod) ?? kod),
      namn: years[0]?.namn ?? kod,
      exempel: kod === EXEMPELKOD,
      years,
    }))
    .toSorted((a, b) => Number(a.exempel) - Number(b.exempel));
}

/** A compiled inventory to look at, where the publisher has one. */
export const exampleSeries = (index: CatalogueIndex): InventeringSeries | undefined =>
  inventeringSeries(index).find((s) => s.exempel);

/** What Boverket's housing survey asks about too. */
export const askedInHousingSurvey = ({ uppgifter }: Pick<Formular, 'uppgifter'>): Formular['uppgifter'] =>
  uppgifter.filter((u) => u.bme !== null);
