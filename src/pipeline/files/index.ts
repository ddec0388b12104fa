import { availableParallelism } from 'node:os';
import type { Effects } from '../../effects.ts';
import { utf8 } from '../../files/common/bytes.ts';
import type { Collector, Writer } from '../../files/file.ts';
import { collectors } from '../../files/index.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { DisclosureKey } from '../disclosure-key.ts';
import type { LoadResult } from '../load.ts';
import { fromCache, type Written } from './cache.ts';
import { writersWithout } from './formats.ts';
import { inputKey } from './key.ts';
import type { Leavable } from './leavable.ts';
import { releaseCollector } from './release.ts';
import { writeFiles } from './write.ts';

/** More threads than this cost more memory than they save time. */
const MOST_THREADS = 4;

/** A catalogue that may be published, and which of its sources hold counts that are hidden. */
export type Publishable = Pick<LoadResult, 'hemligaKallor'> & {
  readonly index: CatalogueIndex;
  readonly nyckel: DisclosureKey | null;
};

/**
 * Every published file of a catalogue, on disk: taken from the cache when a build with the same data, code, packages
 * and machine has written them, else written in threads.
 * @param inputs `fileInputs` of the folder that the catalogue was read from
 */
export async function publishFiles(
  { index, hemligaKallor, nyckel }: Publishable,
  inputs: ReadonlyMap<string, Uint8Array>,
  { cache, without }: { readonly cache: string; readonly without: readonly Leavable[] },
  effects: Effects,
): Promise<Written> {
  const threads = Math.min(availableParallelism(), MOST_THREADS);
  const formats = writersWithout(without);
  const all = [...collectors, releaseCollector(inputs, hemligaKallor, without)];
  const key = inputKey(
    new Map([...inputs, ['utan', utf8(without.join(' '))], ['nyckel', utf8(nyckel?.fingerprint ?? '')]]),
  );
  return fromCache(
    cache,
    { key, paths: pathsOf(index, formats, all) },
    (folder) => writeFiles(index, all, { folder, threads, without }, effects),
    effects,
  );
}

/** Path of every file that these writers and collectors make of a catalogue. No content is made. */
function pathsOf(
  index: CatalogueIndex,
  formats: readonly Writer[],
  all: readonly Collector[],
): ReadonlySet<string> {
  const files = formats.flatMap((writer) => writer.files(index));
  for (const collector of all) files.push(...collector.files(index, files));
  return new Set(files.map((f) => f.path));
}
