import { inventeringSeries } from '../../content/inventering/series.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Edition, Omrade } from '../../model/edition.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Kommun } from '../../model/kommun.ts';
import type { Feed, FeedEntry } from './atom.ts';

/** Paths of the feeds below the site root. Pages point at them with `<link rel="alternate">`. */
export const feedPaths = {
  all: 'floden/alla.xml',
  kalender: 'floden/kalender.xml',
  ical: 'kalender.ics',
  kommun: ({ slug }: Pick<Kommun, 'slug'>) => `floden/kommuner/${slug}.xml`,
  indikator: ({ slug }: Pick<Indicator, 'slug'>) => `floden/indikatorer/${slug}.xml`,
};

const EXAMPLE = ' Svaren per kommun är exempeldata.';

/**
 * An edition and its corrections, as entries about one page. What has happened and the place that it happened to are the entry's id:
 * readers show an id once, whatever feeds it comes from.
 * @param about `place` is empty for the country as a whole
 */
function editionEntries(
  { slug, titel }: Omrade,
  edition: Edition,
  about: { readonly page: string; readonly of: string; readonly place: string },
): readonly FeedEntry[] {
  const id = `utgava/${slug}/${edition.ar}${about.place}`;
  const name = `${titel} ${edition.ar}`;
  return [
    {
      id,
      title: `${name}: resultat publicerade`,
      datum: edition.publicerad,
      page: about.page,
      summary: `Resultat ${about.of} från undersökningen ${edition.insamling}.${edition.exempel ? EXAMPLE : ''}`,
    },
    ...edition.rattelser.map((r, i) => ({
      id: `${id}/rattelse/${r.version}/${i + 1}`,
      title: `${name}: rättelse i version ${r.version}`,
      datum: r.datum,
      page: about.page,
      summary: r.text,
    })),
  ];
}

function releaseEntry({ catalogue }: CatalogueIndex): FeedEntry {
  const { release } = catalogue;
  return {
    id: `version/${release.version}`,
    title: `Version ${release.version} av ${release.titel}`,
    datum: release.datum,
    page: '/data/andringar/',
    summary: `Alla sidor och filer har version ${release.version}. Se vad som har ändrats.`,
  };
}

/**
 * The inventories that a version holds. When a kommun made one is not known; that it stands here is news of the version,
 * which is therefore part of the id.
 */
function inventeringEntries(index: CatalogueIndex, kod: string | null): readonly FeedEntry[] {
  const { release } = index.catalogue;
  return inventeringSeries(index)
    .filter((s) => kod === null || s.years[0]?.kod === kod)
    .map(({ slug, namn, exempel, years }) => ({
      id: `inventering/${slug}/${release.version}`,
      title: `Inventering av insatser för boende: ${namn} ${years.map((y) => y.ar).join(', ')}`,
      datum: release.datum,
      page: `/inventering/${slug}/`,
      summary: `Svar på frågorna, mönster och nästa steg, med små tal skyddade.${exempel ? ' Kommunen och siffrorna är påhittade.' : ''}`,
    }));
}

/** What the feed of everything new is called. */
export const ALL_NEWS = 'alla nyheter';

/** Everything new. */
export function allFeed(index: CatalogueIndex): Feed {
  const { omraden } = index.catalogue;
  return {
    path: feedPaths.all,
    name: ALL_NEWS,
    page: '/',
    entries: [
      releaseEntry(index),
      ...inventeringEntries(index, null),
      ...omraden.flatMap((o) =>
        o.utgavor.flatMap((e) =>
          editionEntries(o, e, {
            page: `/omraden/${o.slug}/${e.ar}/`,
            of: 'för riket, län och kommuner',
            place: '',
          }),
        ),
      ),
    ],
  };
}

/** What concerns one kommun: the editions that it was asked in, their corrections, and each version. */
export function kommunFeed(index: CatalogueIndex, kommun: Kommun): Feed {
  const { omraden } = index.catalogue;
  const asked = (o: Omrade, ar: number) =>
    index.indikatorerOf(o.slug, ar).some((i) => index.observation(i.id, kommun.kod, ar) !== undefined);
  return {
    path: feedPaths.kommun(kommun),
    name: kommun.namn,
    page: `/kommuner/${kommun.slug}/`,
    entries: [
      releaseEntry(index),
      ...inventeringEntries(index, kommun.kod),
      ...omraden.flatMap((o) =>
        o.utgavor
          .filter((e) => asked(o, e.ar))
          .flatMap((e) =>
            editionEntries(o, e, {
              page: `/kommuner/${kommun.slug}/${o.slug}/`,
              of: `för ${kommun.namn}`,
              place: `/kommun/${kommun.kod}`,
            }),
          ),
      ),
    ],
  };
}

/** What concerns one indicator: the editions that asked it, their corrections, and each version. */
export function indicatorFeed(index: CatalogueIndex, indicator: Indicator): Feed {
  const { omraden } = index.catalogue;
  const page = `/indikatorer/${indicator.slug}/`;
  return {
    path: feedPaths.indikator(indicator),
    name: indicator.titel,
    page,
    entries: [
      releaseEntry(index),
      ...omraden
        .filter((o) => indicator.typ === 'enkat' && indicator.omraden.includes(o.slug))
        .flatMap((o) =>
          o.utgavor
            .filter((e) => indicator.ar.includes(e.ar))
            .flatMap((e) =>
              editionEntries(o, e, {
                page,
                of: `för ”${indicator.kortnamn}”`,
                place: `/indikator/${indicator.id}`,
              }),
            ),
        ),
    ],
  };
}
