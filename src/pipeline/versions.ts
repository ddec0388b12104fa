import { byVersion, checkVersions } from '../checks/versions.ts';
import { MEASURES } from '../content/corrections.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Finding } from '../model/finding.ts';
import { compare } from './diff/report.ts';
import { tablesOfIndex, tablesOfRelease } from './diff/tables.ts';

/** A version that was published before, as it lies in `versioner/<version>/` of the data folder. */
export type EarlierVersion = { readonly version: string; readonly files: ReadonlyMap<string, Uint8Array> };

const EARLIER = /^versioner\/(\d{4}\.\d+)\/(.+)$/;

/** Versions that a data folder keeps, newest first. @param files contents by path below the data folder */
export function keptVersions(files: Iterable<readonly [string, Uint8Array]>): readonly EarlierVersion[] {
  const versions = new Map<string, Map<string, Uint8Array>>();
  for (const [path, bytes] of files) {
    const [, version, name] = EARLIER.exec(path) ?? [];
    if (version === undefined || name === undefined) continue;
    const kept = versions.get(version) ?? new Map<string, Uint8Array>();
    versions.set(version, kept.set(name, bytes));
  }
  return [...versions]
    .map(([version, kept]) => ({ version, files: kept }))
    .toSorted((a, b) => byVersion(b.version, a.version));
}

/** Holds what is to be published against the versions that the folder keeps. */
export function versionFindings(
  index: CatalogueIndex,
  files: ReadonlyMap<string, Uint8Array>,
): readonly Finding[] {
  const kept = keptVersions(files);
  // A million values are not gone through when there is nothing to hold them against.
  if (kept.length === 0) return [];
  const { version } = index.catalogue.release;
  const compared = kept.filter((k) => k.files.has('allt/observationer.csv'));
  const same = compared.find((k) => k.version === version);
  const before = compared.find((k) => byVersion(k.version, version) < 0);
  const after = tablesOfIndex(index);
  const earlier = [same, before].flatMap((k) => {
    if (!k) return [];
    const { changes, rattelser } = compare(tablesOfRelease(k.files), after);
    return [{ version: k.version, changes, corrections: rattelser, living: [MEASURES] }];
  });
  return checkVersions(
    index,
    earlier,
    kept.map((k) => k.version),
  );
}
