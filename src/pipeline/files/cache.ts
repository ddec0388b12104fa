import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Effects } from '../../effects.ts';
import { sha256 } from '../../files/common/bytes.ts';
import { isAlive } from '../output/lock.ts';
import { findManifest, type Manifest, readManifest } from './manifest.ts';

/** All files of a release, written: the folder that holds them and the manifest that lists them. */
export type Written = { readonly folder: string; readonly manifest: string; readonly cached: boolean };

/** How many sets of files are kept beside the newest. */
const KEPT = 2;

/** What a set of files is taken by, and what it must hold to be taken. */
export type Wanted = {
  readonly key: string;
  /** Path of every file that a release of these inputs has. */
  readonly paths: ReadonlySet<string>;
};

/**
 * The files of a release from the cache, or written there by `write` when no build has had the same inputs. A set is
 * put in its place when whole, so that a build that was cut off leaves nothing that looks finished; and one that is
 * not as it was written, or lacks a file, is made again with a line that says so.
 */
export async function fromCache(
  cache: string,
  { key, paths }: Wanted,
  write: (folder: string) => Promise<Manifest>,
  { writeFile, log }: Pick<Effects, 'writeFile' | 'log'>,
): Promise<Written> {
  const home = join(cache, key);
  const written = { folder: join(home, 'filer'), manifest: join(home, 'manifest.json') };
  if (existsSync(home)) {
    const wrong = await faultOf(written, paths);
    if (wrong === null) return { ...written, cached: true };
    log(`Filerna från förra bygget används inte: ${wrong}. De skrivs igen.`);
    await rm(home, { recursive: true, force: true });
  }
  const next = `${home}.${process.pid}`;
  try {
    await writeFile(join(next, 'manifest.json'), JSON.stringify(await write(join(next, 'filer'))));
    await putInPlace(next, home);
  } finally {
    await rm(next, { recursive: true, force: true });
  }
  await prune(cache, key);
  return { ...written, cached: false };
}

/** Of two builds that have written the same, the first to finish is kept. */
async function putInPlace(next: string, home: string): Promise<void> {
  try {
    await rename(next, home);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}

/** Puts written files into a folder. @throws when one is not what the manifest says */
export async function copyFiles(
  { folder, manifest }: Written,
  to: string,
  { writeFile }: Pick<Effects, 'writeFile'>,
): Promise<void> {
  for (const file of readManifest(manifest).files) {
    const bytes = await readFile(join(folder, file.path));
    if (sha256(bytes) !== file.sha256) throw new Error(`${file.path} har ändrats i ${folder}`);
    await writeFile(join(to, file.path), bytes);
  }
}

/** What is wrong with a set of files, as the end of a sentence; null when it can be used. */
async function faultOf(
  { folder, manifest }: Pick<Written, 'folder' | 'manifest'>,
  paths: ReadonlySet<string>,
) {
  const found = findManifest(manifest);
  if (found === null) return 'listan över dem är avbruten eller ändrad';
  const listed = new Set(found.files.map((f) => f.path));
  const missing = [...paths].find((path) => !listed.has(path));
  if (missing !== undefined) return `${missing} saknas i listan över dem`;
  for (const file of found.files) {
    if (!paths.has(file.path)) return `${file.path} hör inte hit`;
    const bytes = await readFile(join(folder, file.path)).catch(() => null);
    if (bytes === null) return `${file.path} saknas`;
    if (sha256(bytes) !== file.sha256) return `${file.path} har ändrats`;
  }
  return null;
}

/** A set of files by its key, and one that a process was writing. */
const KEPT_NAME = /^[0-9a-f]{32}$/;
const UNFINISHED_NAME = /^[0-9a-f]{32}\.(\d+)$/;

/** Removes all but the newest sets of files, and what builds that were cut off have left. */
async function prune(cache: string, key: string): Promise<void> {
  const names = await readdir(cache);
  for (const name of names) {
    const pid = UNFINISHED_NAME.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(join(cache, name), { recursive: true, force: true });
  }
  const others = names.filter((name) => KEPT_NAME.test(name) && name !== key);
  const dated = await Promise.all(
    others.map(async (name) => ({ name, time: (await stat(join(cache, name))).mtimeMs })),
  );
  for (const { name } of dated.toSorted((a, b) => b.time - a.time).slice(KEPT))
    await rm(join(cache, name), { recursive: true, force: true });
}
