import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDocument, passagesIn } from '../disclosure/audit/documents.ts';
import type { Passage, Subject } from '../disclosure/audit/passages.ts';
import { countsIn, isAudited } from '../disclosure/audit/readers.ts';
import type { PublishedCount } from '../disclosure/audit/shown.ts';

/** What is looked for in files: indicators of which something is protected, and in documents everything that is hidden. */
export type Looked = { readonly indicators: ReadonlySet<string>; readonly subjects: readonly Subject[] };

/** What was found in a file: in one with tables counts, in a document passages. */
export type FoundInFile = {
  readonly counts: readonly PublishedCount[];
  readonly passages: readonly Passage[];
};

/**
 * Reads back what a written file shows and says of what is looked for; nothing for a file that no reader reads.
 * @param path below the folder
 * @throws Error for a file that cannot be read, with its path
 */
export async function readBack(
  folder: string,
  path: string,
  { indicators, subjects }: Looked,
): Promise<FoundInFile> {
  const file = { path, content: () => readFile(join(folder, path)) };
  return {
    counts: isAudited(path)
      ? (await countsIn(file, indicators)).filter((c) => indicators.has(c.indikator))
      : [],
    passages: isDocument(path) ? await passagesIn(file, subjects) : [],
  };
}
