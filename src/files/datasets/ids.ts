import type { Release } from '../../model/release.ts';
import type { PublishedFile } from '../file.ts';

/** The address of each thing in the catalogue. All are parts of pages that exist; none is a blank node. */
export function idsOf({ webbplats, organisation }: Release) {
  return {
    catalogue: `${webbplats}data/#katalog`,
    service: `${webbplats}data/#api`,
    scope: (slug: string) => `${webbplats}data/#${slug}`,
    edition: (slug: string, ar: number) => `${webbplats}omraden/${slug}/${ar}/#dataset`,
    indicator: (slug: string) => `${webbplats}indikatorer/${slug}/#dataset`,
    editionSeries: (slug: string) => `${webbplats}omraden/${slug}/#undersokningar`,
    indicatorSeries: (slug: string) => `${webbplats}omraden/${slug}/#indikatorer`,
    period: (from: number, to: number) => `${webbplats}data/#period-${from}-${to}`,
    file: (file: Pick<PublishedFile, 'path'>) => `${webbplats}${file.path}`,
    distribution: (file: Pick<PublishedFile, 'path'>) => `${webbplats}${file.path}#distribution`,
    checksum: (file: Pick<PublishedFile, 'path'>) => `${webbplats}${file.path}#sha256`,
    publisher: organisation.orgnr
      ? `http://dataportal.se/organisation/SE${organisation.orgnr}`
      : organisation.uri,
    contact: `${organisation.webb}#kontakt`,
  };
}

const EU = 'http://publications.europa.eu/resource/authority/';

/** Terms of the EU's code lists and of GeoNames. */
export const TERMS = {
  sweden: 'https://sws.geonames.org/2661886/',
  swedish: `${EU}language/SWE`,
  themes: `${EU}data-theme`,
  society: `${EU}data-theme/SOCI`,
  government: `${EU}data-theme/GOVE`,
  irregular: `${EU}frequency/IRREG`,
  public: `${EU}access-right/PUBLIC`,
  stable: `${EU}planned-availability/STABLE`,
  completed: `${EU}distribution-status/COMPLETED`,
  cc0: 'http://creativecommons.org/publicdomain/zero/1.0/',
  /** Model for Tabular Data and Metadata on the Web: what every CSV file is described by. */
  tabular: 'https://www.w3.org/TR/tabular-data-model/',
  rest: 'http://www.wikidata.org/entity/Q749568',
  sha256: 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256',
  fileType: (name: string) => `${EU}file-type/${name}`,
  mediaType: (name: string) => `https://www.iana.org/assignments/media-types/${name}`,
} as const;
