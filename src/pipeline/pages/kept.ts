import { createHash } from 'node:crypto';
import { must } from '../../model/must.ts';
import { readsOf, type Trace } from '../../model/trace.ts';
import { plainHash } from '../files/plain-hash.ts';
import type { Store } from '../files/store.ts';
import { type PageFacts, pageFacts } from './facts.ts';
import type { MadePage, MadePages } from './made-pages.ts';

/** What is asked for. */
export type AskedPage = {
  readonly path: string;
  /** Where it is written, below the site's root. */
  readonly file: string;
  /** The source of its route, below the project: which route an address has may follow from the data. */
  readonly component: string;
  /** What its route hands it. */
  readonly props: unknown;
};

/** What is finished, and may be written; bytes that are null stand in their place already. */
export type FinishedPage = { readonly bytes: Uint8Array | null; readonly facts: PageFacts };

/** Pages of earlier builds. */
export type KeptPages = {
  /** The page when all that was read for it is as it was; null when it must be made. */
  readonly find: (page: AskedPage) => Promise<FinishedPage | null>;
  /** Keeps what was made. @param trace what was read for it; null when that is not known */
  readonly keep: (page: AskedPage, trace: Trace | null, html: Uint8Array) => Promise<FinishedPage>;
  /** The pages of this build, for the next one. */
  readonly pages: () => MadePages;
};

/**
 * A page is kept under the hash of the code, its path, its route, its props, and of all that was read for it, by name and value.
 * Whoever finds a page under such a key has the very page that would be made: it would read the same, since what it
 * reads next depends only on what it has read. Which names to look up, the build before says; a wrong list finds nothing.
 * @param from.before the pages of the build before
 * @param from.code a hash of everything but data that pages depend on
 * @param from.take takes a file from the site that stands; false where it must be written
 * @param from.valueNow what stands under the name of a read now; null when that is not known
 */
export function keptPages(from: {
  readonly store: Store;
  readonly code: string;
  readonly before: MadePages;
  readonly take: (file: string, sha256: string) => boolean;
  readonly valueNow: (name: string) => Promise<{ readonly value: unknown } | null>;
}): KeptPages {
  const { store, code, before, take, valueNow } = from;
  const hashes = new Map<string, string | null>();
  const pages = new Map<string, MadePage>();

  const look = async (name: string): Promise<string | null> => {
    const hash = await hashNow(valueNow, name);
    hashes.set(name, hash);
    return hash;
  };
  /** Nothing is waited for when it is known: that is so for all but some of a hundred thousand reads. */
  const hashOf = (name: string): string | null | Promise<string | null> => {
    const known = hashes.get(name);
    return known === undefined ? look(name) : known;
  };

  const isAsItWas = async (reads: readonly string[]): Promise<boolean> => {
    for (const name of reads) {
      const found = hashOf(name);
      const hash = found instanceof Promise ? await found : found;
      if (hash === null || hash !== before.values.get(name)) return false;
    }
    return true;
  };
  const keyOf = async (path: string, own: string, reads: readonly string[]): Promise<string | null> => {
    let all = `${code}\n${path}\n${own}\n`;
    for (const name of reads) {
      const found = hashOf(name);
      const hash = found instanceof Promise ? await found : found;
      if (hash === null) return null;
      all += `${name} ${hash}\n`;
    }
    return createHash('sha256').update(all).digest('hex');
  };
  return {
    find: async ({ path, component, props, file }) => {
      const known = before.pages.get(path);
      const own = hashOfValue([component, props]);
      if (known === undefined || own === null) return null;
      const same = own === known.own && (await isAsItWas(known.reads));
      if (same && take(file, known.facts.sha256)) {
        pages.set(path, known);
        return { bytes: null, facts: known.facts };
      }
      const key = same ? known.key : await keyOf(path, own, known.reads);
      const bytes = key === null ? null : store.readNow(key);
      if (key === null || bytes === null) return null;
      const facts = same ? known.facts : pageFacts(file, bytes);
      pages.set(path, { own, key, facts, reads: known.reads });
      return { bytes, facts };
    },
    keep: async ({ path, component, props, file }, trace, bytes) => {
      const facts = pageFacts(file, bytes);
      const own = hashOfValue([component, props]);
      if (trace === null || own === null) return { bytes, facts };
      const reads = [...readsOf(trace)].toSorted();
      const key = await keyOf(path, own, reads);
      if (key === null) return { bytes, facts };
      pages.set(path, { own, key, facts, reads });
      await store.write(key, bytes);
      return { bytes, facts };
    },
    pages: () => {
      const names = new Set([...pages.values()].flatMap(({ reads }) => reads));
      const values = new Map(
        [...names].map((name) => [name, must(hashes.get(name), `the value of ${name}`)]),
      );
      return { values, pages };
    },
  };
}

/**
 * A hash of what stands under a name; null when nothing does, or when asking fails: an earlier build has asked of an
 * indicator, say, that is gone. A page that must ask the same when it is made fails then, and says why.
 */
async function hashNow(
  valueNow: (name: string) => Promise<{ readonly value: unknown } | null>,
  name: string,
): Promise<string | null> {
  try {
    const found = await valueNow(name);
    return found === null ? null : hashOfValue(found.value);
  } catch {
    return null;
  }
}

/** A hash of plain data; null for what is none. */
function hashOfValue(value: unknown): string | null {
  try {
    return Array.isArray(value) ? hashOfList(value) : plainHash(value);
  } catch {
    return null;
  }
}

const known = new WeakMap<object, string>();

/** A value stands in five lists: among its place's, its indicator's and year's, and all. It is written out for one. */
function hashOfList(list: readonly unknown[]): string {
  const items = list.map((item) => {
    if (typeof item !== 'object' || item === null) return plainHash(item);
    const hash = known.get(item) ?? plainHash(item);
    known.set(item, hash);
    return hash;
  });
  return createHash('sha256')
    .update(`lista ${items.join(' ')}`)
    .digest('hex');
}
