import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { commitChanges, recover } from '../import/stage.ts';
import { sha256 } from '../model/sha256.ts';
import { refuseStrangers } from '../pipeline/output/target.ts';
import { inOneStep } from '../pipeline/output/written.ts';
import { SUMS } from '../pipeline/sums.ts';
import { Refusal } from '../refusal.ts';
import type { ReleaseEffects, ReleaseOptions, ReleasePlan } from './release-plan.ts';

/** What takes a release back, in a file beside its folder. */
const Undo = z.object({
  version: z.string(),
  /** False until the data folder says that the version is out. */
  klar: z.boolean().default(true),
  /** What each file was before (base64, null when it was not there) and the hash of what the release wrote. */
  filer: z.array(z.object({ path: z.string(), fore: z.string().nullable(), sha256: z.string() })),
});
type Undo = z.infer<typeof Undo>;

const undoPath = (out: string, version: string) => join(out, `${version}.angra.json`);
const write = (out: string, undo: Undo) =>
  inOneStep(undoPath(out, undo.version), `${JSON.stringify(undo, null, 2)}\n`);

/** Written before anything else of a release, so that one that is cut off anywhere can be taken back. */
export async function rememberRelease(
  { out, data }: ReleaseOptions,
  { version, changes }: ReleasePlan,
): Promise<void> {
  const filer = await Promise.all(
    changes.map(async ({ path, content }) => ({
      path,
      fore: await readFile(join(data, path), 'base64').catch(() => null),
      sha256: sha256(content ?? new Uint8Array()),
    })),
  );
  await write(out, { version, klar: false, filer });
}

/** Notes that the data folder says that a version is out. */
export async function finishRelease(out: string, version: string): Promise<void> {
  const undo = await readUndo(out, version);
  await write(out, { ...undo, klar: true });
}

/**
 * Removes what an unfinished or undone release made.
 * @throws Refusal, and nothing is removed, when somebody has laid something of their own in its folder
 */
export async function forgetRelease(out: string, version: string): Promise<void> {
  const site = join(out, version);
  await refuseStrangers(site, site, 'webbplats');
  await rm(site, { recursive: true, force: true });
  await rm(join(out, `${version}.${SUMS}.sig`), { force: true });
  await rm(undoPath(out, version), { force: true });
}

/**
 * Takes the last release back: the data folder's version and day as they were, its site removed. The release before
 * stands where it stood. Refuses when somebody has changed those files since.
 */
export async function undoRelease(options: ReleaseOptions, effects: ReleaseEffects): Promise<number> {
  if (await mendRelease(options, effects)) return 0;
  const undo = await lastUndo(options.out);
  if (undo === null) throw new Refusal(`Det finns ingen utgivning att ta tillbaka i ”${options.out}”.`);
  const { version: last, filer } = undo;
  for (const { path, sha256: then } of filer) {
    const now = await readFile(join(options.data, path)).catch(() => null);
    if (now === null || sha256(now) !== then)
      throw new Refusal(
        `${path} har ändrats sedan version ${last} gavs ut. Återställ den för hand, eller ge ut en rättelse.`,
      );
  }
  const back = filer.map(({ path, fore }) => ({
    path,
    content: fore === null ? null : Buffer.from(fore, 'base64'),
  }));
  const site = join(options.out, last);
  await refuseStrangers(site, site, 'webbplats');
  await commitChanges(options.data, back, effects.stage);
  await forgetRelease(options.out, last);
  effects.log(`Version ${last} är tillbakatagen. Datamappen är som före den.`);
  return 0;
}

/**
 * Takes back a release that was cut off before the data folder said that it is out; one that was cut off after that is
 * noted as finished. True when one was taken back.
 * @throws Refusal when its folder holds something of somebody else's
 */
export async function mendRelease(
  { out, data }: Pick<ReleaseOptions, 'out' | 'data'>,
  effects: Pick<ReleaseEffects, 'log' | 'stage'>,
): Promise<boolean> {
  const undo = await lastUndo(out);
  if (undo === null || undo.klar) return false;
  await recover(data, effects.stage);
  const now = await Promise.all(undo.filer.map(({ path }) => readFile(join(data, path)).catch(() => null)));
  if (undo.filer.every(({ sha256: then }, i) => sha256(now[i] ?? new Uint8Array()) === then)) {
    await write(out, { ...undo, klar: true });
    return false;
  }
  await forgetRelease(out, undo.version);
  effects.log(
    `Utgivningen av version ${undo.version} avbröts förra gången. Det som var skrivet är borttaget.`,
  );
  return true;
}

const readUndo = async (out: string, version: string): Promise<Undo> =>
  Undo.parse(JSON.parse(await readFile(undoPath(out, version), 'utf8')));

/** What takes the newest release back; null when there is none. */
async function lastUndo(out: string): Promise<Undo | null> {
  const names = existsSync(out) ? await readdir(out) : [];
  const [last] = names
    .flatMap((n) => /^(\d{4}\.\d+)\.angra\.json$/.exec(n)?.[1] ?? [])
    .toSorted((a, b) => b.localeCompare(a, 'sv', { numeric: true }));
  return last === undefined ? null : readUndo(out, last);
}
