import { deserialize, serialize } from 'node:v8';
import type { FileFacts } from '../../files/common/facts.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { answerIn } from '../../model/per-index.ts';
import { sha256 } from '../../model/sha256.ts';
import { readIn, type Trace } from '../../model/trace.ts';
import { keptReads, NOTHING_STOOD, type Reads, type StoodReads } from '../kept-reads.ts';
import type { Store } from './store.ts';

/** What a file became, and under which key its bytes are in the store. */
export type KeptFile = { readonly key: string; readonly facts: FileFacts };

/** The files of the build before, each with the names of all that was read to list and to make it. */
export type KeptFiles = {
  /** What a file became, when all that was read for it is as it was; null when it must be made. */
  readonly find: (path: string) => Promise<KeptFile | null>;
  /** The bytes that a file had in the build before, though it must be made now; 0 where there was none. */
  readonly weightBefore: (path: string) => number;
  /** Notes what a file has become. @param traces what was read to list it and to make it */
  readonly keep: (path: string, traces: readonly Trace[], made: KeptFile) => void;
  /** Keeps all that is known for the next build. */
  readonly write: () => Promise<void>;
};

type Entry = { readonly reads: Reads; readonly made: KeptFile };
type Packed = { readonly stood: StoodReads; readonly files: readonly (readonly [string, Entry])[] };

/**
 * A file that was made of the same reads is the same file: what a writer reads next depends only on what it has read,
 * and on its code. So each name that was read for it is looked up now; when all values are what they were, its bytes
 * are those of the build before (src/model/trace.ts says whose method this is).
 * @param code a hash of everything but data that files depend on
 */
export async function keptFiles(store: Store, code: string, index: CatalogueIndex): Promise<KeptFiles> {
  const place = sha256(`filernas läsning ${code}`);
  const bytes = store.readNow(place);
  const before: Packed = bytes === null ? { stood: NOTHING_STOOD, files: [] } : deserialize(bytes);
  const entries = new Map(before.files);
  const reader = readIn(index);
  const reads = keptReads(before.stood, (name) => answerIn(index, name) ?? reader(name));
  const files = new Map<string, Entry>();
  return {
    find: async (path) => {
      const entry = entries.get(path);
      if (entry === undefined || !(await reads.areAsTheyWere(entry.reads))) return null;
      files.set(path, entry);
      return entry.made;
    },
    weightBefore: (path) => entries.get(path)?.made.facts.bytes ?? 0,
    keep: (path, traces, made) => files.set(path, { reads: reads.numbered(traces), made }),
    write: async () => {
      const all = [...files];
      const { stood, renumbered } = await reads.packed(all.map(([, entry]) => entry.reads));
      const packed: Packed = {
        stood,
        files: all.map(([path, { made, ...entry }]) => [path, { reads: renumbered(entry.reads), made }]),
      };
      await store.write(place, serialize(packed));
    },
  };
}
