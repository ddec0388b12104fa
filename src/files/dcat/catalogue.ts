import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Release } from '../../model/release.ts';
import { idsOf, TERMS } from '../datasets/ids.ts';
import { type DataSet, type DataSetSeries, dataSetSeriesOf, dataSetsOf } from '../datasets/index.ts';
import type { PublishedFile } from '../file.ts';
import { distribution } from './distributions.ts';
import { iri, node, type RdfTerm, type Statements, sv, type Triple, typed } from './graph.ts';

/**
 * The catalogue after DCAT-AP-SE 3.0.1: a data set for each area and for everything; each survey and each indicator
 * in a series of its area; and the API as a data service. No blank nodes.
 */
export async function catalogueGraph(
  index: CatalogueIndex,
  written: readonly PublishedFile[],
): Promise<readonly Triple[]> {
  const { release } = index.catalogue;
  const sets = dataSetsOf(index, written);
  const series = dataSetSeriesOf(index).filter(({ id }) => sets.some((s) => s.series.includes(id)));
  const addresses = [...sets, ...series].map((s) => iri(s.id));
  const files: Triple[] = [];
  for (const file of sets.flatMap((s) => s.files)) files.push(...(await distribution(release, file)));
  return [
    ...catalogueNode(release, addresses),
    ...publisher(release),
    ...sets.flatMap((s) => dataSetNode(release, s)),
    ...series.flatMap((s) => seriesNode(release, s)),
    ...periods(release, sets),
    ...service(
      release,
      sets.map((s) => iri(s.id)),
    ),
    ...files,
  ];
}

function catalogueNode(release: Release, datasets: readonly RdfTerm[]): readonly Triple[] {
  const ids = idsOf(release);
  return node(ids.catalogue, 'dcat:Catalog', {
    'dcterms:title': sv(release.titel),
    'dcterms:description': sv(
      `Data från ${release.titel}: resultat för kommuner, stadsdelar, län och riket. En del är exempeldata och är märkta så.`,
    ),
    'dcterms:publisher': iri(ids.publisher),
    // The catalogue's own licence: descriptions of data are free of all conditions (DCAT-AP-SE requires CC0).
    'dcterms:license': iri(TERMS.cc0),
    'dcterms:issued': date(release.datum),
    'dcterms:modified': date(release.datum),
    'dcterms:language': iri(TERMS.swedish),
    'dcterms:spatial': iri(TERMS.sweden),
    'foaf:homepage': iri(release.webbplats),
    'dcat:themeTaxonomy': iri(TERMS.themes),
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
    'dcterms:language': iri(TERMS.swedish),
    'dcterms:spatial': iri(TERMS.sweden),
    'dcat:theme': [iri(TERMS.society), iri(TERMS.government)],
    'dcterms:accrualPeriodicity': iri(TERMS.irregular),
  };
}

const KEYWORDS = ['öppna jämförelser', 'kommuner', 'socialtjänst'] as const;

function dataSetNode(release: Release, set: DataSet): readonly Triple[] {
  const ids = idsOf(release);
  return node(set.id, 'dcat:Dataset', {
    ...common(release),
    'dcterms:title': sv(set.title),
    'dcterms:description': sv(set.description),
    'dcterms:identifier': { value: set.identifier },
    'dcat:landingPage': iri(set.landingPage),
    'dcat:keyword': [...KEYWORDS, ...set.keywords].map(sv),
    'dcterms:accessRights': iri(TERMS.public),
    'dcterms:conformsTo': iri(TERMS.tabular),
    'dcat:version': { value: release.version },
    'dcterms:temporal': spanOf(set.years).map(([from, to]) => iri(ids.period(from, to))),
    'dcat:temporalResolution': set.years.length > 0 ? typed('P1Y', 'xsd:duration') : null,
    'dcat:inSeries': set.series.map(iri),
    'dcat:distribution': set.files.map((f) => iri(ids.distribution(f))),
  });
}

function seriesNode(release: Release, { id, title, description }: DataSetSeries): readonly Triple[] {
  return node(id, 'dcat:DatasetSeries', {
    ...common(release),
    'dcterms:title': sv(title),
    'dcterms:description': sv(description),
    'dcat:keyword': KEYWORDS.map(sv),
  });
}

/** First and last year, as one pair or none. */
function spanOf(years: readonly number[]): readonly (readonly [number, number])[] {
  const [from] = years;
  const to = years.at(-1);
  return from === undefined || to === undefined ? [] : [[from, to]];
}

/** The periods that data sets point at, each described once. */
function periods(release: Release, sets: readonly DataSet[]): readonly Triple[] {
  const { period } = idsOf(release);
  const unique = new Map(
    sets.flatMap((s) => spanOf(s.years)).map(([from, to]) => [period(from, to), [from, to] as const]),
  );
  return [...unique].flatMap(([id, [from, to]]) =>
    node(id, 'dcterms:PeriodOfTime', {
      'dcat:startDate': date(`${from}-01-01`),
      'dcat:endDate': date(`${to}-12-31`),
    }),
  );
}

function service(release: Release, datasets: readonly RdfTerm[]): readonly Triple[] {
  const ids = idsOf(release);
  return node(ids.service, 'dcat:DataService', {
    'dcterms:title': sv(`${release.titel}: statiskt API`),
    'dcterms:description': sv('Alla värden och definitioner som JSON-filer med fasta adresser.'),
    'dcat:endpointURL': iri(`${release.webbplats}api/v1/`),
    'dcat:endpointDescription': iri(`${release.webbplats}api/v1/openapi.json`),
    'dcat:landingPage': iri(`${release.webbplats}data/api/`),
    'dcat:keyword': [...KEYWORDS, 'API'].map(sv),
    'dcterms:format': iri(TERMS.fileType('JSON')),
    'dcterms:type': iri(TERMS.rest),
    'dcterms:publisher': iri(ids.publisher),
    'dcat:contactPoint': iri(ids.contact),
    'dcterms:license': iri(release.licens.url),
    'dcterms:accessRights': iri(TERMS.public),
    'dcat:servesDataset': datasets,
  });
}

const date = (iso: string) => typed(iso, 'xsd:date');
