import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { must } from '../../model/must.ts';
import { readsOf, type Trace } from '../../model/trace.ts';
import { plainHash } from '../files/plain-hash.ts';
import type { Store } from '../files/store.ts';

/** What pages were made of when they were last made: the names of what was read for each, by the page's path. */
export type PageReads = ReadonlyMap<string, readonly string[]>;

/** What became of the pages of a build. */
export type PagesReport = {
  readonly reads: PageReads;
  /** Under which keys they are in the store. */
  readonly keys: readonly string[];
  readonly reused: number;
  readonly made: number;
  readonly faults: readonly string[];
};

/** What a page is asked for with: its path, and what its route hands it. */
export type AskedPage = { readonly path: string; readonly props: unknown };

/** Pages of earlier builds. */
export type KeptPages = {
  /** The HTML of a page when all that was read for it is as it was; null when it must be made. */
  readonly find: (page: AskedPage) => Promise<Uint8Array | null>;
  /** Keeps what was made. @param trace what was read for it; null when that is not known */
  readonly keep: (page: AskedPage, trace: Trace | null, html: Uint8Array) => Promise<void>;
  readonly report: () => PagesReport;
};

/**
 * A page is kept under the hash of the code, its path, its props, and of all that was read for it, by name and value.
 * Whoever finds a page under such a key has the very page that would be made: it would read the same, since what it
 * reads next depends only on what it has read. Which names to look up, the build before says; a wrong list finds nothing.
 * @param from.before the reads of the build before
 * @param from.code a hash of everything but data that pages depend on
 * @param from.valueNow what stands under the name of a read now; null when that is not known
 */
export function keptPages(from: {
  readonly store: Store;
  readonly code: string;
  readonly before: PageReads;
  readonly valueNow: (name: string) => Promise<{ readonly value: unknown } | null>;
}): KeptPages {
  const { store, code, before, valueNow } = from;
  const hashes = new Map<string, string | null>();
  const reads = new Map<string, readonly string[]>();
  const keys: string[] = [];
  let [reused, made] = [0, 0];

  const hashOf = async (name: string): Promise<string | null> => {
    const found = await valueNow(name);
    const hash = found === null ? null : hashOfValue(found.value);
    hashes.set(name, hash);
    return hash;
  };
  const keyOf = async ({ path, props }: AskedPage, names: readonly string[]): Promise<string | null> => {
    const own = hashOfValue(props);
    if (own === null) return null;
    const key = createHash('sha256').update(`${code}\n${path}\n${own}\n`);
    for (const name of names) {
      const known = hashes.get(name);
      const hash = known === undefined ? await hashOf(name) : known;
      if (hash === null) return null;
      key.update(`${name} ${hash}\n`);
    }
    return key.digest('hex');
  };
  return {
    find: async (page) => {
      const names = before.get(page.path);
      const key = names === undefined ? null : await keyOf(page, names);
      const html = key === null ? null : await store.read(key);
      if (html === null || key === null || names === undefined) return null;
      reads.set(page.path, names);
      keys.push(key);
      reused += 1;
      return html;
    },
    keep: async (page, trace, html) => {
      made += 1;
      if (trace === null) return;
      const names = [...readsOf(trace)].toSorted();
      const key = await keyOf(page, names);
      if (key === null) return;
      reads.set(page.path, names);
      keys.push(key);
      await store.write(key, html);
    },
    report: () => ({ reads, keys, reused, made, faults: store.faults() }),
  };
}

/** A hash of plain data; null for what is none. */
function hashOfValue(value: unknown): string | null {
  try {
    return plainHash(value);
  } catch {
    return null;
  }
}

type Packed = {
  readonly names: readonly string[];
  readonly pages: readonly (readonly [string, Uint32Array])[];
};

const keyOfReads = (code: string) => createHash('sha256').update(`sidornas läsning ${code}`).digest('hex');

/** Keeps the reads for the next build. Each name is written once. */
export async function writeReads(store: Store, code: string, reads: PageReads): Promise<void> {
  const numbers = new Map<string, number>();
  const numberOf = (name: string) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
  const pages = [...reads].map(([path, names]) => [path, Uint32Array.from(names, numberOf)] as const);
  const packed: Packed = { names: [...numbers.keys()], pages };
  await store.write(keyOfReads(code), serialize(packed));
}

/** The reads of the build before; empty when there was none with this code. */
export async function readReads(store: Store, code: string): Promise<PageReads> {
  const bytes = await store.read(keyOfReads(code));
  if (bytes === null) return new Map();
  const { names, pages }: Packed = deserialize(bytes);
  return new Map(
    pages.map(([path, numbers]) => [path, Array.from(numbers, (n) => must(names[n], `name ${n}`))]),
  );
}
