import { deserialize, serialize } from 'node:v8';
import { sha256 } from '../../model/sha256.ts';
import type { Store } from '../files/store.ts';
import { NOTHING_STOOD, type Reads, type StoodReads } from '../kept-reads.ts';
import type { PageFacts } from './facts.ts';

/** A page as it was last made. */
export type MadePage = {
  /** A hash of its route, and of what that handed it. */
  readonly own: string;
  /** What was read for it. */
  readonly reads: Reads;
  /** Under which it is in the store. */
  readonly key: string;
  readonly facts: PageFacts;
};

/** The pages of a build by their paths, and what stood under each name that was read for one. */
export type MadePages = { readonly stood: StoodReads; readonly pages: ReadonlyMap<string, MadePage> };
export const NO_PAGES: MadePages = { stood: NOTHING_STOOD, pages: new Map() };

/** Where the pages of the build before are in the store. @param code with which they were made */
export const keyOfPages = (code: string): string => sha256(`sidornas läsning ${code}`);

/** Keeps for the next build what the pages of this one were made of. */
export const writePages = (store: Store, code: string, pages: MadePages): Promise<void> =>
  store.write(keyOfPages(code), serialize(pages));

/** The pages of the build before; none when there was none with this code. */
export async function readPages(store: Store, code: string): Promise<MadePages> {
  const bytes = await store.read(keyOfPages(code));
  return bytes === null ? NO_PAGES : deserialize(bytes);
}
