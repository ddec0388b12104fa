import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Effects } from '../../effects.ts';
import { sha256 } from '../../files/common/bytes.ts';
import type { FileFacts } from '../../files/common/facts.ts';
import type { Collector, PublishedFile, Writer } from '../../files/file.ts';
import type { Rendering } from '../../files/rendering.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { costOf, describe, type Manifest, type ManifestFile, type WriterCost } from './manifest.ts';
import { type MadeFile, renderProcesses } from './render-processes.ts';
import type { Store } from './store.ts';

/** Which formats are written and where, and what helps to do it fast: no byte depends on the store or the processes. */
export type Writing = {
  readonly formats: readonly Writer[];
  readonly folder: string;
  /** What earlier builds have rendered. */
  readonly store: Store;
  readonly keyOf: (rendering: Rendering) => string;
  readonly processes: number;
  /** Called as files are done. */
  readonly progress: (done: number, all: number) => void;
};

/** All files, written. `faults`: what went wrong with the processes' stores, in a sentence each; nothing mostly. */
export type WrittenFiles = { readonly manifest: Manifest; readonly faults: readonly string[] };

/**
 * Writes every published file below a folder: the formats first, then what is made of them (zip, data packages,
 * catalogue), which read the finished files from the folder. What is rendered from a document is taken from the store
 * when an earlier build has rendered the same; else processes make it, while this one makes documents and writes the rest.
 * @throws when a writer fails, or when two claim the same path
 */
export async function writeFiles(
  index: CatalogueIndex,
  collectors: readonly Collector[],
  writing: Writing,
  effects: Pick<Effects, 'writeFile' | 'clock'>,
): Promise<WrittenFiles> {
  const begun = effects.clock();
  const { formats, folder } = writing;
  const of = formats.map((writer) => ({ name: writer.name, files: writer.files(index) }));
  const made = await makeAll(
    of.flatMap(({ files }) => files),
    writing,
    effects,
  );
  const files: ManifestFile[] = [];
  const costs: WriterCost[] = [];
  const add = (
    name: string,
    mine: readonly PublishedFile[],
    results: ReadonlyMap<PublishedFile, MadeFile>,
  ) => {
    const parts = mine.flatMap((file) => {
      const result = results.get(file);
      return result === undefined ? [] : [{ file: { ...describe(file), ...result.facts }, ...result }];
    });
    files.push(...parts.map((p) => p.file));
    costs.push(costOf(name, parts));
  };
  for (const { name, files: mine } of of) add(name, mine, made.results);

  const onDisk = (file: ManifestFile): PublishedFile => {
    return { ...file, content: () => readFile(join(folder, file.path)) };
  };
  for (const { name, files: collect } of collectors) {
    const mine = collect(index, files.map(onDisk));
    const results = new Map<PublishedFile, MadeFile>();
    for (const file of mine) results.set(file, await makeHere(file, folder, effects));
    add(name, mine, results);
  }
  const seen = new Set<string>();
  for (const { path } of files) {
    if (seen.has(path)) throw new Error(`Two writers write ${path}`);
    seen.add(path);
  }
  return { manifest: { files, writers: costs, ms: effects.clock() - begun }, faults: made.faults };
}

/** What takes longest to render is begun with: then no process waits at the end for another's last one. */
const DEAREST: readonly string[] = ['PDF', 'PNG'];
const dearFirst = (files: readonly PublishedFile[]): readonly PublishedFile[] => [
  ...DEAREST.flatMap((format) => files.filter((f) => f.format === format)),
  ...files.filter((f) => !DEAREST.includes(f.format)),
];

async function makeAll(
  files: readonly PublishedFile[],
  { folder, store, keyOf, ...writing }: Writing,
  effects: Pick<Effects, 'writeFile' | 'clock'>,
): Promise<{ readonly results: ReadonlyMap<PublishedFile, MadeFile>; readonly faults: readonly string[] }> {
  const processes = renderProcesses(writing.processes, { folder, store: store.folder });
  const results = new Map<PublishedFile, MadeFile>();
  const inProcesses: Promise<void>[] = [];
  const add = (file: PublishedFile, made: MadeFile) => {
    results.set(file, made);
    writing.progress(results.size, files.length);
  };
  try {
    const cheap = files.filter((f) => f.rendering === undefined).values();
    for (const file of dearFirst(files)) {
      if (file.rendering === undefined) continue;
      // While the processes have enough to do, what needs no process is written here.
      while (processes.busy()) {
        const next = cheap.next();
        if (next.done === true) await processes.idle();
        else add(next.value, await makeHere(next.value, folder, effects));
      }
      const started = effects.clock();
      const rendering = file.rendering();
      const key = keyOf(rendering);
      const kept = await store.read(key);
      if (kept === null) {
        const job = processes.render({ path: file.path, key, rendering }).then((made) => add(file, made));
        inProcesses.push(job);
        // What fails is thrown where all of them are waited for.
        job.catch(() => undefined);
        continue;
      }
      await effects.writeFile(join(folder, file.path), kept);
      add(file, { facts: factsOfBytes(kept), ms: effects.clock() - started, reused: true });
    }
    for (const file of cheap) add(file, await makeHere(file, folder, effects));
    await Promise.all(inProcesses);
  } finally {
    await processes.end();
  }
  return { results, faults: processes.faults() };
}

const factsOfBytes = (bytes: Uint8Array): FileFacts => ({ bytes: bytes.byteLength, sha256: sha256(bytes) });

/** Writes one file. @throws with the file's name when its writer fails */
async function makeHere(
  file: PublishedFile,
  folder: string,
  { writeFile, clock }: Pick<Effects, 'writeFile' | 'clock'>,
): Promise<MadeFile> {
  const started = clock();
  try {
    const bytes = await file.content();
    await writeFile(join(folder, file.path), bytes);
    return { facts: factsOfBytes(bytes), ms: clock() - started, reused: false };
  } catch (cause) {
    throw new Error(`${file.path} kunde inte skrivas: ${String(cause)}`, { cause });
  }
}
