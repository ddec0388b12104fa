import type { Stats } from 'node:fs';
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { parsedJson } from '../json.ts';
import { SUMS, sumsIn } from '../sums.ts';
import { filesBelow } from './files-below.ts';
import { isThere, LOST_AND_FOUND, WORK_PREFIX } from './work-names.ts';

/** The file that says that a folder is made by this tool and may be replaced by it. Tells nothing of the data. */
export const MARKER = '.oppna-jamforelser';

/** What a folder of ours holds: a site to be published, or what later builds may use again. */
export type FolderKind = 'webbplats' | 'cache';

/** The text of a marker. A site's own files are listed in its `SHA256SUMS`; the marker is what makes it ours. */
export const markerText = (kind: FolderKind): string =>
  `${kind}\nMappen är skriven av Öppna jämförelsers publiceringsverktyg och ersätts av det. Lägg inget eget här.\n`;

/** Places that nothing may be written over: given when a command starts. All absolute. */
export type KeptPlaces = {
  /** The folder where the tool itself lies. */
  readonly project: string;
  /** Every folder that the command reads data from. */
  readonly data: readonly string[];
};

/**
 * The first half of the rule for folders that a command writes: never the data, the project, the home folder or a
 * root, nor a folder that holds one of them, nor one inside the data. A symbolic link is followed and stays; the rule
 * holds for the folder that it leads to.
 * @param asked the path as it was given, for messages
 * @returns the real path
 * @throws Refusal before anything is touched
 */
export async function safePath(asked: string, kept: KeptPlaces): Promise<string> {
  const path = await realTarget(asked);
  await refuseKept(path, asked, kept);
  const found = await statOrNull(path);
  if (found !== null && !found.isDirectory())
    throw new Refusal(`”${asked}” är en fil, inte en mapp. Välj en annan plats.`);
  return path;
}

/**
 * The other half: the folder does not exist, is empty, or was made by this tool (its marker, and for a site a
 * `SHA256SUMS` that lists every file in it).
 * @throws Refusal that names something that is not ours
 */
export async function refuseStrangers(path: string, asked: string, kind: FolderKind): Promise<void> {
  const stranger = (await isThere(path)) ? await strangerIn(path, kind) : null;
  if (stranger !== null)
    throw new Refusal(
      `Mappen ”${asked}” är inte gjord av verktyget, eller har fått något annat i sig (${stranger}). Den rörs inte. Flytta det, eller välj en tom mapp eller en som inte finns.`,
    );
}

/**
 * The one rule for every single file that a command writes: it does not exist, or is as this tool last wrote it.
 * @param asked the path as it was given
 * @param isOurs whether the file at a real path is as the tool left it
 * @throws Refusal before anything is touched
 */
export async function fileTarget(
  asked: string,
  kept: KeptPlaces,
  isOurs: (path: string) => Promise<boolean>,
): Promise<string> {
  const found = await lstatOrNull(asked);
  if (found?.isSymbolicLink())
    throw new Refusal(`”${asked}” är en symbolisk länk. Ange filen själv, eller ett namn som inte finns.`);
  if (found?.isDirectory()) throw new Refusal(`”${asked}” är en mapp. Ange en fil.`);
  const path = await realTarget(asked);
  for (const folder of await realKept(kept.data))
    if (holds(folder, path))
      throw new Refusal(`”${asked}” ligger i datamappen, där bara indata får ligga. Välj en annan plats.`);
  if (found !== null && !(await isOurs(path)))
    throw new Refusal(
      `Filen ”${asked}” finns redan och är inte som verktyget senast skrev den, så den skrivs inte över. Flytta den eller välj ett annat namn.`,
    );
  return path;
}

/** A path with every link on the way followed, also when its last parts do not exist. */
async function realTarget(asked: string): Promise<string> {
  const path = resolve(asked);
  try {
    return await realpath(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    if ((await lstatOrNull(path))?.isSymbolicLink())
      throw new Refusal(
        `”${asked}” är en symbolisk länk till något som inte finns. Ta bort eller rätta den.`,
      );
    const parent = dirname(path);
    return parent === path ? path : join(await realTarget(parent), basename(path));
  }
}

async function refuseKept(path: string, asked: string, { project, data }: KeptPlaces): Promise<void> {
  const places: readonly (readonly [string, string])[] = [
    ...(await realKept(data)).map((folder) => [folder, 'datamappen'] as const),
    ...(await realKept([project])).map((folder) => [folder, 'projektets mapp'] as const),
    ...(await realKept([homedir()])).map((folder) => [folder, 'din hemmapp'] as const),
  ];
  if (path === dirname(path)) throw new Refusal(`”${asked}” är diskens rot. Välj en egen mapp.`);
  for (const [place, name] of places) {
    if (path === place)
      throw new Refusal(`”${asked}” är ${name}. Den skrivs aldrig över. Välj en egen mapp.`);
    if (holds(path, place))
      throw new Refusal(`I ”${asked}” ligger ${name}. Den skrivs aldrig över. Välj en egen mapp.`);
    if (name === 'datamappen' && holds(place, path))
      throw new Refusal(`”${asked}” ligger i datamappen, där bara indata får ligga. Välj en annan plats.`);
  }
}

const realKept = (folders: readonly string[]) =>
  Promise.all(folders.map((folder) => realpath(folder).catch(() => resolve(folder))));

/** True when `inner` lies somewhere below `outer`. */
function holds(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way;
}

/** What stands in a site without being listed in its sums, and what may stand in a folder that counts as empty. */
const OWN: ReadonlySet<string> = new Set([SUMS, MARKER]);
const isWork = (path: string) => path.startsWith(WORK_PREFIX) || path === LOST_AND_FOUND;

/** Something in a folder that the tool did not put there; null when there is nothing. */
async function strangerIn(folder: string, kind: FolderKind): Promise<string | null> {
  const top = (await readdir(folder)).filter((name) => !isWork(name));
  if (top.length === 0) return null;
  const marker = await readFile(join(folder, MARKER), 'utf8').catch(() => null);
  const older =
    kind === 'webbplats' ? await isOlderSite(folder) : top.every((name) => OLDER_ANSWER.test(name));
  if (marker === null && !older) return `märket ${MARKER} saknas`;
  if (marker !== null && marker !== markerText(kind)) return `märket ${MARKER} är för något annat`;
  if (kind === 'cache') return null;
  const sums = await readFile(join(folder, SUMS), 'utf8').catch(() => null);
  if (sums === null) return `${SUMS} saknas`;
  const listed = sumsIn(sums);
  const isOurs = (path: string) => OWN.has(path) || isWork(path) || listed.has(path);
  return filesBelow(folder).find((path) => !isOurs(path)) ?? null;
}

/** What importers kept in a folder before it got a marker: answers named by the hash of what was asked. */
const OLDER_ANSWER = /^[0-9a-f]{64}\.svar(\.del)?$/;

/** Sites that were built before there was a marker say in `release.json` which tool made them. */
async function isOlderSite(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, 'data/release.json'), 'utf8').catch(() => null);
  return text !== null && parsedJson(RELEASE_TOOL, text) !== null;
}

const RELEASE_TOOL = z.object({ verktyg: z.object({ namn: z.literal('oppna-jamforelser') }) });

const statOrNull = (path: string): Promise<Stats | null> => orNull(stat(path));
const lstatOrNull = (path: string): Promise<Stats | null> => orNull(lstat(path));

async function orNull(found: Promise<Stats>): Promise<Stats | null> {
  try {
    return await found;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
