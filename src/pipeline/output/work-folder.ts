import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './lock.ts';

/** A folder of another computer's process is taken for left behind after this long. */
const FORGOTTEN_MS = 24 * 60 * 60_000;

/**
 * A new empty folder for what this process makes, below `home`. Those that processes which were cut off have left are
 * removed.
 */
export async function workFolder(home: string, now: () => Date): Promise<string> {
  await mkdir(home, { recursive: true });
  for (const name of await readdir(home))
    if (await isLeft(join(home, name), name, now)) await remove(join(home, name));
  const mine = join(home, `${process.pid}@${hostname()}`);
  await remove(mine);
  await mkdir(mine);
  return mine;
}

async function isLeft(path: string, name: string, now: () => Date): Promise<boolean> {
  const [, pid, host] = /^(\d+)@(.+)$/.exec(name) ?? [];
  if (pid === undefined || host === undefined) return false;
  if (host === hostname()) return !isAlive(Number(pid));
  const found = await stat(path).catch(() => null);
  return found !== null && now().getTime() - found.mtimeMs > FORGOTTEN_MS;
}

const remove = (path: string) => rm(path, { recursive: true, force: true });
