import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { parsedJson } from '../json.ts';
import { isAlive } from './lock.ts';
import { fileTarget, type KeptPlaces } from './target.ts';

/** All of a file, or what writes it to the path that it is given: for one too large for memory. */
export type Written = string | Uint8Array | ((path: string) => Promise<void>);

/** SHA-256 of each single file that a command has written, by real path. */
const WRITTEN = z.record(z.string(), z.string());

/** More than this are forgotten from the oldest on; a forgotten file is not written over. */
const REMEMBERED = 200;

/**
 * Writes a report where the person asked for it, in one step. A file that is already there is only replaced when it is
 * as a command like this left it.
 * @param asked the path as it was given
 * @throws Refusal, and then nothing is touched
 */
export async function writeReport(asked: string, content: Written, kept: KeptPlaces): Promise<void> {
  const memory = memoryOf(kept);
  const known = await remembered(memory);
  const path = await writeOver(asked, content, kept, isAsRemembered(known));
  const { [path]: _, ...others } = known;
  const all = { ...others, [path]: await hashOf(path) };
  await mkdir(dirname(memory), { recursive: true });
  await inOneStep(memory, JSON.stringify(Object.fromEntries(Object.entries(all).slice(-REMEMBERED))));
}

/** Asks whether a report may be written there, before any work is done for it. @throws Refusal when it may not */
export async function refuseReport(asked: string, kept: KeptPlaces): Promise<void> {
  await fileTarget(asked, kept, isAsRemembered(await remembered(memoryOf(kept))));
}

const memoryOf = ({ project }: KeptPlaces) => join(project, '.cache/skrivna-filer.json');

const isAsRemembered =
  (known: z.infer<typeof WRITTEN>) =>
  async (real: string): Promise<boolean> =>
    known[real] === (await hashOf(real));

/**
 * Writes a single file in one step, after the rule for such (`fileTarget`).
 * @param isOurs whether the file that stands at a real path may be written over
 * @returns its real path
 * @throws Refusal, and then nothing is touched
 */
export async function writeOver(
  asked: string,
  content: Written,
  kept: KeptPlaces,
  isOurs: (path: string) => Promise<boolean>,
): Promise<string> {
  const path = await fileTarget(asked, kept, isOurs);
  await mkdir(dirname(path), { recursive: true });
  await inOneStep(path, content);
  return path;
}

/** What has been written; nothing when the memory is gone or was cut off, and then nothing is written over. */
async function remembered(memory: string): Promise<z.infer<typeof WRITTEN>> {
  const text = await readFile(memory, 'utf8').catch(() => '{}');
  return parsedJson(WRITTEN, text) ?? {};
}

/** SHA-256 of a file, a piece at a time. */
async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece);
  return hash.digest('hex');
}

/** Writes a file beside its place and moves it there: it is never seen half written. */
export async function inOneStep(path: string, content: Written): Promise<void> {
  const next = `${path}.${process.pid}.tmp`;
  try {
    if (typeof content === 'function') {
      await removeLeft(path);
      await content(next);
    } else await writeFile(next, content);
    await rename(next, path);
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
}

/** What processes that were killed while they wrote a large file have left beside it. */
async function removeLeft(path: string): Promise<void> {
  const begins = `${basename(path)}.`;
  for (const name of await readdir(dirname(path))) {
    const [, pid] = name.startsWith(begins) ? (/^(\d+)\.tmp$/.exec(name.slice(begins.length)) ?? []) : [];
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(dirname(path), name), { force: true });
  }
}
