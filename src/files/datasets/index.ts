import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Omrade } from '../../model/edition.ts';
import type { Indicator } from '../../model/indicator.ts';
import { perIndex } from '../../model/per-index.ts';
import { answeredYears } from '../../statistics/profile.ts';
import { type DataScope, scopesOf } from '../common/scopes.ts';
import type { PublishedFile } from '../file.ts';
import { idsOf } from './ids.ts';

/** A file as a data set needs it: without its bytes. */
export type DataFile = Omit<PublishedFile, 'content' | 'rendering'>;

/** The formats that are distributions of a data set, and what the EU's list of file types calls them. */
export const FILE_TYPE: Readonly<Record<string, string>> = {
  CSV: 'CSV',
  'CSV för Excel': 'CSV',
  Excel: 'XLSX',
  Parquet: 'PARQUET',
  'JSON-stat': 'JSON',
  // The list has no PC-Axis that we have seen; it is a text file.
  PX: 'TXT',
  Zip: 'ZIP',
};

/** A data set as every catalogue describes it: DCAT and schema.org are two ways to write it. */
export type DataSet<File extends DataFile = DataFile> = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly identifier: string;
  readonly landingPage: string;
  /** Years of the values, ascending; empty when none is known. */
  readonly years: readonly number[];
  readonly keywords: readonly string[];
  /** Addresses of the series that it belongs to. */
  readonly series: readonly string[];
  readonly files: readonly File[];
};

/** Portals hide the members of a series: one area's surveys, or its indicators. */
export type DataSetSeries = { readonly id: string; readonly title: string; readonly description: string };

/** Everything of an area or of all, then each survey, then each indicator. Sets without files are left out. */
export function dataSetsOf<File extends DataFile>(
  index: CatalogueIndex,
  written: readonly File[],
): readonly DataSet<File>[] {
  return possibleSets(index, written).filter((set) => set.files.length > 0);
}

/** Addresses of the pages that a data set can have for its own, whatever files there are. */
export const landingPages = perIndex(
  (index): ReadonlySet<string> => new Set(possibleSets(index, []).map((set) => set.landingPage)),
);

function possibleSets<File extends DataFile>(
  index: CatalogueIndex,
  written: readonly File[],
): readonly DataSet<File>[] {
  const files = written.filter((f) => f.format in FILE_TYPE);
  const { omraden, indikatorer } = index.catalogue;
  return [
    ...scopesOf(index).map((scope) => scopeSet(index, scope, files)),
    ...omraden.flatMap((o) => answeredYears(index, o.slug).map((ar) => editionSet(index, o, ar, files))),
    ...indikatorer.map((i) => indicatorSet(index, i, files)),
    ...TOPICS.map((topic) => topicSet(index, topic, files)),
  ];
}

type Topic = {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly page: string;
  readonly keywords: readonly string[];
  readonly years: (index: CatalogueIndex) => readonly number[];
};

/** What is published beside the areas: each is a folder below `data/`. */
const TOPICS: readonly Topic[] = [
  {
    slug: 'referens',
    title: 'Kommuner, län och stadsdelar, och kolumnernas betydelse',
    description: 'De koder och namn som filerna använder, och vad varje kolumn betyder.',
    page: 'data/',
    keywords: ['koder', 'stadsdelar'],
    years: () => [],
  },
  {
    slug: 'kartlaggningar',
    title: 'Kartläggningar av hemlöshet',
    description: 'Hur många personer i hemlöshet som räknades i landet och i de största städerna.',
    page: 'kartlaggningar/',
    keywords: ['hemlöshet', 'kartläggning'],
    years: ({ catalogue }) => catalogue.kartlaggningar.flatMap((k) => k.varden.map((v) => v.ar)),
  },
  {
    slug: 'inventering',
    title: 'Inventeringar av insatser för boende',
    description: 'Socialtjänstens insatser för boende, räknade av kommunerna själva.',
    page: 'inventering/',
    keywords: ['hemlöshet', 'bostad'],
    years: ({ catalogue }) => catalogue.inventeringar.map((i) => i.ar),
  },
  {
    slug: 'program',
    title: 'Program mot hemlöshet',
    description: 'Mål, indikatorer, utfall och åtgärder i kommuners program mot hemlöshet.',
    page: 'program/',
    keywords: ['hemlöshet', 'program'],
    years: ({ catalogue }) => catalogue.program.flatMap((p) => p.indikatorer.map((i) => i.basar)),
  },
];

function topicSet<File extends DataFile>(
  index: CatalogueIndex,
  topic: Topic,
  files: readonly File[],
): DataSet<File> {
  const { release } = index.catalogue;
  const mine = files.filter((f) => f.path.startsWith(`data/${topic.slug}/`));
  return {
    id: idsOf(release).scope(topic.slug),
    title: topic.title,
    description: withExample(topic.description, mine),
    identifier: topic.slug,
    landingPage: `${release.webbplats}${topic.page}`,
    years: [...new Set(topic.years(index))].toSorted((a, b) => a - b),
    keywords: topic.keywords,
    series: [],
    files: mine,
  };
}

/** A series for each area's surveys and one for its indicators. */
export function dataSetSeriesOf(index: CatalogueIndex): readonly DataSetSeries[] {
  const ids = idsOf(index.catalogue.release);
  return index.catalogue.omraden.flatMap((o) => [
    { id: ids.editionSeries(o.slug), title: `Undersökningar: ${o.titel}`, description: o.ingress },
    { id: ids.indicatorSeries(o.slug), title: `Indikatorer: ${o.titel}`, description: o.ingress },
  ]);
}

/** A file of one survey alone: `data/hemloshet/2016.xlsx`. */
const isOfYear = (omrade: string, ar: number, { path }: DataFile) =>
  path.startsWith(`data/${omrade}/${ar}`) && !/\d/.test(path.charAt(`data/${omrade}/${ar}`.length));

function scopeSet<File extends DataFile>(
  index: CatalogueIndex,
  scope: DataScope,
  files: readonly File[],
): DataSet<File> {
  const { release, omraden } = index.catalogue;
  const years = scope.omrade ? answeredYears(index, scope.slug) : [];
  const mine = files.filter(
    (f) => f.group === scope.slug && !years.some((ar) => isOfYear(scope.slug, ar, f)),
  );
  const text = scope.omrade?.ingress ?? omraden.map((o) => o.ingress).join(' ');
  return {
    id: idsOf(release).scope(scope.slug),
    title: scope.titel,
    description: withExample(text, mine),
    identifier: scope.slug,
    landingPage: `${release.webbplats}${scope.omrade ? `omraden/${scope.slug}/` : 'data/'}`,
    years: yearsOf(index, scope.indikatorer),
    keywords: scope.omrade ? [scope.omrade.kortnamn] : omraden.map((o) => o.kortnamn),
    series: [],
    files: mine,
  };
}

function editionSet<File extends DataFile>(
  index: CatalogueIndex,
  omrade: Omrade,
  ar: number,
  files: readonly File[],
): DataSet<File> {
  const { release } = index.catalogue;
  const ids = idsOf(release);
  const mine = files.filter((f) => f.group === omrade.slug && isOfYear(omrade.slug, ar, f));
  return {
    id: ids.edition(omrade.slug, ar),
    title: `${omrade.titel} ${ar}`,
    description: withExample(`Resultat från undersökningen ${ar}. ${omrade.ingress}`, mine),
    identifier: `${omrade.slug}-${ar}`,
    landingPage: `${release.webbplats}omraden/${omrade.slug}/${ar}/`,
    years: [ar],
    keywords: [omrade.kortnamn, `undersökningen ${ar}`],
    series: [ids.editionSeries(omrade.slug)],
    files: mine,
  };
}

function indicatorSet<File extends DataFile>(
  index: CatalogueIndex,
  indicator: Indicator,
  files: readonly File[],
): DataSet<File> {
  const { release } = index.catalogue;
  const ids = idsOf(release);
  const mine = files.filter((f) => f.group === 'indikator' && f.about === indicator.id);
  return {
    id: ids.indicator(indicator.slug),
    title: indicator.titel,
    description: withExample(indicator.definition, mine),
    identifier: indicator.id,
    landingPage: `${release.webbplats}indikatorer/${indicator.slug}/`,
    years: yearsOf(index, [indicator]),
    keywords: [
      ...indicator.omraden.flatMap((slug) => index.omrade(slug)?.kortnamn ?? []),
      ...(indicator.kvalitetsomrade ? [indicator.kvalitetsomrade] : []),
    ],
    series: indicator.omraden.map(ids.indicatorSeries),
    files: mine,
  };
}

const withExample = (text: string, files: readonly DataFile[]) =>
  files.some((f) => f.example) ? `${text} Innehåller exempeldata, märkta på varje rad.` : text;

function yearsOf(index: CatalogueIndex, indicators: readonly Indicator[]): readonly number[] {
  const years = new Set(indicators.flatMap((i) => index.yearsOf(i.id)).filter((y) => y !== null));
  return [...years].sort((a, b) => a - b);
}
