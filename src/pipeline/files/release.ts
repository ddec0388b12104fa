import { z } from 'zod';
import { byVersion } from '../../checks/versions.ts';
import { utf8 } from '../../files/common/bytes.ts';
import type { Collector, PublishedFile } from '../../files/file.ts';
import { releaseFiles, versionFolder } from '../../files/release/index.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { foundIn } from '../../model/pieces.ts';
import { sha256 } from '../../model/sha256.ts';
import { type Comparison, compare, diffCsv, withoutProtected } from '../diff/report.ts';
import { tablesOfIndex, tablesOfRelease } from '../diff/tables.ts';
import { type EarlierVersion, keptVersions } from '../versions.ts';
import { dataFilesOf } from './key.ts';
import type { Leavable } from './leavable.ts';
import { sbomFile } from './sbom.ts';

/** Versions that the publisher has kept, newest first. @param inputs `fileInputs` */
export function earlierVersions(inputs: ReadonlyMap<string, Uint8Array>): readonly EarlierVersion[] {
  return keptVersions([...dataFilesOf(inputs)]);
}

/** This version against the newest one before it, to be published; null when none is kept. */
export function latestChanges(
  index: CatalogueIndex,
  inputs: ReadonlyMap<string, Uint8Array>,
): Comparison | null {
  const { version } = index.catalogue.release;
  const before = earlierVersions(inputs).find((e) => byVersion(e.version, version) < 0);
  return before ? withoutProtected(compare(tablesOfRelease(before.files), tablesOfIndex(index))) : null;
}

/** Path of the list of changed cells. */
export const CHANGES_PATH = 'data/andringar.csv';

/**
 * What makes the files a release: its own copies and sums, the copies of earlier versions as they were, and the
 * changes since the newest of them.
 * @param inputs `fileInputs`: the data folder's are named, with their hashes, in `release.json`
 * @param hemligaKallor those of them that hold hidden counts, below the data folder: only named
 * @param without formats that the publisher has chosen to leave out: the release says so
 */
export function releaseCollector(
  inputs: ReadonlyMap<string, Uint8Array>,
  hemligaKallor: ReadonlySet<string>,
  without: readonly Leavable[] = [],
): Collector {
  return {
    name: 'version',
    files: (index, written) => {
      const { version } = index.catalogue.release;
      const changes = latestChanges(index, inputs);
      return [
        ...releaseFiles(index, written, {
          indata: inputFacts(inputs, hemligaKallor),
          verktyg: toolVersion(inputs),
          utan: without,
        }),
        ...earlierVersions(inputs)
          .filter((e) => e.version !== version)
          .flatMap(earlierFiles),
        ...(changes ? [changesFile(changes)] : []),
        ...sbomOf(inputs),
      ];
    },
  };
}

/** The tool's packages; nothing where the inputs are not those of a build. */
function sbomOf(inputs: ReadonlyMap<string, Uint8Array>): readonly PublishedFile[] {
  const lock = inputs.get('package-lock.json');
  return lock === undefined ? [] : [sbomFile(lock)];
}

function inputFacts(inputs: ReadonlyMap<string, Uint8Array>, hemligaKallor: ReadonlySet<string>) {
  return [...dataFilesOf(inputs)]
    .filter(([path]) => !path.startsWith('versioner/'))
    .map(([path, bytes]) => ({
      fil: path,
      hemlig: hemligaKallor.has(path),
      bytes: bytes.byteLength,
      sha256: sha256(bytes),
    }));
}

const PACKAGE = z.object({ version: z.string() });

function toolVersion(inputs: ReadonlyMap<string, Uint8Array>): string {
  return PACKAGE.parse(JSON.parse(new TextDecoder().decode(inputs.get('package.json')))).version;
}

const MEDIA: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

function earlierFiles({ version, files }: EarlierVersion): readonly PublishedFile[] {
  return [...files].map(([name, bytes]) => {
    const ending = foundIn(name, /\.([a-z]+)$/);
    return {
      path: `${versionFolder(version)}${name}`,
      mediaType: MEDIA[ending] ?? 'text/plain; charset=utf-8',
      format: ending === '' ? (name.split('/').at(-1) ?? name) : ending.toUpperCase(),
      title: `Version ${version}: ${name}`,
      description: `Filen som den var i version ${version}.`,
      opensIn: 'samma program som dagens version',
      group: 'version',
      example: false,
      content: () => bytes,
    };
  });
}

function changesFile(changes: Comparison): PublishedFile {
  return {
    path: CHANGES_PATH,
    mediaType: 'text/csv; charset=utf-8',
    format: 'CSV',
    title: `Ändrade värden sedan version ${changes.before.version}`,
    description: 'Varje nytt, ändrat och borttaget värde, före och efter. UTF-8, komma mellan fälten.',
    opensIn: 'R, Python, Calc',
    group: 'version',
    example: false,
    content: () => utf8(diffCsv(changes)),
  };
}
