import { mkdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeFiles } from '../output/files-below.ts';
import type { StandingFiles } from '../standing.ts';

/** The folder that pages are put in, which may hold pages of an older site. Each path is put there once. */
export type PagesFolder = {
  /**
   * Takes a page that the site that stands has: where it is there already it stays, else it gets a second name.
   * @returns false where it must be written
   */
  readonly take: (path: string, sha256: string) => boolean;
  /** @throws when there is something that is no page of the older site */
  readonly write: (path: string, bytes: Uint8Array) => void;
  /** Removes the pages of the older site that were neither taken nor written over. */
  readonly tidy: () => void;
};

/**
 * @param begun the SHA-256 of pages of an older site in it, by path (`beginAsReplaced`)
 */
export function pagesFolder(
  folder: string,
  begun: ReadonlyMap<string, string>,
  standing: StandingFiles,
): PagesFolder {
  const older = new Map(begun);
  const folders = new Set<string>();
  // Never written into: the site that stands may have the same file.
  const makeWay = (path: string) => {
    if (older.delete(path)) unlinkSync(join(folder, path));
  };
  return {
    take: (path, sha256) => {
      // One that was something else between is written again: a server that goes by the time of change would give a reader
      // who has seen the other that for unchanged.
      if (!standing.has(path, sha256)) return false;
      if (older.get(path) === sha256) return older.delete(path);
      makeWay(path);
      return standing.take(path, sha256, join(folder, path));
    },
    write: (path, bytes) => {
      makeWay(path);
      const place = join(folder, path);
      const above = dirname(place);
      if (!folders.has(above)) mkdirSync(above, { recursive: true });
      folders.add(above);
      // What is published as it is stands there already, and may not be written over.
      writeFileSync(place, bytes, { flag: 'wx' });
    },
    tidy: () => removeFiles(folder, [...older.keys()]),
  };
}
