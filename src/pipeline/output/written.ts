import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../../files/common/bytes.ts';
import { parsedJson } from '../json.ts';
import { fileTarget, type KeptPlaces } from './target.ts';

/** SHA-256 of each single file that a command has written, by real path. */
const WRITTEN = z.record(z.string(), z.string());
type Written = z.infer<typeof WRITTEN>;

/** More than this are forgotten from the oldest on; a forgotten file is not written over. */
const REMEMBERED = 200;

/**
 * Writes a report where the person asked for it, in one step. A file that is already there is only replaced when it is
 * as a command like this left it.
 * @param asked the path as it was given
 * @throws Refusal, and then nothing is touched
 */
export async function writeReport(asked: string, content: string, kept: KeptPlaces): Promise<void> {
  const memory = join(kept.project, '.cache/skrivna-filer.json');
  const known = await remembered(memory);
  const path = await writeOver(
    asked,
    content,
    kept,
    async (real) => known[real] === sha256(await readFile(real)),
  );
  const { [path]: _, ...others } = known;
  const all = { ...others, [path]: sha256(new TextEncoder().encode(content)) };
  await mkdir(dirname(memory), { recursive: true });
  await inOneStep(memory, JSON.stringify(Object.fromEntries(Object.entries(all).slice(-REMEMBERED))));
}

/**
 * Writes a single file in one step, after the rule for such (`fileTarget`).
 * @param isOurs whether the file that stands at a real path may be written over
 * @returns its real path
 * @throws Refusal, and then nothing is touched
 */
export async function writeOver(
  asked: string,
  content: string,
  kept: KeptPlaces,
  isOurs: (path: string) => Promise<boolean>,
): Promise<string> {
  const path = await fileTarget(asked, kept, isOurs);
  await mkdir(dirname(path), { recursive: true });
  await inOneStep(path, content);
  return path;
}

/** What has been written; nothing when the memory is gone or was cut off, and then nothing is written over. */
async function remembered(memory: string): Promise<Written> {
  const text = await readFile(memory, 'utf8').catch(() => '{}');
  return parsedJson(WRITTEN, text) ?? {};
}

/** Writes a file beside its place and moves it there: it is never seen half written. */
export async function inOneStep(path: string, content: string | Uint8Array): Promise<void> {
  const next = `${path}.${process.pid}.tmp`;
  await writeFile(next, content);
  await rename(next, path);
}
