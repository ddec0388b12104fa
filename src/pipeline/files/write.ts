import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Effects } from '../../effects.ts';
import { type FileFacts, factsOfBytes } from '../../files/common/facts.ts';
import { deflatedInThread } from '../../files/common/zip-node.ts';
import type { Collector, PublishedFile, Writer } from '../../files/file.ts';
import type { Rendering } from '../../files/rendering.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { must } from '../../model/must.ts';
import { watch } from '../../model/per-index.ts';
import { sha256 } from '../../model/sha256.ts';
import { type SwitchedIndex, switchedIndex, type Trace } from '../../model/trace.ts';
import type { StandingFiles } from '../standing.ts';
import { type KeptFile, type KeptFiles, keptFiles } from './kept.ts';
import { keptValue } from './kept-value.ts';
import { costOf, describe, type Manifest, type ManifestFile, type WriterCost } from './manifest.ts';
import type { MadeFile, RenderProcesses } from './render-processes.ts';
import type { Store } from './store.ts';

/** Which formats are written and where, and what helps to do it fast: no byte depends on the store or the processes. */
export type Writing = {
  readonly formats: readonly Writer[];
  readonly folder: string;
  /** What earlier builds have made. */
  readonly store: Store;
  readonly standing: StandingFiles;
  /** A hash of everything but data that files depend on. */
  readonly code: string;
  readonly keyOf: (rendering: Rendering) => string;
  /** They render below the folder and into the store, and are ended when all is rendered. */
  readonly renderers: RenderProcesses;
  /** Called as files are done. */
  readonly progress: (done: number, all: number) => void;
  /** Called when all but what is made of the files themselves is written: whoever reads them need not wait for that. */
  readonly made?: (files: readonly ManifestFile[]) => void;
};

/** All files, written. `faults`: what went wrong with the processes' stores, in a sentence each; nothing mostly. */
export type WrittenFiles = { readonly manifest: Manifest; readonly faults: readonly string[] };

/**
 * Writes every published file below a folder: the formats first, then what is made of them (zip, data packages,
 * catalogue), which read the finished files from the folder. A file for which the same was read as in the build before
 * is taken from the store, and so is what is rendered from a document when an earlier build has rendered the same; else
 * processes render it, while this one makes documents and writes the rest.
 * @throws when a writer fails, or when two claim the same path
 */
export async function writeFiles(
  index: CatalogueIndex,
  collectors: readonly Collector[],
  writing: Writing,
  effects: Pick<Effects, 'writeFile' | 'clock'>,
): Promise<WrittenFiles> {
  const begun = effects.clock();
  const { formats, folder, store, code } = writing;
  watch(index);
  const kept = await keptFiles(store, code, index);
  const switched = switchedIndex(index);
  const of: { readonly name: string; readonly files: readonly PublishedFile[] }[] = [];
  const listed = new Map<PublishedFile, Trace>();
  for (const { name, files } of formats) {
    await turn();
    const { made, trace } = await switched.noted(() => files(switched.index));
    for (const file of made) listed.set(file, trace);
    of.push({ name, files: made });
  }
  const made = await makeAll(listed, { kept, switched }, writing, effects);
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
  writing.made?.([...files]);
  await kept.write();

  const onDisk = (file: ManifestFile): PublishedFile => {
    const content = () => readFile(join(folder, file.path));
    const compressed = async () => deflatedInThread(await content());
    const deflated = () => keptValue(store, { what: 'packat', code, from: file.sha256 }, compressed);
    return { ...file, content, deflated };
  };
  for (const { name, files: collect } of collectors) {
    const mine = collect(index, files.map(onDisk));
    const results = new Map<PublishedFile, MadeFile>();
    for (const file of mine) {
      const { bytes: _, ...result } = await makeHere(file, folder, effects);
      results.set(file, result);
    }
    add(name, mine, results);
  }
  const seen = new Set<string>();
  for (const { path } of files) {
    if (seen.has(path)) throw new Error(`Two writers write ${path}`);
    seen.add(path);
  }
  return { manifest: { files, writers: costs, ms: effects.clock() - begun }, faults: made.faults };
}

/** So many bytes and more are a large file. */
const LARGE = 500_000;
type Weights = Pick<KeptFiles, 'weightBefore'>;
/** True for what processes render and was large in the build before. */
const isLarge = ({ path, rendering }: PublishedFile, { weightBefore }: Weights): boolean =>
  rendering !== undefined && weightBefore(path) > LARGE;

/**
 * What was large in the build before is begun with, before it is known what else is to be made: where much is kept few
 * are, and all wait for the large one at the end, unless it was the first.
 */
export function largeFirst(files: readonly PublishedFile[], kept: Weights): readonly PublishedFile[] {
  const large = files.filter((file) => isLarge(file, kept));
  return [...large, ...files.filter((file) => !large.includes(file))];
}

const DEAREST: readonly string[] = ['PDF', 'PNG'];
const OF_ONE_DOCUMENT: readonly string[] = ['PDF', 'PowerPoint'];
/**
 * What takes longest to render is begun with: then no process waits at the end for another's last one. The report and the
 * deck of a kommun are made of one document, so they stand together, and the document need not be kept. The others stay in
 * their order: workbooks that stand together share sheets.
 */
export function dearFirst(files: readonly PublishedFile[]): readonly PublishedFile[] {
  const sharesDocument = ({ about, format }: PublishedFile) =>
    about !== undefined && OF_ONE_DOCUMENT.includes(format);
  const isDear = ({ format }: PublishedFile) => DEAREST.includes(format);
  const others = files.filter((f) => !sharesDocument(f));
  return [
    ...[...Map.groupBy(files.filter(sharesDocument), (f) => f.about).values()].flat(),
    ...others.filter(isDear),
    ...others.filter((f) => !isDear(f)),
  ];
}

/** What is known of the build before, and the index that files are listed and made from. */
type Reading = { readonly kept: KeptFiles; readonly switched: SwitchedIndex };

/** @param listed every file, with what was read to list it */
async function makeAll(
  listed: ReadonlyMap<PublishedFile, Trace>,
  { kept, switched }: Reading,
  { folder, store, standing, keyOf, renderers, progress }: Writing,
  effects: Pick<Effects, 'writeFile' | 'clock'>,
): Promise<{ readonly results: ReadonlyMap<PublishedFile, MadeFile>; readonly faults: readonly string[] }> {
  const results = new Map<PublishedFile, MadeFile>();
  const inProcesses: Promise<void>[] = [];
  const add = (file: PublishedFile, made: MadeFile) => {
    results.set(file, made);
    progress(results.size, listed.size);
  };
  const took = (file: PublishedFile, key: string, traces: readonly Trace[]) => (made: MadeFile) => {
    kept.keep(file.path, traces, { key, facts: made.facts });
    add(file, made);
  };
  const makeCheap = async (file: PublishedFile, listing: Trace) => {
    await turn();
    const { made, trace } = await switched.noted(() => makeHere(file, folder, effects));
    const key = contentKey(made.facts);
    // Mostly what was made before: a file system is slow to put one entry in the place of another.
    const isThere = await store.lend(key, made.facts.sha256, async () => undefined);
    if (!isThere) await store.write(key, made.bytes);
    took(file, key, [listing, trace])(made);
  };
  /** Puts what the build before has made in its place; false when it is neither on the site that stands nor in the store. */
  const putKept = async (path: string, { key, facts: { sha256: hash } }: KeptFile) => {
    const place = join(folder, path);
    store.asked([key]);
    if (standing.take(path, hash, place)) return true;
    return store.lend(key, hash, (bytes) => effects.writeFile(place, bytes));
  };
  /** Makes the document of a file, and has it rendered, unless what it becomes is in the store. */
  const render = async (file: PublishedFile, document: NonNullable<PublishedFile['rendering']>) => {
    await turn();
    const started = effects.clock();
    const { made: rendering, trace } = await switched.noted(document);
    const listing = must(listed.get(file), `listing of ${file.path}`);
    const key = keyOf(rendering);
    const done = took(file, key, [listing, trace]);
    let facts: FileFacts | undefined;
    const found = await store.lend(key, null, async (bytes) => {
      facts = factsOfBytes(bytes);
      await effects.writeFile(join(folder, file.path), bytes);
    });
    if (found && facts !== undefined) return done({ facts, ms: effects.clock() - started, reused: true });
    const job = renderers.run({ path: file.path, key, rendering }).then(done);
    inProcesses.push(job);
    // What fails is thrown where all of them are waited for.
    job.catch(() => undefined);
  };
  try {
    const cheap: [PublishedFile, Trace][] = [];
    const dear: PublishedFile[] = [];
    for (const file of largeFirst([...listed.keys()], kept)) {
      await turn();
      const started = effects.clock();
      const known = await kept.find(file.path);
      if (known !== null && (await putKept(file.path, known))) {
        add(file, { facts: known.facts, ms: effects.clock() - started, reused: true });
      } else if (file.rendering === undefined) cheap.push([file, must(listed.get(file), file.path)]);
      else if (isLarge(file, kept)) await render(file, file.rendering);
      else dear.push(file);
    }
    const others = cheap.values();
    for (const file of dearFirst(dear)) {
      // While the processes have enough to do, what needs no process is written here.
      while (renderers.busy()) {
        const next = others.next();
        if (next.done === true) await renderers.idle();
        else await makeCheap(...next.value);
      }
      await render(file, must(file.rendering, `document of ${file.path}`));
    }
    for (const next of others) await makeCheap(...next);
    await Promise.all(inProcesses);
  } finally {
    await renderers.end();
  }
  return { results, faults: renderers.faults() };
}

/** The key of bytes that no document stands behind. */
const contentKey = (facts: FileFacts) => sha256(`innehåll ${facts.sha256}`);

/** Writes one file. @throws with the file's name when its writer fails */
async function makeHere(
  file: PublishedFile,
  folder: string,
  { writeFile, clock }: Pick<Effects, 'writeFile' | 'clock'>,
): Promise<MadeFile & { readonly bytes: Uint8Array }> {
  const started = clock();
  try {
    const bytes = await file.content();
    await writeFile(join(folder, file.path), bytes);
    return { facts: factsOfBytes(bytes), ms: clock() - started, reused: false, bytes };
  } catch (cause) {
    throw new Error(`${file.path} kunde inte skrivas: ${String(cause)}`, { cause });
  }
}
