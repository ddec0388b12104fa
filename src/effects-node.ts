import { mkdir, open, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Effects } from './effects.ts';
import { Refusal } from './refusal.ts';

/** The real world: files on disk, the terminal, the clock. Created once, by a script or by the pages' loader. */
export function nodeEffects(): Effects {
  return {
    readTree,
    writeFile: async (path, content) => {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    },
    log: (line) => process.stdout.write(`${line}\n`),
    clock: () => performance.now(),
    now: () => new Date(),
  };
}

async function readTree(folder: string, most?: number): Promise<ReadonlyMap<string, Uint8Array>> {
  let entries: Awaited<ReturnType<typeof listFiles>>;
  try {
    entries = await listFiles(folder);
  } catch {
    throw new Refusal(`Datamappen ”${folder}” finns inte eller går inte att läsa.`);
  }
  return new Map(
    await Promise.all(
      entries.map(async (path) => [toKey(folder, path), await beginning(path, most)] as const),
    ),
  );
}

/** A file, or so much of it. */
async function beginning(path: string, most = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
  if ((await stat(path)).size <= most) return new Uint8Array(await readFile(path));
  const file = await open(path);
  try {
    const bytes = new Uint8Array(most);
    let read = 0;
    while (read < most) {
      const { bytesRead } = await file.read(bytes, read, most - read, read);
      if (bytesRead === 0) break;
      read += bytesRead;
    }
    return bytes.subarray(0, read);
  } finally {
    await file.close();
  }
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((e) => e.isFile() && !e.name.startsWith('.'))
    .map((e) => join(e.parentPath, e.name))
    .sort();
}

const toKey = (folder: string, path: string) => relative(folder, path).split(sep).join('/');
