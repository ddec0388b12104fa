import { sumLine } from '../files/common/bytes.ts';

/** Name of the list of hashes at the site's root. */
export const SUMS = 'SHA256SUMS';

/**
 * `SHA256SUMS` of a finished site, as `sha256sum -c` reads it: every page, file, style and index but the list itself.
 * @param hashes SHA-256 by path below the site's root
 */
export function siteSums(hashes: ReadonlyMap<string, string>): string {
  return [...hashes]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .filter(([path]) => path !== SUMS)
    .map(([path, hash]) => sumLine(hash, path))
    .join('');
}

/** The hash of each file by its path, as such a list says. */
export const sumsIn = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split('\n').flatMap((line) => {
      const [, hash, path] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
      return hash === undefined || path === undefined ? [] : [[path, hash] as const];
    }),
  );
