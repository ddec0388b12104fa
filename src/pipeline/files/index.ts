import { availableParallelism } from 'node:os';
import type { Effects } from '../../effects.ts';
import { collectors } from '../../files/index.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { heapFlags } from '../engine.ts';
import type { LoadResult } from '../load.ts';
import { writersWithout } from './formats.ts';
import { keyOfStamps } from './kept-stamps.ts';
import { dataFilesOf, inputsOfFiles } from './key.ts';
import type { Leavable } from './leavable.ts';
import { releaseCollector } from './release.ts';
import { type RenderProcesses, renderProcesses } from './render-processes.ts';
import { filesCodeKey, renderingKeys } from './rendering-key.ts';
import { type Writing, type WrittenFiles, writeFiles } from './write.ts';

/** More processes than this cost more memory than they save time. */
const MOST_PROCESSES = 4;

/** A machine with less memory than this, in bytes, makes one thing at a time: one process, and pages after the files. */
const MUCH_MEMORY = 2.5e9;

/** True where what is made side by side may not fit in memory. */
export const isSmallMachine = ({ memory }: Pick<Effects, 'memory'>): boolean => memory() < MUCH_MEMORY;

/** How many processes of a kind are worth their memory: one for each core. */
export const processesOn = (machine: Pick<Effects, 'memory'>): number =>
  isSmallMachine(machine) ? 1 : Math.min(availableParallelism(), MOST_PROCESSES);

/** A catalogue that may be published, and which of its sources hold counts that are hidden. */
export type Publishable = Pick<LoadResult, 'hemligaKallor'> & { readonly index: CatalogueIndex };

/**
 * The processes that render the documents of a data folder. `publishFiles` ends them; where it is not come to, whoever has
 * them does.
 * @param inputs `siteInputs` of the folder
 * @param places.code a hash of everything but data
 */
export const renderersFor = (
  inputs: ReadonlyMap<string, Uint8Array>,
  { folder, store, code }: Pick<Writing, 'folder' | 'store' | 'code'>,
  effects: Pick<Effects, 'memory'>,
): RenderProcesses => {
  // The processes read it, and a store lets go of what it was not asked for.
  store.asked([keyOfStamps(code)]);
  return renderProcesses(
    { processes: processesOn(effects), heap: heapFlags(effects.memory(), dataFilesOf(inputs)) },
    { folder, store: store.folder, code },
  );
};

/**
 * Every published file of a catalogue, written below a folder. Whatever an earlier build has rendered of the same
 * documents, with the same code, packages and machine, is reused.
 * @param inputs `siteInputs` of the folder that the catalogue was read from
 */
export function publishFiles(
  { index, hemligaKallor }: Publishable,
  inputs: ReadonlyMap<string, Uint8Array>,
  {
    without,
    ...writing
  }: Pick<Writing, 'folder' | 'progress' | 'made' | 'store' | 'standing' | 'renderers'> & {
    readonly without: readonly Leavable[];
  },
  effects: Pick<Effects, 'writeFile' | 'clock'>,
): Promise<WrittenFiles> {
  return writeFiles(
    index,
    [...collectors, releaseCollector(inputsOfFiles(inputs), hemligaKallor, without)],
    {
      ...writing,
      formats: writersWithout(without),
      code: filesCodeKey(inputs),
      keyOf: renderingKeys(inputs),
    },
    effects,
  );
}
