import { correctionsOf } from '../../content/corrections.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { jsonBytes, sumLine, utf8 } from '../common/bytes.ts';
import { factsOf } from '../common/facts.ts';
import { ALL } from '../common/scopes.ts';
import type { PublishedFile } from '../file.ts';

/** A file of the data folder that the release was made from. */
type InputFact = {
  readonly fil: string;
  readonly bytes: number;
  readonly sha256: string;
  /** True when it holds counts of people that are not all shown (`LoadResult.hemligaKallor`). */
  readonly hemlig: boolean;
};

/** What a release was made of: the data folder's files, the version of this tool, and the formats left out on purpose. */
export type Made = {
  readonly indata: readonly InputFact[];
  readonly verktyg: string;
  readonly utan: readonly string[];
};

/** Where the files of a version keep their address for ever. */
export const versionFolder = (version: string) => `data/v/${version}/`;

/**
 * True for what a version carries: every value, definition and place as tables, and the workbook of each area and
 * year. That is what people cite, recompute and compare with the next version. Files of a single kommun or indicator,
 * other formats and the zip are views of the same tables: copying them would double the site and add no fact.
 */
function isKept(areas: ReadonlySet<string>, { group, path }: PublishedFile): boolean {
  if (!path.startsWith('data/')) return false;
  if (group === ALL || group === 'referens') return /\.(csv|csv-metadata\.json|parquet)$/.test(path);
  return areas.has(group) && path.endsWith('.xlsx');
}

/** The copies of a version, its `release.json` and its `SHA256SUMS`. */
export function releaseFiles(
  index: CatalogueIndex,
  written: readonly PublishedFile[],
  made: Made,
): readonly PublishedFile[] {
  const { release, omraden } = index.catalogue;
  const areas = new Set(omraden.map((o) => o.slug));
  const folder = versionFolder(release.version);
  const describes = {
    group: 'version',
    example: false,
    opensIn: 'webbläsare, textprogram',
  } as const;
  const releaseJson: PublishedFile = {
    ...describes,
    path: 'data/release.json',
    mediaType: 'application/json; charset=utf-8',
    format: 'JSON',
    title: `Version ${release.version}`,
    description: 'Vad versionen är gjord av: indata med kontrollsummor, verktygets version och antal.',
    content: () => jsonBytes(releaseFacts(index, written, made), 1),
  };
  const copies = [...written.filter((f) => isKept(areas, f)), releaseJson].map(
    (file): PublishedFile => ({ ...file, path: file.path.replace(/^data\//, folder), group: 'version' }),
  );
  const sums: PublishedFile = {
    ...describes,
    path: `${folder}SHA256SUMS`,
    mediaType: 'text/plain; charset=utf-8',
    format: 'SHA256SUMS',
    title: `Kontrollsummor för version ${release.version}`,
    description: 'SHA-256 för varje fil i versionen. Pröva dem med sha256sum -c SHA256SUMS.',
    content: async () => utf8(await sumsOf(copies, folder)),
  };
  return [releaseJson, ...copies, sums];
}

async function sumsOf(files: readonly PublishedFile[], folder: string): Promise<string> {
  const lines = files.map(async (f) => sumLine((await factsOf(f)).sha256, f.path.slice(folder.length)));
  return (await Promise.all(lines)).join('');
}

function releaseFacts(
  index: CatalogueIndex,
  written: readonly PublishedFile[],
  { indata, verktyg, utan }: Made,
) {
  const { release, referens, omraden, indikatorer, observationer } = index.catalogue;
  const formats = [...new Set(written.map((f) => f.format))].toSorted();
  const count = (format: string) => written.filter((f) => f.format === format).length;
  return {
    titel: release.titel,
    version: release.version,
    datum: release.datum,
    webbplats: release.webbplats,
    utgivare: release.organisation.namn,
    licens: release.licens.url,
    verktyg: { namn: 'oppna-jamforelser', version: verktyg },
    omraden: omraden.map(({ slug, titel, utgavor }) => ({
      slug,
      titel,
      utgavor: utgavor.map(({ ar, version, publicerad, exempel }) => ({ ar, version, publicerad, exempel })),
    })),
    rattelser: correctionsOf(index),
    antal: {
      kommuner: referens.kommuner.length,
      indikatorer: indikatorer.length,
      varden: observationer.filter((o) => o.saknas === null).length,
      saknade: observationer.filter((o) => o.saknas !== null).length,
      exempelvarden: observationer.filter((o) => o.exempel).length,
      filer: Object.fromEntries(formats.map((format) => [format, count(format)])),
    },
    ...(utan.length > 0 ? { utan: utan.map((format) => format.toUpperCase()) } : {}),
    indata: indata.map(inputAsPublished),
  };
}

/** Why the hash of an input is not published. */
export const GUESSABLE =
  'Filen har antal personer som inte alla visas. Med en kontrollsumma skulle man kunna pröva gissningar.';

/** An input as it may be listed: never the hash or size of a file that holds hidden counts of people. */
const inputAsPublished = ({ fil, bytes, sha256, hemlig }: InputFact) =>
  hemlig ? { fil, bytes: null, sha256: null, skal: GUESSABLE } : { fil, bytes, sha256 };
