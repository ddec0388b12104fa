import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from './output/files-below.ts';
import { type PageFacts, pageFacts } from './pages/facts.ts';

/** What the rest of a build must know of the pages that have been written; never all of them at once. */
export type FinishedPages = {
  /** Of every file, by path. */
  readonly facts: ReadonlyMap<string, PageFacts>;
  /** The pages that are searched, whole. */
  readonly searched: ReadonlyMap<string, Uint8Array>;
};

/**
 * Reads what pages have been written below a folder, one after the other.
 * @param known what is known already of some: only those that are searched are read
 */
export async function finishedPages(
  folder: string,
  known: ReadonlyMap<string, PageFacts>,
): Promise<FinishedPages> {
  const facts = new Map<string, PageFacts>();
  const searched = new Map<string, Uint8Array>();
  for (const path of filesBelow(folder).toSorted()) {
    const before = known.get(path);
    const bytes = before?.searched === false ? null : await readFile(join(folder, path));
    const of = before ?? pageFacts(path, bytes ?? new Uint8Array());
    facts.set(path, of);
    if (of.searched && bytes !== null) searched.set(path, bytes);
  }
  return { facts, searched };
}
