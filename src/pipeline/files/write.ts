import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Effects } from '../../effects.ts';
import type { Collector, PublishedFile } from '../../files/file.ts';
import type { Catalogue, CatalogueIndex } from '../../model/catalogue.ts';
import { writersWithout } from './formats.ts';
import type { Leavable } from './leavable.ts';
import { costOf, type Manifest, type ManifestFile, type WriterCost } from './manifest.ts';
import { type Shard, type ShardResult, writeOne } from './shard.ts';

/** Where files are written, by how many threads, and which formats are left out. */
export type Writing = {
  readonly folder: string;
  readonly threads: number;
  readonly without: readonly Leavable[];
};

/** What a worker thread is given. */
export type Task = Shard & Omit<Writing, 'threads'> & { readonly catalogue: Catalogue };

/**
 * Writes every published file below a folder: the formats first, shared among threads, then what is made of them (zip,
 * data packages, catalogue), which read the finished files from the folder. The bytes do not depend on `threads`.
 * @throws when a writer fails, or when two claim the same path
 */
export async function writeFiles(
  index: CatalogueIndex,
  collectors: readonly Collector[],
  { folder, threads, without }: Writing,
  { writeFile, clock }: Pick<Effects, 'writeFile' | 'clock'>,
): Promise<Manifest> {
  const begun = clock();
  const tasks = Array.from({ length: threads }, (_, shard): Task => {
    return { catalogue: index.catalogue, folder, without, shard, shards: threads };
  });
  const shards = await Promise.all(tasks.map(inThread));
  const files: ManifestFile[] = [];
  const costs: WriterCost[] = [];
  const add = (name: string, mine: readonly ManifestFile[], ms: number) => {
    files.push(...mine);
    costs.push(costOf(name, mine, ms));
  };
  for (const { name } of writersWithout(without)) {
    const parts = shards.flat().filter((part) => part.writer === name);
    const placed = parts.flatMap((part) => part.placed).toSorted((a, b) => a.at - b.at);
    add(
      name,
      placed.map((p) => p.file),
      parts.reduce((sum, part) => sum + part.ms, 0),
    );
  }
  const onDisk = (file: ManifestFile): PublishedFile => {
    return { ...file, content: () => readFile(join(folder, file.path)) };
  };
  for (const collector of collectors) {
    const started = clock();
    const mine: ManifestFile[] = [];
    for (const file of collector.files(index, files.map(onDisk)))
      mine.push(await writeOne(file, (path, bytes) => writeFile(join(folder, path), bytes)));
    add(collector.name, mine, clock() - started);
  }
  const seen = new Set<string>();
  for (const { path } of files) {
    if (seen.has(path)) throw new Error(`Two writers write ${path}`);
    seen.add(path);
  }
  return { files, writers: costs, ms: clock() - begun };
}

function inThread(task: Task): Promise<readonly ShardResult[]> {
  return new Promise((done, failed) => {
    new Worker(new URL('./worker.ts', import.meta.url), { workerData: task })
      .once('message', done)
      .once('error', failed)
      // Without effect when it has already told what it wrote.
      .once('exit', (code) =>
        failed(new Error(`En tråd slutade med ${code} utan att ha skrivit sina filer`)),
      );
  });
}
