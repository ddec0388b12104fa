import { readFileSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parsedJson } from './json.ts';
import { removeFiles } from './output/files-below.ts';
import { inOneStep } from './output/written.ts';
import { SUMS, sumsIn } from './sums.ts';
import { standingNow } from './unchanged.ts';

/*
 * The site that a build took the place of is kept beside the store, and the next site is begun as it. Each page has a
 * folder of its own, and most pages are as they were: to make and to remove five thousand folders took a second of each
 * build, and three where many had just been removed.
 */

/** Where it is kept. */
export const replacedFolder = (cache: string): string => join(cache, 'ersatt');
const memoryOf = (cache: string) => join(cache, 'ersatt.json');
const MEMORY = z.object({ state: z.string() });

/**
 * Notes what was put there. What cannot be noted (a full disk) is thrown away the next time: the site has been published.
 * @param state of the site while it stood (`standingSite`)
 */
export const rememberReplaced = (cache: string, state: string): Promise<void> =>
  inOneStep(memoryOf(cache), JSON.stringify({ state } satisfies z.infer<typeof MEMORY>)).catch(
    () => undefined,
  );

/** What has a folder of its own. */
const isPage = (path: string) => path.endsWith('/index.html');

/**
 * Begins a site in the folder of the one that was replaced, with its pages and nothing else. They may have bytes in
 * common with the site that stands: whoever writes there takes the old name away first.
 * @param next the folder, which is not there yet; nor is it afterwards, unless it has pages
 * @returns the SHA-256 of each page in it, by path: none when no replaced site is kept, or when it is not as it was left
 */
export async function beginAsReplaced(cache: string, next: string): Promise<ReadonlyMap<string, string>> {
  const known = parsedJson(MEMORY, await readFile(memoryOf(cache), 'utf8').catch(() => ''));
  const kept = replacedFolder(cache);
  try {
    // Moved first: no other build can change it then.
    await rename(kept, next);
    const now = known === null ? null : standingNow(next);
    if (now !== null && now.state === known?.state) return pagesLeft(next, now.paths);
  } catch {
    // None is kept, or it lies on another disk: then the site is begun empty.
  }
  for (const folder of [next, kept]) await rm(folder, { recursive: true, force: true });
  return new Map();
}

/** Removes all files but pages. @returns those */
function pagesLeft(site: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const sums = sumsIn(readFileSync(join(site, SUMS), 'utf8'));
  const pages = new Map([...sums].filter(([path]) => isPage(path)));
  removeFiles(
    site,
    paths.filter((path) => !pages.has(path)),
  );
  return pages;
}
