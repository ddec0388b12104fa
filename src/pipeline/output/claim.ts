import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Effects } from '../../effects.ts';
import { hasLeft, isHeldByOther, type Lock, takeLock } from './lock.ts';
import { canMove, type Replacing, replaceFolder, restore } from './replace.ts';
import { type KeptPlaces, MARKER, markerText, refuseStrangers, safePath } from './target.ts';
import { INSIDE, isThere, siblings } from './work-names.ts';

/** A place that this command alone may write to, until it lets go of it. @typeParam S what is known of a site that stands */
export type Claim<S = never> = {
  /** The real path; what stands there now is whole, or nothing. */
  readonly path: string;
  /** What is known of the site that stands there; null when nothing is. */
  readonly standing: S | null;
  /** Puts a finished site there, marked as ours. */
  readonly replaceWith: (built: string, how?: Replacing) => Promise<void>;
  readonly release: () => Promise<void>;
};

/**
 * Takes a place for a site: refuses what is not ours, locks it, and puts right what an earlier command that was cut
 * off has left.
 * @param asked the path as it was given
 * @param known what is known of the site that stands at a path, when it is exactly what a build has put there: then nobody
 *   else has put anything in it, and it need not be looked through for that
 * @throws Refusal before anything is touched, also when another command writes there now
 */
export async function claimSite<S = never>(
  asked: string,
  kept: KeptPlaces,
  effects: Pick<Effects, 'now' | 'log'>,
  known: (path: string) => Promise<S | null> = async () => null,
): Promise<Claim<S>> {
  const path = await safePath(asked, kept);
  const lookedAt = async (): Promise<S | null> => {
    const standing = await known(path);
    if (standing === null) await refuseStrangers(path, asked, 'webbplats');
    return standing;
  };
  // A swap that was cut off is put right first: until then old and new files stand there together.
  const before = (await isThere(join(path, INSIDE.whole))) ? null : await lookedAt();
  const lock = await lockOf(path, asked, effects.now);
  try {
    const said = await restore(path);
    if (said !== null) effects.log(said);
    // Again, now that nobody else can write there and what was cut off is put right: unless it stood there as it was left.
    const standing = said === null && before !== null ? before : await lookedAt();
    return {
      path,
      standing,
      replaceWith: async (built, how) => {
        await writeFile(join(built, MARKER), markerText('webbplats'));
        await replaceFolder(built, path, how);
      },
      release: lock.release,
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Puts right what is left at a path by a command that was cut off, unless another command is at work there now. */
export async function mendSite(path: string, effects: Pick<Effects, 'now' | 'log'>): Promise<void> {
  const { next, aside } = siblings(path);
  if (!(await isThere(dirname(path)))) return;
  const file = await lockFile(path);
  const left = [next, aside, join(path, INSIDE.whole), join(path, INSIDE.next)];
  const found = await Promise.all(left.map(isThere));
  if (!found.includes(true) && !(await hasLeft(file))) return;
  if (await isHeldByOther(file, effects.now)) return;
  const lock = await takeLock(file, path, effects.now);
  try {
    const said = await restore(path);
    if (said !== null) effects.log(said);
  } finally {
    await lock.release();
  }
}

/** A folder for what later builds may use again, made when it is not there. @throws Refusal when it is not ours */
export async function claimCache(asked: string, kept: KeptPlaces): Promise<string> {
  const path = await safePath(asked, kept);
  await refuseStrangers(path, asked, 'cache');
  await mkdir(path, { recursive: true });
  await writeFile(join(path, MARKER), markerText('cache'));
  return path;
}

async function lockOf(path: string, asked: string, now: () => Date): Promise<Lock> {
  await mkdir(dirname(path), { recursive: true });
  return takeLock(await lockFile(path), asked, now);
}

const lockFile = async (path: string) =>
  (await isThere(path)) && !(await canMove(path)) ? join(path, INSIDE.lock) : siblings(path).lock;
