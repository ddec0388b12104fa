import { zipSync } from 'fflate';
import { type Zip, zipTime } from './zip.ts';

/** A zip made in the browser, where Node's zlib is not. */
export const zipInBrowser: Zip = (parts, datum) =>
  zipSync(Object.fromEntries(parts.map(({ name, bytes }) => [name, bytes])), {
    level: 6,
    mtime: zipTime(datum),
  });
