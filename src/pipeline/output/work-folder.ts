import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../refusal.ts';
import { type Lock, takeLock } from './lock.ts';

/** A folder for what one process makes, until it ends. */
export type WorkFolder = { readonly path: string; readonly end: () => Promise<void> };

/**
 * A new empty folder for what this process makes, below `home`. Those that processes which were cut off have left are
 * removed.
 *
 * It has the lowest number that nobody has, so nearly always the same path: what Node keeps of the code of a program
 * (`NODE_COMPILE_CACHE`), it keeps by the path, and the program that makes pages is unpacked here. By the number of the
 * process, it was compiled in each build, and a megabyte more was kept each time.
 */
export async function workFolder(home: string, now: () => Date): Promise<WorkFolder> {
  await mkdir(home, { recursive: true });
  // A process may have been cut off when it had its lock, and no folder yet.
  const taken = (await readdir(home)).flatMap((name) => /^(\d+)(?:\.las)?$/.exec(name)?.[1] ?? []);
  for (const name of new Set(taken)) await (await claimed(home, name, now))?.end();
  for (let number = 1; ; number += 1) {
    const mine = await claimed(home, String(number), now);
    if (mine === null) continue;
    await mkdir(mine.path);
    return mine;
  }
}

/** A folder that nobody else uses now, with nothing left in its place; null when somebody does. */
async function claimed(home: string, name: string, now: () => Date): Promise<WorkFolder | null> {
  const path = join(home, name);
  const lock = await lockOf(`${path}.las`, now);
  if (lock === null) return null;
  const remove = () => rm(path, { recursive: true, force: true });
  await remove();
  const end = async () => {
    await remove();
    await lock.release();
  };
  return { path, end };
}

async function lockOf(file: string, now: () => Date): Promise<Lock | null> {
  try {
    return await takeLock(file, file, now);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
