/** Swedish alphabetical order. */
export const collator = new Intl.Collator('sv');

/** Swedish order: … z, å, ä, ö. For `sort` and `toSorted`. */
export const compareSwedish: (a: string, b: string) => number = collator.compare;

/** Things under the first letter of their names, in Swedish order. */
export function byInitial<T extends { readonly namn: string }>(
  things: readonly T[],
): readonly (readonly [letter: string, things: readonly T[]])[] {
  return [...Map.groupBy(sortedByName(things), ({ namn }) => namn.charAt(0).toLocaleUpperCase('sv'))];
}

/** Things in the Swedish order of their names; same names keep their order. */
export function sortedByName<T extends { readonly namn: string }>(things: readonly T[]): readonly T[] {
  return things.toSorted((a, b) => compareSwedish(a.namn, b.namn));
}
