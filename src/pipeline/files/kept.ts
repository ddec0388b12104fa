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
  /** Notes what a file has become. @param traces what was read to list it and to make it */
  readonly keep: (path: string, traces: readonly Trace[], made: KeptFile) => void;
  /** Keeps all that is known for the next build. */
  readonly write: () => Promise<void>;
};

type Entry = { readonly names: Uint32Array; readonly made: KeptFile };
/** Each name once, with the hash of what stood under it; null where that has none. A file has numbers of names. */
type Packed = {
  readonly names: readonly string[];
  readonly hashes: readonly (string | null)[];
  readonly files: readonly (readonly [string, Entry])[];
};
const NOTHING: Packed = { names: [], hashes: [], files: [] };

/**
 * A file that was made of the same reads is the same file: what a writer reads next depends only on what it has read,
 * and on its code. So each name that was read for it is looked up now; when all values are what they were, its bytes
 * are those of the build before (src/model/trace.ts says whose method this is).
 * @param code a hash of everything but data that files depend on
 */
export async function keptFiles(store: Store, code: string, index: CatalogueIndex): Promise<KeptFiles> {
  const place = createHash('sha256').update(`filernas läsning ${code}`).digest('hex');
  const bytes = await store.read(place);
  const before: Packed = bytes === null ? NOTHING : deserialize(bytes);
  const entries = new Map(before.files);
  const reader = readIn(index);
  const hashes = new Map<string, string | null>();
  const hashOf = (name: string): string | null => {
    const known = hashes.get(name);
    if (known !== undefined) return known;
    const hash = hashNow(() => answerIn(index, name) ?? reader(name));
    hashes.set(name, hash);
    return hash;
  };
  const same = before.names.map((): boolean | undefined => undefined);
  const isSame = (number: number): boolean => {
    const known = same[number];
    if (known !== undefined) return known;
    const hash = before.hashes[number];
    const now =
      hash === null || hash === undefined ? false : hash === hashOf(must(before.names[number], 'name'));
    same[number] = now;
    return now;
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
      const names = entry.names.map((n) => numberOf(must(before.names[n], 'name')));
      files.set(path, { names, made: entry.made });
      return entry.made;
    },
    keep: (path, traces, made) => {
      const names = new Set(traces.flatMap((trace) => [...readsOf(trace)]));
      files.set(path, { names: Uint32Array.from(names, numberOf), made });
    },
    write: async () => {
      const names = [...numbers.keys()];
      const packed: Packed = { names, hashes: names.map(hashOf), files: [...files] };
      await store.write(place, serialize(packed));
    },
  };
}

/** A hash of what stands under a name; null for what is no plain data, or stands nowhere any more. */
function hashNow(look: () => { readonly value: unknown } | null): string | null {
  try {
    const found = look();
    return found === null ? null : plainHash(found.value);
  } catch {
    return null;
  }
}
