import { constants } from 'node:fs';
import { access, cp, lstat, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Exchange, systemExchange } from './exchange.ts';
import { filesBelow } from './files-below.ts';
import { INSIDE, isThere, LOST_AND_FOUND, siblings, WORK_PREFIX } from './work-names.ts';

/** Errors that say that a folder cannot change its place: a mount point, another disk, a parent that is closed. */
const IMMOVABLE = new Set(['EBUSY', 'EXDEV', 'EACCES', 'EPERM', 'EROFS', 'EINVAL']);

/** How a folder is put in the place of another. */
export type Replacing = {
  readonly exchange?: Exchange;
  /** Where what stood there is put, if it can be moved there in one step; else, and when null, it is removed. */
  readonly keep?: string | null;
};

/**
 * Puts a finished folder at a path in the place of what stands there. At every moment there is a whole folder at the
 * path, or (where the system cannot exchange two folders in one step) `restore` puts one there. An error leaves what
 * stood there as it was.
 * @param built the finished folder, on any disk; gone afterwards
 * @param out where it shall stand: nothing, an empty folder or one that `folderTarget` has let through
 */
export async function replaceFolder(
  built: string,
  out: string,
  { exchange = systemExchange, keep = null }: Replacing = {},
): Promise<void> {
  await mkdir(dirname(out), { recursive: true });
  if ((await isThere(out)) && !(await canMove(out))) return replaceInside(built, out);
  const { next, aside } = siblings(out);
  await rm(next, { recursive: true, force: true });
  await move(built, next);
  try {
    if (await isEmptyOrMissing(out)) return await rename(next, out);
    if (await exchange(out, next)) return await putAway(next, keep);
    await rm(aside, { recursive: true, force: true });
    await rename(out, aside);
    try {
      await rename(next, out);
    } catch (error) {
      await rename(aside, out);
      throw error;
    }
    await putAway(aside, keep);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !IMMOVABLE.has(code)) throw error;
    await replaceInside(next, out);
  } finally {
    await rm(next, { recursive: true, force: true });
    await rm(aside, { recursive: true, force: true });
  }
}

/** Moves a replaced folder where it is kept. One that cannot be moved there is left, to be removed. */
async function putAway(replaced: string, keep: string | null): Promise<void> {
  if (keep !== null) await rename(replaced, keep).catch(() => undefined);
}

/**
 * The same where the folder itself cannot be moved: everything is first laid ready inside it, then each file takes its
 * place in one step, and what the new site lacks is removed last. Cut off, `restore` goes on where it ended.
 */
async function replaceInside(built: string, out: string): Promise<void> {
  const ready = join(out, INSIDE.next);
  await rm(ready, { recursive: true, force: true });
  await rm(join(out, INSIDE.whole), { force: true });
  try {
    await move(built, ready);
  } catch (error) {
    await rm(ready, { recursive: true, force: true });
    throw error;
  }
  // The list tells that all is there, so it must be there whole or not at all.
  await writeFile(join(ready, INSIDE.whole), `${filesOf(ready).join('\n')}\n`);
  await rename(join(ready, INSIDE.whole), join(out, INSIDE.whole));
  await finishInside(out);
}

/** Moves what lies ready inside a folder to its places. May be cut off anywhere and started again. */
async function finishInside(out: string): Promise<void> {
  const ready = join(out, INSIDE.next);
  const wanted = (await readFile(join(out, INSIDE.whole), 'utf8')).split('\n').filter((line) => line !== '');
  // Styles and scripts first: a new page never asks for one that is not there yet.
  const order = wanted.toSorted((a, b) => Number(b.startsWith('assets/')) - Number(a.startsWith('assets/')));
  for (const path of order) {
    if (!(await isThere(join(ready, path)))) continue;
    const to = join(out, path);
    await clearWay(out, path);
    await rename(join(ready, path), to);
  }
  const keep = new Set(wanted);
  for (const path of filesOf(out))
    if (!keep.has(path) && !path.startsWith(WORK_PREFIX)) await rm(join(out, path));
  await rm(ready, { recursive: true, force: true });
  await removeEmptyFolders(out);
  await rm(join(out, INSIDE.whole), { force: true });
}

/** Makes the folders on the way to a file, and takes away a file or folder that stands where the other kind shall. */
async function clearWay(out: string, path: string): Promise<void> {
  const parts = path.split('/');
  for (let i = 1; i < parts.length; i += 1) {
    const folder = join(out, ...parts.slice(0, i));
    if ((await isThere(folder)) && !(await lstat(folder)).isDirectory()) await rm(folder);
  }
  await mkdir(dirname(join(out, path)), { recursive: true });
  const to = join(out, path);
  if ((await isThere(to)) && (await lstat(to)).isDirectory()) await rm(to, { recursive: true });
}

/**
 * Puts right what a command that was cut off has left at a path. Called by every command before anything else.
 * @returns a sentence when there was anything to put right
 */
export async function restore(out: string): Promise<string | null> {
  const { next, aside } = siblings(out);
  let said: string | null = null;
  if (!(await isThere(out)) && (await isThere(aside))) {
    await rename(aside, out);
    said = `Ett byte av ”${basename(out)}” avbröts förra gången: den webbplats som stod där är tillbaka.`;
  }
  if (await isThere(join(out, INSIDE.whole))) {
    await finishInside(out);
    said = `Ett byte av ”${basename(out)}” avbröts förra gången: det är nu slutfört.`;
  }
  for (const left of [next, aside, join(out, INSIDE.next)])
    if (await isThere(left)) await rm(left, { recursive: true, force: true });
  return said;
}

/** False for a mount point and where the folder above may not be written. */
export async function canMove(folder: string): Promise<boolean> {
  const [own, above] = await Promise.all([lstat(folder), lstat(dirname(folder))]);
  if (own.dev !== above.dev) return false;
  return access(dirname(folder), constants.W_OK).then(
    () => true,
    () => false,
  );
}

async function isEmptyOrMissing(folder: string): Promise<boolean> {
  if (!(await isThere(folder))) return true;
  return (await readdir(folder)).length === 0;
}

/** Moves a folder, to another disk if need be. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true, errorOnExist: true, force: false });
    await rm(from, { recursive: true, force: true });
  }
}

const filesOf = (folder: string): readonly string[] =>
  filesBelow(folder).filter((path) => !path.startsWith(`${INSIDE.next}/`));

async function removeEmptyFolders(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const folders = entries
    .filter((e) => e.isDirectory() && e.name !== LOST_AND_FOUND)
    .map((e) => join(e.parentPath, e.name));
  // Deepest first; one that holds something stays.
  for (const path of folders.toSorted((a, b) => b.length - a.length))
    await rmdir(path).catch(() => undefined);
}
