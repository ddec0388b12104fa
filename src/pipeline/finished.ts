import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../files/common/bytes.ts';
import { isSearched } from './search-index.ts';

/** What the rest of a build must know of the pages that have been written; never all of them at once. */
export type FinishedPages = {
  /** SHA-256 of every file, by path. */
  readonly hashes: ReadonlyMap<string, string>;
  /** The beginning of every page, as far as its head goes. */
  readonly heads: ReadonlyMap<string, Uint8Array>;
  /** The pages that are searched, whole. */
  readonly searched: ReadonlyMap<string, Uint8Array>;
};

const HEAD_ENDS = '</head>';

/** Reads what pages have been written below a folder, one after the other. */
export async function finishedPages(folder: string): Promise<FinishedPages> {
  const hashes = new Map<string, string>();
  const heads = new Map<string, Uint8Array>();
  const searched = new Map<string, Uint8Array>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((e) => e.isFile())
    .map((e) =>
      join(e.parentPath, e.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
  for (const path of paths.toSorted()) {
    const bytes = await readFile(join(folder, path));
    hashes.set(path, sha256(bytes));
    if (!path.endsWith('.html')) continue;
    const end = bytes.indexOf(HEAD_ENDS);
    // A copy: a part of a buffer would keep the whole.
    heads.set(path, new Uint8Array(bytes.subarray(0, end < 0 ? bytes.length : end)));
    if (isSearched(bytes)) searched.set(path, bytes);
  }
  return { hashes, heads, searched };
}
