import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../model/sha256.ts';

/** An answer as it came, and when. */
export type Cached = { readonly bytes: Uint8Array; readonly hamtad: string };

/** Answers by request (address, and body where there is one). */
export type RequestCache = {
  readonly read: (request: string) => Promise<Cached | null>;
  readonly write: (request: string, answer: Cached) => Promise<void>;
};

/**
 * Answers in a folder, each in a file named by the hash of its request. The first line is the time and the
 * request, the rest is the body, so that a person can look at it. A file is renamed into place whole.
 */
export function folderCache(folder: string): RequestCache {
  const pathOf = (request: string) => join(folder, `${sha256(request)}.svar`);
  return {
    read: async (request) => {
      const bytes = await readFile(pathOf(request)).catch(() => null);
      const end = bytes?.indexOf('\n') ?? -1;
      if (!bytes || end < 0) return null;
      const [hamtad = ''] = bytes.subarray(0, end).toString('utf8').split(' ');
      return { hamtad, bytes: new Uint8Array(bytes.subarray(end + 1)) };
    },
    write: async (request, { bytes, hamtad }) => {
      await mkdir(folder, { recursive: true });
      const head = Buffer.from(`${hamtad} ${request.replaceAll('\n', ' ')}\n`);
      const path = pathOf(request);
      await writeFile(`${path}.del`, Buffer.concat([head, bytes]));
      await rename(`${path}.del`, path);
    },
  };
}
