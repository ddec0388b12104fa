import { availableParallelism } from 'node:os';
import type { Effects } from '../../effects.ts';
import { collectors } from '../../files/index.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { fromCache, type Written } from './cache.ts';
import { fileInputs, inputKey } from './key.ts';
import { releaseCollector } from './release.ts';
import { writeFiles } from './write.ts';

/** More threads than this cost more memory than they save time. */
const MOST_THREADS = 4;

/**
 * Every published file of a catalogue, on disk: taken from the cache when a build with the same data, code, packages
 * and machine has written them, else written in threads.
 * @param dataFolder the folder that the catalogue was read from
 */
export async function publishFiles(
  index: CatalogueIndex,
  dataFolder: string,
  cache: string,
  effects: Effects,
): Promise<Written> {
  const inputs = await fileInputs(dataFolder, effects);
  const threads = Math.min(availableParallelism(), MOST_THREADS);
  const all = [...collectors, releaseCollector(inputs)];
  return fromCache(
    cache,
    inputKey(inputs),
    (folder) => writeFiles(index, all, folder, threads, effects),
    effects,
  );
}
