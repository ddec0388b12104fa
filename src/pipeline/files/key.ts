import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Effects } from '../../effects.ts';
import { readDataFolder } from '../../ingest/sizes.ts';
import { must } from '../../model/must.ts';

/** Rooms that no file can depend on (`tests/house/rooms.test.ts` holds that); every other room is an input. */
const PAGES_ONLY =
  /^(src\/(pages|components|layouts|islands|styles|serving|import)\/|public\/|(?:astro\.config\.mjs|tsconfig\.json)$)/;

/**
 * Everything that the bytes of a site depend on, by name: the data folder, all code, what is published as it is, the
 * exact packages and the machine (Typst's compiler differs between platforms).
 */
export async function siteInputs(
  dataFolder: string,
  effects: Pick<Effects, 'readTree'>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const single = ['package-lock.json', 'package.json', 'astro.config.mjs', 'tsconfig.json'];
  const [data, source, fixed, ...files] = await Promise.all([
    dataInputs(dataFolder, effects),
    effects.readTree('src'),
    effects.readTree('public'),
    ...single.map((path) => readFile(path)),
  ]);
  const machine = `${process.version} ${process.platform} ${process.arch}`;
  return new Map([
    ...data,
    ...below('src', source),
    ...below('public', fixed),
    ...files.map((bytes, i) => [must(single[i], 'name of a file'), bytes] as const),
    ['node', new TextEncoder().encode(machine)],
  ]);
}

const below = (folder: string, tree: ReadonlyMap<string, Uint8Array>) =>
  [...tree].map(([path, bytes]) => [`${folder}/${path}`, bytes] as const);

/** Those of `siteInputs` that are the data folder's. */
export const dataInputs = async (
  dataFolder: string,
  effects: Pick<Effects, 'readTree'>,
): Promise<ReadonlyMap<string, Uint8Array>> =>
  new Map(below('data', await readDataFolder(dataFolder, effects)));

/** The inputs of a site that its files depend on; the others are only the pages'. */
export const inputsOfFiles = (inputs: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> =>
  new Map([...inputs].filter(([name]) => !PAGES_ONLY.test(name)));

const DATA = 'data/';

/** The files of the data folder, by path below it. @param inputs `siteInputs` */
export const dataFilesOf = (inputs: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> =>
  new Map(
    [...inputs].flatMap(([name, bytes]) =>
      name.startsWith(DATA) ? [[name.slice(DATA.length), bytes] as const] : [],
    ),
  );

/** Everything that the bytes of the published files depend on. */
export const fileInputs = async (dataFolder: string, effects: Pick<Effects, 'readTree'>) =>
  inputsOfFiles(await siteInputs(dataFolder, effects));

/** One hash of all inputs. Changes when any of them is changed, renamed, added or removed. */
export function inputKey(inputs: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of [...inputs].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    // Lengths first: no content can pose as the next file's name.
    hash.update(`${name.length} ${name} ${bytes.byteLength} `).update(bytes);
  }
  return hash.digest('hex').slice(0, 32);
}
