import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { parsedJson } from '../json.ts';

/** Who holds a lock, and since when. */
const OWNER = z.object({
  dator: z.string(),
  process: z.int().positive(),
  sedan: z.string(),
});
type Owner = z.infer<typeof OWNER>;

/** How often the holder shows that it lives, and how old a sign of life from another computer may be. */
const BEAT_MS = 10_000;
const SILENT_MS = 10 * 60_000;

/** A held lock. `release` may be called more than once. */
export type Lock = { readonly release: () => Promise<void> };

/**
 * Takes the lock in a file, so that two commands never write to one place at once. A lock whose process is gone, or
 * whose computer has shown no sign of life for ten minutes, is taken over.
 * @param shown what is locked, as the person named it
 * @throws Refusal that names the holder when somebody else has it
 */
export async function takeLock(file: string, shown: string, now: () => Date): Promise<Lock> {
  const owner: Owner = { dator: hostname(), process: process.pid, sedan: now().toISOString() };
  await removeLeft(file);
  const mine = `${file}.${process.pid}.${randomUUID()}`;
  // Written whole beside, then linked: a lock is never seen half written.
  await writeFile(mine, `${JSON.stringify(owner)}\n`);
  try {
    while (!(await linked(mine, file))) {
      const held = await readLock(file);
      if (held === null) continue;
      if (isHeld(held, now)) throw new Refusal(busy(held.owner, file, shown));
      await removeDead(file, held.text, now);
    }
  } finally {
    await rm(mine, { force: true });
  }
  const beat = setInterval(() => {
    utimes(file, now(), now()).catch(() => undefined);
  }, BEAT_MS);
  beat.unref();
  let released = false;
  return {
    release: async () => {
      clearInterval(beat);
      if (!released) await rm(file, { force: true });
      released = true;
    },
  };
}

/** True when a command that lives has the lock in a file. */
export async function isHeldByOther(file: string, now: () => Date): Promise<boolean> {
  const held = await readLock(file);
  return held !== null && isHeld(held, now);
}

type Held = { readonly text: string; readonly owner: Owner | null; readonly beat: Date };

/** What stands in a lock; null when it has just been released. */
async function readLock(file: string): Promise<Held | null> {
  try {
    const [text, { mtime }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
    return { text, owner: parsedJson(OWNER, text), beat: mtime };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function isHeld({ owner, beat }: Held, now: () => Date): boolean {
  if (owner?.dator === hostname()) return isAlive(owner.process);
  return now().getTime() - beat.getTime() < SILENT_MS;
}

/** True when a process of this computer runs, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function busy(owner: Owner | null, file: string, shown: string): string {
  const who = owner
    ? `process ${owner.process} på ${owner.dator}, sedan ${owner.sedan.slice(0, 16).replace('T', ' ')} UTC`
    : 'okänt vilket';
  return `Ett annat kommando (${who}) skriver till ”${shown}”. Vänta tills det är klart och kör igen. Finns det inget sådant kommando kan du ta bort ”${file}”.`;
}

async function linked(mine: string, file: string): Promise<boolean> {
  try {
    await link(mine, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
  }
  // A disk without hard links.
  try {
    await writeFile(file, await readFile(mine), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** True when a lock, or what is left of the taking of one, stands there. */
export async function hasLeft(file: string): Promise<boolean> {
  return (await readdir(dirname(file))).some((name) => name.startsWith(basename(file)));
}

/** What processes that were killed while they took a lock have left beside it. */
async function removeLeft(file: string): Promise<void> {
  const begins = `${basename(file)}.`;
  for (const name of await readdir(dirname(file))) {
    const pid = name.startsWith(begins) ? Number(name.slice(begins.length).split('.')[0]) : Number.NaN;
    if (Number.isInteger(pid) && !isAlive(pid)) await rm(join(dirname(file), name), { force: true });
  }
}

/** Taking a dead lock away is a matter of moments; a guard that has stood longer is itself left behind. */
const GUARD_MS = 30_000;

/**
 * Takes a dead lock away. Only who has the guard may, and only while the lock is still the dead one: of several that
 * find it dead, none takes away the lock of the one that came first.
 */
async function removeDead(file: string, dead: string, now: () => Date): Promise<void> {
  const guard = `${file}-byte`;
  try {
    await writeFile(guard, '', { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const found = await stat(guard).catch(() => null);
    if (found !== null && now().getTime() - found.mtimeMs > GUARD_MS) await rm(guard, { force: true });
    else await new Promise((done) => setTimeout(done, 20));
    return;
  }
  try {
    if ((await readLock(file))?.text === dead) await rm(file, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}
