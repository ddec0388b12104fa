import {
  kommunAmnePath,
  kommunPath,
  kommunYearPath,
  similarPath,
  worksheetPath,
} from '../../markup/paths.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { kommunArea } from './area.ts';
import { editionYears } from './area-page.ts';
import type { FormerDocument } from './history.ts';

/** A page about one kommun, and the page about it that is always there. */
type KommunPage = { readonly path: string; readonly always: string };

/**
 * Every page that there can be about one kommun: in the same order for every kommun, so that the pages of two stand
 * beside each other. The one fact that addresses of what was are made from.
 * @param kommun one of today or a former one
 */
function kommunPages(
  { catalogue: { omraden, amnen } }: Pick<CatalogueIndex, 'catalogue'>,
  kommun: { readonly slug: string },
  yearsOf: (slug: string) => readonly number[],
): readonly KommunPage[] {
  const own = kommunPath(kommun);
  return [
    { path: own, always: own },
    ...omraden.flatMap(({ slug }) => {
      const area = kommunPath(kommun, slug);
      const below = [
        ...yearsOf(slug).map((ar) => kommunYearPath(kommun, slug, ar)),
        worksheetPath(kommun, slug),
      ];
      return [area, ...below].map((path) => ({ path, always: area }));
    }),
    ...amnen
      .filter((a) => a.slag === 'fraga')
      .map((amne) => ({ path: kommunAmnePath(kommun, amne), always: own })),
    { path: similarPath(kommun), always: own },
  ];
}

/** An address of what was, and the page of each kommun that it became. */
export type FormerAddress = {
  readonly path: string;
  readonly former: FormerDocument;
  readonly now: readonly { readonly namn: string; readonly path: string }[];
};

/** Every page that a former kommun had. Where what it became lacks such a page, its area's page stands in. */
export function formerAddresses(
  index: CatalogueIndex,
  formers: readonly FormerDocument[],
): readonly FormerAddress[] {
  const { omraden } = index.catalogue;
  const yearsOf = (slug: string) => editionYears(index, { slug });
  return formers.flatMap((former) => {
    const now = former.now.map((kommun) => {
      // A worksheet is there only for a kommun with answers of its own.
      const lacks = omraden
        .filter((o) => !kommunArea(index, kommun, o)?.own)
        .map((o) => worksheetPath(kommun, o.slug));
      return { kommun, lacks, pages: kommunPages(index, kommun, yearsOf) };
    });
    return kommunPages(index, former.kommun, yearsOf).map(({ path }, i) => ({
      path,
      former,
      now: now.flatMap(({ kommun, lacks, pages }) => {
        const page = pages[i];
        return page ? [{ namn: kommun.namn, path: lacks.includes(page.path) ? page.always : page.path }] : [];
      }),
    }));
  });
}

/** The same for the route of one folder of the site: the rest of the path below it, and what the page says. */
export const formerRoutes = (
  index: CatalogueIndex,
  formers: readonly FormerDocument[],
  below: '/kommuner/' | '/jamfor/liknande/',
) =>
  formerAddresses(index, formers)
    .filter(({ path }) => path.startsWith(below))
    .map((props) => ({ params: { gammal: props.path.slice(below.length, -1) }, props }));
