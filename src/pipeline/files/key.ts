import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Effects } from '../../effects.ts';

/** Rooms that no file can depend on (`tests/house/rooms.test.ts` holds that); every other room is an input. */
const PAGES_ONLY = /^(pages|components|layouts|islands|styles|serving|import)\//;

/**
 * Everything that the bytes of the published files depend on, by name: the data folder, the code, the exact packages
 * and the machine (Typst's compiler differs between platforms).
 */
export async function fileInputs(
  dataFolder: string,
  { readTree }: Pick<Effects, 'readTree'>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const [data, source, packages, project] = await Promise.all([
    readTree(dataFolder),
    readTree('src'),
    readFile('package-lock.json'),
    readFile('package.json'),
  ]);
  const machine = `${process.version} ${process.platform} ${process.arch}`;
  return new Map([
    ...[...data].map(([path, bytes]) => [`data/${path}`, bytes] as const),
    ...[...source]
      .filter(([path]) => !PAGES_ONLY.test(path))
      .map(([p, bytes]) => [`src/${p}`, bytes] as const),
    ['package-lock.json', packages],
    ['package.json', project],
    ['node', new TextEncoder().encode(machine)],
  ]);
}

/** One hash of all inputs. Changes when any of them is changed, renamed, added or removed. */
export function inputKey(inputs: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of [...inputs].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    // Lengths first: no content can pose as the next file's name.
    hash.update(`${name.length} ${name} ${bytes.byteLength} `).update(bytes);
  }
  return hash.digest('hex').slice(0, 32);
}
