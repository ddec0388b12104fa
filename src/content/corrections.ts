import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Rattelse } from '../model/edition.ts';
import { yearKey } from '../model/observation.ts';
import { formatDate } from '../text/dates.ts';

/** A correction: what it is about, by area and indicator, or by collection and the id of what lies in it. */
export type Correction = Rattelse & {
  /** Slug of an area, or of a collection. */
  readonly omrade: string;
  /** The edition or the round; null for registers, and for all of a kartläggning or a programme. */
  readonly ar: number | null;
  readonly indikatorer: readonly string[];
};

/** What is published beside the areas: the folder in the data folder, and what a reader calls it. */
export const COLLECTIONS = {
  kartlaggningar: 'Kartläggningar',
  inventering: 'Inventeringar',
  program: 'Program',
} as const;
export type Collection = keyof typeof COLLECTIONS;

/** Id of one kartläggning, inventory (by the kommun's code) or programme, among the ids of indicators. */
export const collectedId = (collection: Collection, name: string) => `${collection}/${name}`;

/** How the id of a programme's measures begins: they change while it is carried out, without any fault. */
export const MEASURES = 'atgarder/';

/** What everything that has figures is called, and where it belongs: areas and collections by slug, the rest by id. */
export type Names = {
  readonly omraden: ReadonlyMap<string, string>;
  readonly indikatorer: ReadonlyMap<string, { readonly kortnamn: string; readonly omrade: string }>;
};

/** The names of a catalogue. */
export function correctedNames({ catalogue }: CatalogueIndex): Names {
  const { omraden, indikatorer, kartlaggningar, inventeringar, program } = catalogue;
  const named = (collection: Collection, name: string, kortnamn: string) =>
    [collectedId(collection, name), { kortnamn, omrade: collection }] as const;
  return {
    omraden: new Map([...omraden.map((o) => [o.slug, o.titel] as const), ...Object.entries(COLLECTIONS)]),
    indikatorer: new Map([
      ...indikatorer.map(({ id, kortnamn, omrade }) => [id, { kortnamn, omrade }] as const),
      ...kartlaggningar.map((k) => named('kartlaggningar', k.slug, k.titel)),
      ...inventeringar.map((i) => named('inventering', i.kod, i.namn)),
      ...program.map((p) => named('program', p.slug, p.titel)),
      ...program.map(
        (p) => [`${MEASURES}${p.slug}`, { kortnamn: `${p.titel}: åtgärder`, omrade: 'program' }] as const,
      ),
    ]),
  };
}

/** What a correction is about, for a reader: `Hemlöshet 2016`. @param names the first that know it name it */
export function correctedName(names: readonly Names[], { omrade, indikatorer, ar }: Correction): string {
  const first = <T>(find: (of: Names) => T | undefined) => names.map(find).find((x) => x !== undefined);
  const about = indikatorer.map((id) => first((n) => n.indikatorer.get(id))?.kortnamn ?? id);
  return [first((n) => n.omraden.get(omrade)) ?? omrade, about.join(', '), yearKey(ar)]
    .filter((part) => part !== '')
    .join(' ');
}

/** Every correction: of an edition, an area's registers, a kartläggning, an inventory and a programme. */
export function correctionsOf({ catalogue }: CatalogueIndex): readonly Correction[] {
  const { omraden, kartlaggningar, inventeringar, program } = catalogue;
  const of = (collection: Collection, name: string) => ({
    omrade: collection,
    indikatorer: [collectedId(collection, name)],
  });
  return [
    ...omraden.flatMap((o) => [
      ...o.utgavor.flatMap((e) =>
        e.rattelser.map((r) => ({ omrade: o.slug, ar: e.ar, ...r, indikatorer: [] })),
      ),
      ...o.rattelser.map((r) => ({ omrade: o.slug, ar: null, ...r })),
    ]),
    ...kartlaggningar.flatMap((k) => k.rattelser.map((r) => ({ ...r, ...of('kartlaggningar', k.slug) }))),
    ...inventeringar.flatMap((i) =>
      i.rattelser.map((r) => ({ ...r, ar: i.ar, ...of('inventering', i.kod) })),
    ),
    ...program.flatMap((p) => p.rattelser.map((r) => ({ ...r, ar: null, ...of('program', p.slug) }))),
  ];
}

/** What has been corrected in a kartläggning (of one round, or all), an inventory or a programme; newest first. */
export function correctionTexts(
  index: CatalogueIndex,
  [collection, name]: readonly [Collection, string],
  ar?: number,
): readonly string[] {
  const id = collectedId(collection, name);
  return correctionsOf(index)
    .filter((r) => r.indikatorer.includes(id) && (ar === undefined || r.ar === null || r.ar === ar))
    .toSorted((a, b) => (a.datum < b.datum ? 1 : -1))
    .map((r) => `${formatDate(r.datum)}, version ${r.version}: ${r.text}`);
}
