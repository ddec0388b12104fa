import { linkSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SUMS, sumsIn } from './sums.ts';

/** Files of the site that stands, which the next one may have in common with it. */
export type StandingFiles = {
  /** True when a file of it is that one. */
  readonly has: (path: string, sha256: string) => boolean;
  /**
   * Puts one where it shall stand in the next site as well: a second name of the same bytes, so that nothing is read or
   * written.
   * @returns false where it must be written: there is no such file, or the file system has no second names
   */
  readonly take: (path: string, sha256: string, to: string) => boolean;
};

/** @param site its folder, when it stands as a build has left it (`standingSite`); null: nothing is taken from it */
export function standingFiles(site: string | null): StandingFiles {
  if (site === null) return { has: () => false, take: () => false };
  const sums = sumsIn(readFileSync(join(site, SUMS), 'utf8'));
  const folders = new Set<string>();
  const has = (path: string, sha256: string) => sums.get(path) === sha256;
  return {
    has,
    take: (path, sha256, to) => {
      if (!has(path, sha256)) return false;
      try {
        const folder = dirname(to);
        if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
        folders.add(folder);
        linkSync(join(site, path), to);
        return true;
      } catch {
        // Another disk, or a system without: then it is written like all others.
        return false;
      }
    },
  };
}
