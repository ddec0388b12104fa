import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';

/** Other indicators that a reader of this one may want. */
export type Related = {
  /** The same question, put in another area or about another group. */
  readonly same: readonly Indicator[];
  /** In the same area and kvalitetsområde, or of the same kind. */
  readonly near: readonly Indicator[];
};

const MOST = 6;

/** Indicators related to one, in catalogue order. */
export function relatedTo(index: CatalogueIndex, indicator: Indicator): Related {
  const others = index.catalogue.indikatorer.filter((i) => i.id !== indicator.id);
  const same = others.filter(
    (i) => indicator.gemensamFraga !== null && i.gemensamFraga === indicator.gemensamFraga,
  );
  const near = others.filter(
    (i) =>
      !same.includes(i) &&
      i.omrade === indicator.omrade &&
      i.kvalitetsomrade === indicator.kvalitetsomrade &&
      (i.typ === 'enkat') === (indicator.typ === 'enkat'),
  );
  return { same, near: near.slice(0, MOST) };
}
