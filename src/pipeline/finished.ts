import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from './output/files-below.ts';
import { type PageFacts, pageFacts } from './pages/facts.ts';

/**
 * What the rest of a build must know of the pages that have been written below a folder, by path: never the pages, which
 * are large.
 * @param known what is known already of some: those are not read
 */
export async function finishedPages(
  folder: string,
  known: ReadonlyMap<string, PageFacts>,
): Promise<ReadonlyMap<string, PageFacts>> {
  const facts = new Map<string, PageFacts>();
  for (const path of filesBelow(folder).toSorted())
    facts.set(path, known.get(path) ?? pageFacts(path, await readFile(join(folder, path))));
  return facts;
}
