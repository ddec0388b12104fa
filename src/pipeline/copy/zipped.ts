import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { zipInPieces } from '../../files/common/zip-node.ts';
import { Refusal } from '../../refusal.ts';
import { parsedJson } from '../json.ts';
import { gains } from './compressed.ts';

/** What a zip can list and hold without the extensions that older programs do not read (APPNOTE 4.4.1.4). */
const MOST = { files: 65_535, bytes: 4_294_967_295 };

const RELEASE = z.object({ version: z.string(), datum: z.iso.date() });
type Release = z.infer<typeof RELEASE>;

/** The version of a built site, and its date. @throws Refusal when the site says neither */
export async function releaseOf(site: string): Promise<Release> {
  const text = await readFile(join(site, 'data/release.json'), 'utf8').catch(() => '');
  const release = parsedJson(RELEASE, text);
  if (release === null)
    throw new Refusal(`”${site}” saknar data/release.json. Bygg webbplatsen på nytt med npm run build.`);
  return release;
}

/**
 * Writes files as a zip with one folder in it, named by the version; a file at a time, the same bytes each time.
 * @returns how many files
 * @throws Refusal when a zip cannot hold them
 */
export async function writeZip(
  path: string,
  files: AsyncIterable<readonly [string, Uint8Array]>,
  { version, datum }: Release,
): Promise<number> {
  const file = await open(path, 'w');
  try {
    let waiting: Uint8Array[] = [];
    let count = 0;
    let length = 0;
    const zip = zipInPieces(datum, (piece) => waiting.push(piece));
    const flush = async () => {
      for (const piece of waiting) length += piece.length;
      if (count > MOST.files || length > MOST.bytes)
        throw new Refusal(
          'Kopian är för stor för en zip. Gör den som en mapp (--form fristaende) och packa den med ett annat program.',
        );
      for (const piece of waiting) await file.writeFile(piece);
      waiting = [];
    };
    for await (const [name, bytes] of files) {
      zip.add({ name: `oppna-jamforelser-${version}/${name}`, bytes, packed: !gains(name) });
      count += 1;
      await flush();
    }
    zip.end();
    await flush();
    return count;
  } finally {
    await file.close();
  }
}
