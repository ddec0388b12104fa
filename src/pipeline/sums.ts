import { sumLine } from '../files/release/index.ts';

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
