const LETTERS: ReadonlyMap<string, string> = new Map([
  ['å', 'a'],
  ['ä', 'a'],
  ['ö', 'o'],
  ['é', 'e'],
  ['ü', 'u'],
]);

/** `Upplands Väsby` → `upplands-vasby`: letters for an address; anything else becomes a hyphen. */
export function slugOf(name: string): string {
  return [...name.toLowerCase()]
    .map((letter) => LETTERS.get(letter) ?? letter)
    .join('')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * One slug for each name, all different. Where two collide, the name that is spelt like the slug keeps it and the
 * others get their code added: Habo `habo`, Håbo `habo-0305`.
 */
export function uniqueSlugs(
  places: readonly { readonly kod: string; readonly namn: string }[],
): ReadonlyMap<string, string> {
  const bySlug = new Map<string, { readonly kod: string; readonly namn: string }[]>();
  for (const place of places) {
    const slug = slugOf(place.namn);
    bySlug.set(slug, [...(bySlug.get(slug) ?? []), place]);
  }
  const slugs = new Map<string, string>();
  for (const [slug, sharing] of bySlug) {
    const plain = sharing.find((p) => p.namn.toLowerCase() === slug) ?? sharing[0];
    for (const place of sharing) slugs.set(place.kod, place === plain ? slug : `${slug}-${place.kod}`);
  }
  return slugs;
}
