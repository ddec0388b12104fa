import { type Indicator, KVALITETSOMRADEN } from '../model/indicator.ts';

/** Things of the same kvalitetsområde, under its name. */
export type QualityGroup<T> = { readonly title: string; readonly items: readonly T[] };

/** Sorts things into kvalitetsområden, in their order; registers and background measures come last, by kind. */
export function byQuality<T>(
  items: readonly T[],
  indicatorOf: (item: T) => Indicator,
): readonly QualityGroup<T>[] {
  const titleOf = ({ kvalitetsomrade, typ }: Indicator) =>
    kvalitetsomrade ??
    (typ === 'bakgrund' ? 'Bakgrundsmått' : typ === 'register' ? 'Registeruppgifter' : 'Övriga frågor');
  return [...KVALITETSOMRADEN, 'Övriga frågor', 'Registeruppgifter', 'Bakgrundsmått']
    .map((title) => ({ title, items: items.filter((item) => titleOf(indicatorOf(item)) === title) }))
    .filter((group) => group.items.length > 0);
}
