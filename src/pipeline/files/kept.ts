import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { FileFacts } from '../../files/common/facts.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { must } from '../../model/must.ts';
import { answerIn } from '../../model/per-index.ts';
import { readIn, readsOf, type Trace } from '../../model/trace.ts';
import { plainHash } from './plain-hash.ts';
import type { Store } from './store.ts';

/** What a file became, and under which key its bytes are in the store. */
export type KeptFile = { readonly key: string; readonly facts: FileFacts };

/** The files of the build before, each with the names of all that was read to list and to make it. */
export type KeptFiles = {
  /** What a file became, when all that was read for it is as it was; null when it must be made. */
  readonly find: (path: string) => KeptFile | null;
  /** The bytes that a file had in the build before, though it must be made now; 0 where there was none. */
  readonly weightBefore: (path: string) => number;
  /** Notes what a file has become. @param traces what was read to list it and to make it */
  readonly keep: (path: string, traces: readonly Trace[], made: KeptFile) => void;
  /** Keeps all that is known for the next build. */
  readonly write: () => Promise<void>;
};

type Entry = { readonly names: Uint32Array; readonly made: KeptFile };
/** What stood under a name: its hash, or null where it has none; for a function's answer, what was read for it. */
type Stood = { readonly hash: string | null; readonly reads: readonly string[] | null };
/** Each name once; a file, and an answer, has numbers of names. */
type Packed = {
  readonly names: readonly string[];
  readonly hashes: readonly (string | null)[];
  readonly reads: readonly (Uint32Array | null)[];
  readonly files: readonly (readonly [string, Entry])[];
};
const NOTHING: Packed = { names: [], hashes: [], reads: [], files: [] };

/**
 * A file that was made of the same reads is the same file: what a writer reads next depends only on what it has read,
 * and on its code. So each name that was read for it is looked up now; when all values are what they were, its bytes
 * are those of the build before (src/model/trace.ts says whose method this is). The same holds for the answer of a
 * function that has a name: it is asked for anew only when something that it read has changed.
 * @param code a hash of everything but data that files depend on
 */
export async function keptFiles(store: Store, code: string, index: CatalogueIndex): Promise<KeptFiles> {
  const place = createHash('sha256').update(`filernas läsning ${code}`).digest('hex');
  const bytes = store.readNow(place);
  const before: Packed = bytes === null ? NOTHING : deserialize(bytes);
  const entries = new Map(before.files);
  const nameOf = (number: number) => must(before.names[number], 'name');
  const reader = readIn(index);
  const stands = new Map<string, Stood>();
  const standing = (name: string): Stood => {
    const known = stands.get(name) ?? standsNow(index, reader, name);
    stands.set(name, known);
    return known;
  };
  const same = before.names.map((): boolean | undefined => undefined);
  const isSame = (number: number): boolean => {
    const known = same[number] ?? stillStands(number);
    same[number] = known;
    return known;
  };
  const stillStands = (number: number): boolean => {
    const hash = before.hashes[number] ?? null;
    if (hash === null) return false;
    const reads = before.reads[number] ?? null;
    if (reads === null || !reads.every(isSame)) return standing(nameOf(number)).hash === hash;
    stands.set(nameOf(number), { hash, reads: Array.from(reads, nameOf) });
    return true;
  };

  const numbers = new Map<string, number>();
  const numberOf = (name: string) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
  const files = new Map<string, Entry>();
  return {
    find: (path) => {
      const entry = entries.get(path);
      if (entry === undefined || !entry.names.every(isSame)) return null;
      files.set(path, { names: entry.names.map((n) => numberOf(nameOf(n))), made: entry.made });
      return entry.made;
    },
    weightBefore: (path) => entries.get(path)?.made.facts.bytes ?? 0,
    keep: (path, traces, made) => {
      const names = new Set(traces.flatMap((trace) => [...readsOf(trace)]));
      files.set(path, { names: Uint32Array.from(names, numberOf), made });
    },
    write: async () => {
      const hashes: (string | null)[] = [];
      const reads: (Uint32Array | null)[] = [];
      // What was read for an answer gets a number too, and is then come to.
      for (const name of numbers.keys()) {
        const stood = standing(name);
        hashes.push(stood.hash);
        reads.push(stood.reads === null ? null : Uint32Array.from(stood.reads, numberOf));
      }
      const packed: Packed = { names: [...numbers.keys()], hashes, reads, files: [...files] };
      await store.write(place, serialize(packed));
    },
  };
}

/** What stands under a name now; no hash for what is no plain data, or stands nowhere any more. */
function standsNow(index: CatalogueIndex, reader: ReturnType<typeof readIn>, name: string): Stood {
  try {
    const answer = answerIn(index, name);
    const found = answer ?? reader(name);
    const reads = answer === null || answer.trace === null ? null : [...readsOf(answer.trace)];
    // In a list: what it has in common with others is then hashed once (`plain-hash.ts`).
    return { hash: found === null ? null : plainHash([found.value]), reads };
  } catch {
    return { hash: null, reads: null };
  }
}
