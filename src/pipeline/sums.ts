import { sha256 } from '../files/common/bytes.ts';
import { sumLine } from '../files/release/index.ts';

/** Name of the list of hashes at the site's root. */
export const SUMS = 'SHA256SUMS';

/**
 * `SHA256SUMS` of a finished site, as `sha256sum -c` reads it: every page, file, style and index but the list itself.
 * @param files by path below the site's root
 */
export function siteSums(files: ReadonlyMap<string, Uint8Array>): string {
  return [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .filter(([path]) => path !== SUMS)
    .map(([path, bytes]) => sumLine(sha256(bytes), path))
    .join('');
}
