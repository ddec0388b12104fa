import { sha256 } from '../../model/sha256.ts';
import type { Trace } from '../../model/trace.ts';
import { plainHash } from '../files/plain-hash.ts';
import type { Store } from '../files/store.ts';
import { keptReads, type Reads, type ValueNow } from '../kept-reads.ts';
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
  readonly pages: () => Promise<MadePages>;
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
  readonly valueNow: ValueNow;
}): KeptPages {
  const { store, code, before, take, valueNow } = from;
  const known = keptReads(before.stood, valueNow);
  const pages = new Map<string, MadePage>();

  const keyOf = async (path: string, own: string, reads: Reads): Promise<string | null> => {
    const written = await known.written(reads);
    return written === null ? null : sha256(`${code}\n${path}\n${own}\n${written}`);
  };
  return {
    find: async ({ path, component, props, file }) => {
      const made = before.pages.get(path);
      const own = hashOfOwn(component, props);
      if (made === undefined || own === null) return null;
      const same = own === made.own && (await known.areAsTheyWere(made.reads));
      if (same && take(file, made.facts.sha256)) {
        pages.set(path, made);
        return { bytes: null, facts: made.facts };
      }
      const key = same ? made.key : await keyOf(path, own, made.reads);
      const bytes = key === null ? null : store.readNow(key);
      if (key === null || bytes === null) return null;
      const facts = same ? made.facts : pageFacts(file, bytes);
      pages.set(path, { ...made, own, key, facts });
      return { bytes, facts };
    },
    keep: async ({ path, component, props, file }, trace, bytes) => {
      const facts = pageFacts(file, bytes);
      const own = hashOfOwn(component, props);
      if (trace === null || own === null) return { bytes, facts };
      const reads = known.numbered([trace]);
      const key = await keyOf(path, own, reads);
      if (key === null) return { bytes, facts };
      pages.set(path, { own, key, facts, reads });
      await store.write(key, bytes);
      return { bytes, facts };
    },
    pages: async () => {
      const { stood, renumbered } = await known.packed([...pages.values()].map(({ reads }) => reads));
      const made = [...pages].map(
        ([path, page]) => [path, { ...page, reads: renumbered(page.reads) }] as const,
      );
      return { stood, pages: new Map(made) };
    },
  };
}

/** A hash of a page's route, and of what that hands it; null when that is no plain data. */
function hashOfOwn(component: string, props: unknown): string | null {
  try {
    return plainHash([component, props]);
  } catch {
    return null;
  }
}
