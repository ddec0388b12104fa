import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Kommun } from '../../model/kommun.ts';
import type { Program } from '../../model/program.ts';
import { neighboursOf } from '../../statistics/groups.ts';
import { sortedByName } from '../../text/collate.ts';
import { formatYears } from '../../text/numbers.ts';
import { groupNameOf } from '../../text/places.ts';
import { type KartlaggningCard, kartlaggningCard } from '../kartlaggning-page.ts';

/** The kommuner that border on one, by name, each with its group; empty for an island. */
export const bordering = (
  index: CatalogueIndex,
  kommun: Kommun,
): readonly { readonly kommun: Kommun; readonly grupp: string }[] =>
  sortedByName(
    neighboursOf(index.catalogue.referens, kommun.kod).flatMap((kod) => index.kommun(kod) ?? []),
  ).map((k) => ({ kommun: k, grupp: groupNameOf(index, k) }));

/** What a kommun itself publishes here; null when it publishes nothing. */
export type OwnWork = {
  readonly counts: readonly KartlaggningCard[];
  readonly plans: readonly { readonly plan: Program; readonly what: string }[];
  readonly inventory: boolean;
};

/** Its counts of people, evictions counted there, its programme, its inventory. */
export function ownWork({ catalogue }: CatalogueIndex, { kod }: Kommun): OwnWork | null {
  const mine = <T extends { readonly kod: string }>(all: readonly T[]) => all.filter((x) => x.kod === kod);
  const counts = mine(catalogue.kartlaggningar).map(kartlaggningCard);
  const plans = mine(catalogue.program).map((plan) => ({
    plan,
    what: `${formatYears(plan.franAr, plan.tillAr)}. Mål, utfall och åtgärder`,
  }));
  const inventory = mine(catalogue.inventeringar).length > 0;
  return counts.length + plans.length > 0 || inventory ? { counts, plans, inventory } : null;
}
