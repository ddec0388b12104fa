import { z } from 'zod';
import type { FileDescription, ListedFile } from '../content/data/files.ts';
import { nodeEffects } from '../effects-node.ts';
import { landingPages } from '../files/datasets/index.ts';
import type { PublishedFile } from '../files/file.ts';
import { allFiles } from '../files/index.ts';
import { datasetsByPage } from '../files/schemaorg/dataset.ts';
import { isDefinition } from '../ingest/layout.ts';
import { textReport } from '../ingest/report/index.ts';
import { type CatalogueIndex, indexCatalogue } from '../model/catalogue.ts';
import { answerIn, perIndex, watch } from '../model/per-index.ts';
import { readIn } from '../model/trace.ts';
import { formatBytes } from '../text/sizes.ts';
import { type Cleaning, cleaningsOf } from './clean-versions.ts';
import type { Comparison } from './diff/report.ts';
import { keyFromEnvironment } from './disclosure-key.ts';
import { dataFilesOf, dataInputs, fileInputs } from './files/key.ts';
import { describe, type ManifestFile } from './files/manifest.ts';
import { earlierVersions, latestChanges, releaseCollector } from './files/release.ts';
import { handedFolder, takeCatalogue, takeManifest } from './handed.ts';
import { parsedJson } from './json.ts';
import type { ValueNow } from './kept-reads.ts';
import { type LoadResult, load } from './load.ts';
import { noteRead, noteUntold, readCatalogue } from './pages/reading.ts';

/** A file, and what is known of it when it has been written. */
type DescribedFile = FileDescription & Partial<Pick<ManifestFile, 'bytes' | 'sha256'>>;
type Site = Pick<LoadResult, 'tabeller' | 'hemligaKallor'> & { readonly index: CatalogueIndex };
/** What has been read and is read no more until the data are saved again. */
type Read = {
  readonly saved: string | undefined;
  loaded?: Promise<Site>;
  described?: Promise<readonly DescribedFile[]>;
  /** `fileInputs`, for the files that `npm run dev` serves, and `dataInputs`. */
  input?: Promise<ReadonlyMap<string, Uint8Array>>;
  data?: Promise<ReadonlyMap<string, Uint8Array>>;
  /** The files by what they are about. */
  about?: ReadonlyMap<string | undefined, readonly DescribedFile[]>;
  /** Files that pages list, by what they ask for. */
  readonly choices: Map<string, readonly ListedFile[]>;
};
let known: Read = { saved: undefined, choices: new Map() };

/** In `npm run dev`, `astro.config.mjs` counts how often a data file has been saved; a build reads once. */
function current(): Read {
  const saved = process.env.OJ_SPARAT;
  if (saved !== known.saved) known = { saved, choices: new Map() };
  return known;
}

function loadedSite(): Promise<Site> {
  const now = current();
  now.loaded ??= read();
  return now.loaded;
}

/** The folder that pages are made from: `OJ_DATA`, or `data`. */
const dataFolder = () => process.env.OJ_DATA ?? 'data';

/** True in a build, which writes the files itself; in `npm run dev` pages write what is asked for. */
export const filesAreWritten = (): boolean => handedFolder() !== undefined;

/** The catalogue for pages, read once a build. @throws when the data has errors: then nothing may be published. */
export async function site(): Promise<CatalogueIndex> {
  return readCatalogue((await loadedSite()).index);
}

/** What a page reads beside the catalogue, by the names that its trace gets. */
const READS = { files: 'filer', hash: 'kontrollsumma', dataset: 'datamangd', disclosure: 'skydd' } as const;

/**
 * What stands under the name of a page's read now: null for a name of something that is no more, or was never there.
 * Only what is said of files is waited for, since they are written beside.
 */
export async function readsNow(): Promise<ValueNow> {
  const { index, tabeller } = await loadedSite();
  const reader = readIn(index);
  return (name) => {
    const [kind = '', of = ''] = name.split(/\|(.*)/s);
    switch (kind) {
      case READS.files: {
        // The name was written by an earlier build, maybe of another version.
        const choice = parsedJson(FileChoice, of);
        return choice === null ? null : whenRead(chosenFiles(choice));
      }
      case READS.hash:
        return whenRead(hashOf(of));
      case READS.dataset:
        return whenRead(datasetOf(index, of));
      case READS.disclosure:
        return { value: tabeller };
      default:
        return answerIn(index, name) ?? reader(name);
    }
  };
}

const whenRead = async (value: Promise<unknown>) => ({ value: await value });

/**
 * Which files a page lists, and what of them; what it does not name is nothing to it when that changes. `within`: a part
 * of the path; `hashes`: their hashes too, which change with each value that is in a file.
 */
const FileChoice = z.strictObject({
  about: z.string().exactOptional(),
  group: z.string().exactOptional(),
  within: z.string().exactOptional(),
  paths: z.array(z.string()).exactOptional(),
  hashes: z.literal(true).exactOptional(),
});
export type FileChoice = Readonly<z.infer<typeof FileChoice>>;

const chosen = (
  files: readonly DescribedFile[],
  { about, group, within, paths, hashes }: FileChoice,
): readonly ListedFile[] =>
  files
    .filter(
      (f) =>
        (about === undefined || f.about === about) &&
        (group === undefined || f.group === group) &&
        (within === undefined || f.path.includes(within)) &&
        (paths === undefined || paths.includes(f.path)),
    )
    .map(({ bytes, sha256, ...file }) => ({
      ...file,
      ...(bytes === undefined ? {} : { size: formatBytes(bytes) }),
      ...(sha256 === undefined || hashes === undefined ? {} : { sha256 }),
    }));

/** Every published file, or those of a choice, sorted by path. */
export async function listedFiles(choice: FileChoice = {}): Promise<readonly ListedFile[]> {
  noteRead(`${READS.files}|${JSON.stringify(choice)}`);
  return chosenFiles(choice);
}

/** Hundreds of pages list the same files, and each kommun's its own few of some thousand. */
async function chosenFiles(choice: FileChoice): Promise<readonly ListedFile[]> {
  // Of the same reading as the files: a page of `npm run dev` may still be waited for when data are saved.
  const now = current();
  const files = await everyFile();
  now.about ??= Map.groupBy(files, (f) => f.about);
  const among = choice.about === undefined ? files : (now.about.get(choice.about) ?? []);
  const key = JSON.stringify(choice);
  const found = now.choices.get(key) ?? chosen(among, choice);
  now.choices.set(key, found);
  return found;
}

/** The hash of the file at a path; undefined where there is none, or while nothing has been written. */
export async function fileHash(path: string): Promise<string | undefined> {
  noteRead(`${READS.hash}|${path}`);
  return hashOf(path);
}

const hashOf = async (path: string) => (await everyFile()).find((f) => f.path === path)?.sha256;

/**
 * The `schema.org/Dataset` of the data set that a page is the landing page of; undefined for other pages, which need
 * not wait for the files.
 * @param path below the site root
 */
export async function pageDataset(path: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  noteRead(`${READS.dataset}|${path}`);
  return datasetOf((await loadedSite()).index, path);
}

async function datasetOf(index: CatalogueIndex, path: string) {
  if (!landingPages(index).has(`${index.catalogue.release.webbplats}${path}`)) return undefined;
  return (await datasets(index)).get(path);
}

const datasets = perIndex(async (index) => datasetsByPage(index, await everyFile()));

function everyFile(): Promise<readonly DescribedFile[]> {
  const now = current();
  now.described ??= list();
  return now.described;
}

async function list(): Promise<readonly DescribedFile[]> {
  const folder = handedFolder();
  const files =
    folder === undefined ? (await servedFiles()).map(describe) : (await takeManifest(folder)).files;
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Every published file with its content, for `npm run dev`. */
export async function servedFiles(): Promise<readonly PublishedFile[]> {
  const { index } = await loadedSite();
  const files = allFiles(index);
  const { hemligaKallor } = await loadedSite();
  return [...files, ...releaseCollector(await inputs(), hemligaKallor).files(index, files)];
}

/** What has changed since the newest earlier version that the data folder keeps; null when it keeps none. */
export async function changes(): Promise<Comparison | null> {
  return latestChanges((await loadedSite()).index, await data());
}

/** Earlier versions that the data folder keeps, newest first, and when protected values were taken out of them. */
export async function versions(): Promise<
  readonly { readonly version: string; readonly rensningar: readonly Cleaning[] }[]
> {
  return earlierVersions(await data()).map(({ version, files }) => ({
    version,
    rensningar: cleaningsOf(files),
  }));
}

function inputs(): Promise<ReadonlyMap<string, Uint8Array>> {
  noteUntold();
  const now = current();
  now.input ??= fileInputs(dataFolder(), nodeEffects());
  return now.input;
}

/** The data folder itself, which no trace can hold. */
function data(): Promise<ReadonlyMap<string, Uint8Array>> {
  noteUntold();
  const now = current();
  now.data ??= dataInputs(dataFolder(), nodeEffects());
  return now.data;
}

/** What the protection of people has done to each table that counts them. */
export async function disclosureEffect(): Promise<LoadResult['tabeller']> {
  noteRead(READS.disclosure);
  return (await loadedSite()).tabeller;
}

async function read(): Promise<Site> {
  const folder = handedFolder();
  if (folder !== undefined) {
    const { catalogue, ...rest } = await takeCatalogue(folder);
    const index = indexCatalogue(catalogue);
    watch(index);
    return { ...rest, index };
  }
  const result = await load(dataFolder(), nodeEffects(), await keyFromEnvironment(process.env));
  const { index, report } = result;
  if (index) return { ...result, index };
  // `npm run dev` shows this on the page that is open: all that is wrong, so that it can be mended from there.
  const findings = report.findings.filter((f) => f.severity === 'error');
  throw new Error(
    `Datamappen har fel, så sidan kan inte göras. Den görs om när du har sparat.\n\n${textReport({ ...report, findings })}`,
  );
}

/** What answers are held against, without any answer, by path below the data folder: for the checker in the browser. */
export async function definitionTexts(): Promise<ReadonlyMap<string, string>> {
  return new Map(
    [...dataFilesOf(await data())].flatMap(([path, bytes]) =>
      isDefinition(path) ? [[path, new TextDecoder().decode(bytes)]] : [],
    ),
  );
}
