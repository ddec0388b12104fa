import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';

import { Refusal } from '../refusal.ts';

/** One file as it will be; null when it is to go. */
export type FileChange = { readonly path: string; readonly content: Uint8Array | null };

const Journal = z.object({
  pid: z.int(),
  filer: z.array(z.object({ path: z.string(), fanns: z.boolean() })),
});

/** What must be replaceable in a test: whether a process lives, and a chance to fail between two steps. */
export type StageEffects = {
  readonly pid: number;
  readonly alive: (pid: number) => boolean;
  readonly step?: (name: string) => void;
};

/** Beside the data folder, so that a rename stays within one file system and nothing reads it as data. */
const journalOf = (folder: string) => `${folder.replace(/\/+$/, '')}.inlasning`;

/**
 * Writes several files so that all of them are there or none: the new ones are first written whole beside the
 * folder, the old ones are copied, a list says what is going on, and only then each is renamed into place. After
 * a fault everything is put back at once; after a kill, the next command does it (`recover`).
 */
export async function commitChanges(
  folder: string,
  changes: readonly FileChange[],
  effects: StageEffects,
): Promise<void> {
  await recover(folder, effects);
  const journal = journalOf(folder);
  const step = effects.step ?? (() => {});
  const filer = changes.map(({ path }) => {
    if (path.startsWith('/') || path.split('/').includes('..'))
      throw new Error(`not below the folder: ${path}`);
    return { path, fanns: existsSync(join(folder, path)) };
  });
  try {
    for (const { path, content } of changes) if (content) await put(join(journal, 'nya', path), content);
    for (const { path, fanns } of filer)
      if (fanns) await copied(join(folder, path), join(journal, 'gamla', path));
    step('staged');
    await put(join(journal, 'lista.del'), JSON.stringify({ pid: effects.pid, filer }));
    await rename(join(journal, 'lista.del'), join(journal, 'lista.json'));
    for (const { path, content } of changes) {
      step(path);
      if (content === null) {
        await rm(join(folder, path), { force: true });
        continue;
      }
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await rename(join(journal, 'nya', path), join(folder, path));
    }
    step('written');
    await rename(join(journal, 'lista.json'), join(journal, 'klar.json'));
  } catch (error) {
    await undo(folder);
    throw error;
  }
  await rm(journal, { recursive: true, force: true });
}

/**
 * Puts a data folder back as it was before a command that was killed while it wrote. True when it did.
 * @throws Refusal when that command is still at work, or when something that is not ours stands where its list would
 */
export async function recover(
  folder: string,
  effects: Pick<StageEffects, 'pid' | 'alive'>,
): Promise<boolean> {
  const list = await readFile(join(journalOf(folder), 'lista.json'), 'utf8').catch(() => null);
  const pid = list === null ? null : Journal.parse(JSON.parse(list)).pid;
  if (pid !== null && pid !== effects.pid && effects.alive(pid))
    throw new Refusal(
      `Ett annat kommando skriver just nu i ${folder} (process ${pid}).`,
      'Vänta tills det är klart och försök igen.',
    );
  await refuseStrangers(journalOf(folder));
  await undo(folder);
  return list !== null;
}

const OURS: ReadonlySet<string> = new Set(['nya', 'gamla', 'ater', 'lista.del', 'lista.json', 'klar.json']);

/** The folder beside the data folder is removed whole, so it must hold nothing of anybody else's. */
async function refuseStrangers(journal: string): Promise<void> {
  const names = await readdir(journal).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const stranger = names.find((name) => !OURS.has(name));
  if (stranger !== undefined)
    throw new Refusal(
      `I ”${journal}” ligger ”${stranger}”, som verktyget inte har lagt där.`,
      'Flytta den: mappen används medan datamappen skrivs och töms sedan.',
    );
}

/** Back to the old files where a list says that new ones were on their way; then the journal goes. */
async function undo(folder: string): Promise<void> {
  const journal = journalOf(folder);
  const list = await readFile(join(journal, 'lista.json'), 'utf8').catch(() => null);
  if (list !== null)
    for (const { path, fanns } of Journal.parse(JSON.parse(list)).filer) {
      const target = join(folder, path);
      if (fanns) {
        const copy = join(journal, 'ater', path);
        await copied(join(journal, 'gamla', path), copy);
        await rename(copy, target);
      } else {
        await rm(target, { force: true });
        await rmdir(dirname(target)).catch(() => {});
      }
    }
  await rm(journal, { recursive: true, force: true });
}

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

async function copied(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
}
