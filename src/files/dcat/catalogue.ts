import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Release } from '../../model/release.ts';
import { factsOf } from '../common/facts.ts';
import { type Scope, scopesOf } from '../common/scopes.ts';
import type { PublishedFile } from '../file.ts';
import { iri, node, type Statements, sv, type Term, type Triple, typed } from './graph.ts';

const EU = 'http://publications.europa.eu/resource/authority/';
const SWEDEN = iri('http://sws.geonames.org/2661886');
const SWEDISH = iri(`${EU}language/SWE`);

/** The formats that are distributions of a data set, and what the EU's list of file types calls them. */
const FILE_TYPE: Readonly<Record<string, string>> = {
  CSV: 'CSV',
  'CSV för Excel': 'CSV',
  Excel: 'XLSX',
  Parquet: 'PARQUET',
  'JSON-stat': 'JSON',
  PX: 'PC_AXIS',
  Zip: 'ZIP',
};

/**
 * The catalogue after DCAT-AP-SE 3.0.1: a data set for each area and for everything, one for each indicator in its
 * area's series, and the API as a data service. No blank nodes; every address is below the site or a code list's.
 */
export async function catalogueGraph(
  index: CatalogueIndex,
  written: readonly PublishedFile[],
): Promise<readonly Triple[]> {
  const { release, omraden, indikatorer } = index.catalogue;
  const ids = idsOf(release);
  const files = written.filter((f) => f.format in FILE_TYPE);
  const scopes = scopesOf(index);
  const sets: Triple[] = [];
  for (const scope of scopes) {
    const mine = files.filter((f) => f.group === scope.slug);
    sets.push(...node(ids.scope(scope.slug), 'dcat:Dataset', scopeStatements(index, scope, mine)));
    sets.push(...(await distributions(release, mine)));
  }
  for (const indicator of indikatorer) {
    const mine = files.filter((f) => f.group === 'indikator' && f.about === indicator.id);
    sets.push(
      ...node(ids.indicator(indicator.slug), 'dcat:Dataset', indicatorStatements(index, indicator, mine)),
    );
    sets.push(...(await distributions(release, mine)));
  }
  const series = omraden.flatMap((o) =>
    node(ids.series(o.slug), 'dcat:DatasetSeries', {
      'dcterms:title': sv(`Indikatorer: ${o.titel}`),
      'dcterms:description': sv(o.ingress),
      ...common(release),
    }),
  );
  const datasets = [
    ...scopes.map((s) => ids.scope(s.slug)),
    ...indikatorer.map((i) => ids.indicator(i.slug)),
    ...omraden.map((o) => ids.series(o.slug)),
  ].map(iri);
  return [
    ...catalogueNode(release, datasets),
    ...publisher(release),
    ...sets,
    ...series,
    ...service(release, datasets),
  ];
}

/** The address of each thing. All are parts of pages that exist. */
function idsOf({ webbplats, organisation }: Release) {
  return {
    catalogue: `${webbplats}data/#katalog`,
    service: `${webbplats}data/#api`,
    scope: (slug: string) => `${webbplats}data/#${slug}`,
    series: (slug: string) => `${webbplats}omraden/${slug}/#serie`,
    indicator: (slug: string) => `${webbplats}indikatorer/${slug}/#dataset`,
    publisher: organisation.orgnr
      ? `http://dataportal.se/organisation/SE${organisation.orgnr}`
      : organisation.uri,
    contact: `${organisation.webb}#kontakt`,
  };
}

function catalogueNode(release: Release, datasets: readonly Term[]): readonly Triple[] {
  const ids = idsOf(release);
  return node(ids.catalogue, 'dcat:Catalog', {
    'dcterms:title': sv(release.titel),
    'dcterms:description': sv(
      `Data från ${release.titel}: resultat för kommuner, stadsdelar, län och riket. En del är exempeldata och är märkta så.`,
    ),
    'dcterms:publisher': iri(ids.publisher),
    // The catalogue's own licence: descriptions of data are free of all conditions (DCAT-AP-SE requires CC0).
    'dcterms:license': iri('http://creativecommons.org/publicdomain/zero/1.0/'),
    'dcterms:issued': date(release.datum),
    'dcterms:modified': date(release.datum),
    'dcterms:language': SWEDISH,
    'dcterms:spatial': SWEDEN,
    'foaf:homepage': iri(release.webbplats),
    'dcat:themeTaxonomy': iri(`${EU}data-theme`),
    'dcat:dataset': datasets,
    'dcat:service': iri(ids.service),
  });
}

function publisher(release: Release): readonly Triple[] {
  const ids = idsOf(release);
  const { namn, orgnr, webb, epost, typ } = release.organisation;
  return [
    ...node(ids.publisher, 'foaf:Agent', {
      'foaf:name': sv(namn),
      'dcterms:type': iri(`http://purl.org/adms/publishertype/${typ}`),
      'dcterms:identifier': orgnr ? { value: orgnr } : null,
      'foaf:homepage': iri(webb),
    }),
    ...node(ids.contact, 'vcard:Organization', {
      'vcard:fn': { value: namn },
      'vcard:hasEmail': iri(`mailto:${epost}`),
      'vcard:hasURL': iri(webb),
    }),
  ];
}

/** What every data set and series of ours says. */
function common(release: Release): Statements {
  const ids = idsOf(release);
  return {
    'dcterms:publisher': iri(ids.publisher),
    'dcat:contactPoint': iri(ids.contact),
    'dcterms:issued': date(release.datum),
    'dcterms:modified': date(release.datum),
    'dcterms:language': SWEDISH,
    'dcterms:spatial': SWEDEN,
    'dcat:theme': [iri(`${EU}data-theme/SOCI`), iri(`${EU}data-theme/GOVE`)],
    'dcat:keyword': ['öppna jämförelser', 'kommuner', 'socialtjänst'].map(sv),
    'dcterms:accrualPeriodicity': iri(`${EU}frequency/IRREG`),
  };
}

function dataset(
  index: CatalogueIndex,
  indicators: readonly Indicator[],
  files: readonly PublishedFile[],
): Statements {
  const { release } = index.catalogue;
  return {
    ...common(release),
    'dcterms:accessRights': iri(`${EU}access-right/PUBLIC`),
    'dcat:version': { value: release.version },
    'dcterms:temporal': indicators.some((i) => yearsOf(index, [i]).length > 0)
      ? iri(periodId(release, yearsOf(index, indicators)))
      : null,
    'dcat:distribution': files.map((f) => iri(distributionId(release, f))),
  };
}

function scopeStatements(index: CatalogueIndex, scope: Scope, files: readonly PublishedFile[]): Statements {
  const { release, omraden } = index.catalogue;
  const example = files.some((f) => f.example);
  return {
    'dcterms:title': sv(scope.titel),
    'dcterms:description': sv(
      withExample(scope.omrade?.ingress ?? omraden.map((o) => o.ingress).join(' '), example),
    ),
    ...dataset(index, scope.indikatorer, files),
    'dcterms:identifier': { value: `${release.webbplats}data/#${scope.slug}` },
    'dcat:landingPage': iri(
      scope.omrade ? `${release.webbplats}omraden/${scope.slug}/` : `${release.webbplats}data/`,
    ),
  };
}

function indicatorStatements(
  index: CatalogueIndex,
  indicator: Indicator,
  files: readonly PublishedFile[],
): Statements {
  const { release } = index.catalogue;
  return {
    'dcterms:title': sv(indicator.titel),
    'dcterms:description': sv(
      withExample(
        indicator.definition,
        files.some((f) => f.example),
      ),
    ),
    ...dataset(index, [indicator], files),
    'dcterms:identifier': { value: indicator.id },
    'dcat:landingPage': iri(`${release.webbplats}indikatorer/${indicator.slug}/`),
    'dcat:inSeries': indicator.omraden.map((slug) => iri(idsOf(release).series(slug))),
  };
}

const withExample = (text: string, example: boolean) =>
  example ? `${text} Innehåller exempeldata, märkta på varje rad.` : text;

async function distributions(release: Release, files: readonly PublishedFile[]): Promise<readonly Triple[]> {
  const all: Triple[] = [];
  for (const file of files) {
    const { bytes, sha256 } = await factsOf(file);
    const address = `${release.webbplats}${file.path}`;
    const id = distributionId(release, file);
    const [media = ''] = file.mediaType.split(';');
    all.push(
      ...node(id, 'dcat:Distribution', {
        'dcterms:title': sv(`${file.title} (${file.format})`),
        'dcterms:description': sv(file.description),
        'dcat:accessURL': iri(address),
        'dcat:downloadURL': iri(address),
        // The EU's shapes want a term of their list, Swedish tools a media type: both stand here.
        'dcterms:format': iri(`${EU}file-type/${FILE_TYPE[file.format]}`),
        'dcat:mediaType': iri(`https://www.iana.org/assignments/media-types/${media}`),
        'dcat:byteSize': typed(String(bytes), 'xsd:nonNegativeInteger'),
        'spdx:checksum': iri(`${address}#sha256`),
        'dcterms:license': iri(release.licens.url),
        'dcterms:language': SWEDISH,
        'dcterms:issued': date(release.datum),
        'dcterms:modified': date(release.datum),
        'dcatap:availability': iri(`${EU}planned-availability/STABLE`),
        'adms:status': iri(`${EU}distribution-status/COMPLETED`),
      }),
      ...node(`${address}#sha256`, 'spdx:Checksum', {
        'spdx:algorithm': iri('http://spdx.org/rdf/terms#checksumAlgorithm_sha256'),
        'spdx:checksumValue': typed(sha256, 'xsd:hexBinary'),
      }),
    );
  }
  return all;
}

const distributionId = (release: Release, file: PublishedFile) =>
  `${release.webbplats}${file.path}#distribution`;

function service(release: Release, datasets: readonly Term[]): readonly Triple[] {
  const ids = idsOf(release);
  return node(ids.service, 'dcat:DataService', {
    'dcterms:title': sv(`${release.titel}: statiskt API`),
    'dcterms:description': sv('Alla värden och definitioner som JSON-filer med fasta adresser.'),
    'dcat:endpointURL': iri(`${release.webbplats}api/v1/`),
    'dcat:endpointDescription': iri(`${release.webbplats}api/v1/openapi.json`),
    'dcterms:format': iri(`${EU}file-type/JSON`),
    'dcterms:type': iri('http://www.wikidata.org/entity/Q749568'),
    'dcterms:publisher': iri(ids.publisher),
    'dcat:contactPoint': iri(ids.contact),
    'dcterms:license': iri(release.licens.url),
    'dcterms:accessRights': iri(`${EU}access-right/PUBLIC`),
    'dcat:servesDataset': datasets,
  });
}

/** Years of the values, ascending; those whose year is not known have none. */
export function yearsOf(index: CatalogueIndex, indicators: readonly Indicator[]): readonly number[] {
  const years = new Set(indicators.flatMap((i) => index.yearsOf(i.id)).filter((y) => y !== null));
  return [...years].sort((a, b) => a - b);
}

const periodId = (release: Release, years: readonly number[]) =>
  `${release.webbplats}data/#period-${years[0]}-${years.at(-1)}`;

/** The periods that data sets point at, each described once. */
export function periods(index: CatalogueIndex): readonly Triple[] {
  const { release, indikatorer } = index.catalogue;
  const spans = [...scopesOf(index).map((s) => s.indikatorer), ...indikatorer.map((i) => [i])]
    .map((indicators) => yearsOf(index, indicators))
    .filter((years) => years.length > 0);
  const unique = new Map(spans.map((years) => [periodId(release, years), years]));
  return [...unique].flatMap(([id, years]) =>
    node(id, 'dcterms:PeriodOfTime', {
      'dcat:startDate': typed(`${years[0]}-01-01`, 'xsd:date'),
      'dcat:endDate': typed(`${years.at(-1)}-12-31`, 'xsd:date'),
    }),
  );
}

const date = (iso: string) => typed(iso, 'xsd:date');
