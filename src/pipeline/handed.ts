import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import type { Catalogue } from '../model/catalogue.ts';
import { type Manifest, readManifest } from './files/manifest.ts';
import type { LoadResult } from './load.ts';
import { inOneStep } from './output/written.ts';
import type { MadeSite } from './pages/make-pages.ts';

/**
 * What a build hands to the process that makes its pages: a folder with the protected catalogue, read once for both,
 * and the manifest of the files. The process is started at once and waits for each where it needs it, so that pages
 * and files are made at the same time. True counts (`secret`) are never among it.
 */
type HandedCatalogue = Pick<LoadResult, 'tabeller' | 'hemligaKallor'> & { readonly catalogue: Catalogue };

const CATALOGUE = 'katalog';
const MANIFEST = 'filer.json';
/**
 * What the pages are made with: where earlier builds keep theirs, a hash of all code, the cache, in which the site may lie
 * that theirs is begun as (`beginAsReplaced`), the folder of the site that stands, when pages of it may be taken
 * (`standingFiles`), and where their bundle's files lie that are published as they are.
 */
type PagesPlan = {
  readonly store: string;
  readonly code: string;
  readonly cache: string;
  readonly standing: string | null;
  readonly unpacked: string;
};
const PLAN = 'sidor-plan';
/** What the pages' process leaves behind: also under which keys the pages are in the store, and what went wrong there. */
type PagesReport = MadeSite & { readonly keys: readonly string[]; readonly faults: readonly string[] };
const PAGES_DONE = 'sidor-klara';
/** The environment variable that names the folder. */
export const HANDED = 'OJ_BYGGE';

/** The folder that a build hands things over in; undefined where pages read the data themselves (`npm run dev`). */
export const handedFolder = (): string | undefined => process.env[HANDED];

export const handCatalogue = (folder: string, handed: HandedCatalogue): Promise<void> =>
  inOneStep(join(folder, CATALOGUE), serialize(handed));
export const handManifest = (folder: string, manifest: Manifest): Promise<void> =>
  inOneStep(join(folder, MANIFEST), JSON.stringify(manifest));

export const handPagesPlan = (folder: string, plan: PagesPlan): Promise<void> =>
  inOneStep(join(folder, PLAN), serialize(plan));

/** With what the pages are made. @throws when the build is gone */
export async function takePagesPlan(folder: string): Promise<PagesPlan> {
  return deserialize(readFileSync(await there(join(folder, PLAN))));
}

export const handPagesReport = (folder: string, report: PagesReport): Promise<void> =>
  inOneStep(join(folder, PAGES_DONE), serialize(report));

/** What became of the pages. @throws when their process did not end well */
export const takePagesReport = (folder: string): PagesReport =>
  deserialize(readFileSync(join(folder, PAGES_DONE)));

/** The protected catalogue, as soon as the build has read it. @throws when the build is gone */
export async function takeCatalogue(folder: string): Promise<HandedCatalogue> {
  return deserialize(readFileSync(await there(join(folder, CATALOGUE))));
}

/** The manifest, as soon as the build has written all files. @throws when the build is gone */
export async function takeManifest(folder: string): Promise<Manifest> {
  return readManifest(await there(join(folder, MANIFEST)));
}

const LOOK_EVERY_MS = 20;
const build = process.ppid;

async function there(path: string): Promise<string> {
  while (!existsSync(path)) {
    if (process.ppid !== build) throw new Error('Bygget har avbrutits');
    await wait(LOOK_EVERY_MS);
  }
  return path;
}
