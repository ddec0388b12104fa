import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Effects } from '../../effects.ts';
import { sha256 } from '../../files/common/bytes.ts';
import { type Manifest, readManifest } from './manifest.ts';

/** All files of a release, written: the folder that holds them and the manifest that lists them. */
export type Written = { readonly folder: string; readonly manifest: string; readonly cached: boolean };

/** How many sets of files are kept beside the newest. */
const KEPT = 2;

/**
 * The files of a release from the cache, or written there by `write` when no build has had the same inputs. A set is
 * put in its place when whole, so that a build that was cut off leaves nothing that looks finished.
 */
export async function fromCache(
  cache: string,
  key: string,
  write: (folder: string) => Promise<Manifest>,
  { writeFile }: Pick<Effects, 'writeFile'>,
): Promise<Written> {
  const home = join(cache, key);
  const written = { folder: join(home, 'filer'), manifest: join(home, 'manifest.json') };
  if (existsSync(written.manifest)) {
    if (await isWhole(written.folder, readManifest(written.manifest))) return { ...written, cached: true };
    await rm(home, { recursive: true, force: true });
  }
  const next = `${home}.${process.pid}`;
  try {
    await writeFile(join(next, 'manifest.json'), JSON.stringify(await write(join(next, 'filer'))));
    await rm(home, { recursive: true, force: true });
    await rename(next, home);
  } finally {
    await rm(next, { recursive: true, force: true });
  }
  await prune(cache, key);
  return { ...written, cached: false };
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

async function isWhole(folder: string, { files }: Manifest): Promise<boolean> {
  for (const file of files) {
    const bytes = await readFile(join(folder, file.path)).catch(() => null);
    if (bytes === null || sha256(bytes) !== file.sha256) return false;
  }
  return true;
}

/** Removes all but the newest sets of files. */
async function prune(cache: string, key: string): Promise<void> {
  const others = (await readdir(cache)).filter((name) => /^[0-9a-f]{32}$/.test(name) && name !== key);
  const dated = await Promise.all(
    others.map(async (name) => ({ name, time: (await stat(join(cache, name))).mtimeMs })),
  );
  for (const { name } of dated.toSorted((a, b) => b.time - a.time).slice(KEPT))
    await rm(join(cache, name), { recursive: true, force: true });
}
