import { lstat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** How the name of everything begins that the tool lays out only while it works. */
export const WORK_PREFIX = '.oppna-jamforelser-';

/** What the tool lays beside a folder that it replaces. The names are such that nobody else uses them. */
export function siblings(out: string): {
  readonly next: string;
  readonly aside: string;
  readonly lock: string;
} {
  const at = (what: string) => join(dirname(out), `${WORK_PREFIX}${what}-${basename(out)}`);
  return { next: at('nytt'), aside: at('gammalt'), lock: at('las') };
}

/** What it lays inside one that cannot be moved: the new files, their list once all are there, the lock. */
export const INSIDE = {
  next: `${WORK_PREFIX}nytt`,
  whole: `${WORK_PREFIX}lista`,
  lock: `${WORK_PREFIX}las`,
} as const;

/** The folder that a disk of its own has at its top. */
export const LOST_AND_FOUND = 'lost+found';

/** True when anything stands at the path, a dead link too. */
export const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false;
      throw error;
    },
  );
