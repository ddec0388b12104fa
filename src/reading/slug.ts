const LETTERS: Readonly<Record<string, string>> = { å: 'a', ä: 'a', ö: 'o', é: 'e', ü: 'u' };

/** A Swedish name as part of an address: å, ä → a, ö → o, anything else that is not a letter or digit → hyphen. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[åäöéü]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * Slugs that are unique: where names collide, the one that is spelt as its slug keeps it and the others get their
 * code added (Habo → `habo`, Håbo → `habo-0305`).
 */
export function uniqueSlugs(
  places: readonly { readonly kod: string; readonly namn: string }[],
): ReadonlyMap<string, string> {
  const taken = new Map<string, string[]>();
  for (const { kod, namn } of places) taken.set(slugOf(namn), [...(taken.get(slugOf(namn)) ?? []), kod]);
  return new Map(
    places.map(({ kod, namn }) => {
      const slug = slugOf(namn);
      const keeps = taken.get(slug)?.length === 1 || namn.toLowerCase() === slug;
      return [kod, keeps ? slug : `${slug}-${kod}`];
    }),
  );
}
