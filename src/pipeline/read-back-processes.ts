import { must } from '../model/must.ts';
import { poolOf } from './processes/pool.ts';
import { type FoundInFile, readBack } from './read-back.ts';
import type { ReadJob, ReadOrder } from './read-back-process.ts';

/**
 * So many files keep a process busy for a second or more. Fewer are read here before it has started and read what they
 * have in common with others, while the build waits for its pages anyway.
 */
const WORTH_A_PROCESS = 100;

/** How many processes would read so many files; 0 where they are read here. @param most how many there may be */
export const readersOf = (files: number, most: number): number =>
  Math.min(most, Math.floor(files / WORTH_A_PROCESS));

/**
 * Reads back many files, in processes where they are many: this one is then free, and all cores are used.
 * @param most how many processes there may be
 * @returns what was found in each, in the order of the paths: the same however many processes there are
 * @throws Error for a file that cannot be read, with its path, and when a process ends before its time
 */
export async function readAllBack(
  paths: readonly string[],
  { folder, looked }: ReadOrder,
  most: number,
): Promise<ReadonlyMap<string, FoundInFile>> {
  const found = new Map<string, FoundInFile>();
  const processes = readersOf(paths.length, most);
  if (processes === 0) {
    for (const path of paths) found.set(path, await readBack(folder, path, looked));
    return found;
  }
  const pool = poolOf<ReadOrder, ReadJob, FoundInFile>(processes, {
    url: new URL('./read-back-process.ts', import.meta.url),
    setup: { folder, looked },
    // Not `FRUGAL`: that takes 0.09 of 0.34 GB from each, and a tenth more time.
    flags: [],
    failed: (_, why) => why,
    ended: (how) => `Röjandekontrollen avbröts: en process slutade innan den hade läst sina filer (${how}).`,
  });
  try {
    const all = await Promise.all(paths.map((path) => pool.run({ path })));
    for (const [i, path] of paths.entries()) found.set(path, must(all[i], path));
    return found;
  } finally {
    await pool.end();
  }
}
