import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Release } from '../../model/release.ts';
import { idsOf, TERMS } from '../datasets/ids.ts';
import { type DataFile, type DataSet, dataSetsOf } from '../datasets/index.ts';

/** Google's shortest and longest description of a data set. */
const SHORTEST = 50;
const LONGEST = 5000;

/**
 * The `schema.org/Dataset` of each page that is the landing page of a data set, by the page's path below the site
 * root (`indikatorer/avhysningar/`). The same data sets as in the DCAT catalogue.
 */
export function datasetsByPage(
  index: CatalogueIndex,
  files: readonly DataFile[],
): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const { release } = index.catalogue;
  return new Map(
    dataSetsOf(index, files).map((set) => [
      set.landingPage.slice(release.webbplats.length),
      schemaOrgDataset(release, set),
    ]),
  );
}

function schemaOrgDataset(release: Release, set: DataSet) {
  const { organisation, licens, webbplats, version, datum, titel } = release;
  const ids = idsOf(release);
  const publisher = {
    '@type': 'Organization',
    '@id': ids.publisher,
    name: organisation.namn,
    url: organisation.webb,
  };
  const [from] = set.years;
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': set.id,
    name: set.title,
    description: describedBy(set, titel),
    url: set.landingPage,
    identifier: set.identifier,
    version,
    datePublished: datum,
    dateModified: datum,
    inLanguage: 'sv',
    license: licens.url,
    isAccessibleForFree: true,
    creator: publisher,
    publisher,
    keywords: set.keywords,
    ...(from === undefined ? {} : { temporalCoverage: interval(from, set.years.at(-1) ?? from) }),
    spatialCoverage: { '@type': 'Place', name: 'Sverige', sameAs: TERMS.sweden },
    variableMeasured: set.title,
    includedInDataCatalog: {
      '@type': 'DataCatalog',
      '@id': ids.catalogue,
      name: titel,
      url: `${webbplats}data/`,
    },
    distribution: set.files.map((file) => ({
      '@type': 'DataDownload',
      name: `${file.title} (${file.format})`,
      contentUrl: ids.file(file),
      encodingFormat: file.mediaType.split(';')[0],
    })),
  };
}

/** ISO 8601, as schema.org wants it. */
const interval = (from: number, to: number) => (from === to ? String(from) : `${from}/${to}`);

function describedBy({ title, description }: DataSet, site: string): string {
  const text = description.length < SHORTEST ? `${title}. ${description} Ur ${site}.` : description;
  return text.slice(0, LONGEST);
}

/** JSON for a `<script type="application/ld+json">`: nothing in it can end the element. */
export const scriptJson = (content: unknown): string => JSON.stringify(content).replaceAll('<', '\\u003c');
