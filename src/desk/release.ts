import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Effects } from '../effects.ts';
import { commitChanges, type FileChange } from '../import/stage.ts';
import { readDataFolder } from '../ingest/sizes.ts';
import { sha256 } from '../model/sha256.ts';
import { buildSite } from '../pipeline/build.ts';
import { readTables } from '../pipeline/diff/read.ts';
import { type Comparison, compare, diffText } from '../pipeline/diff/report.ts';
import { tablesOfIndex } from '../pipeline/diff/tables.ts';
import { loadFiles } from '../pipeline/load.ts';
import { claimSite } from '../pipeline/output/claim.ts';
import { refuseStrangers, safePath } from '../pipeline/output/target.ts';
import { inOneStep } from '../pipeline/output/written.ts';
import { SUMS } from '../pipeline/sums.ts';
import { Refusal } from '../refusal.ts';
import { releaseChecklist } from './checklist.ts';
import type { ReleaseEffects, ReleaseOptions, ReleasePlan } from './release-plan.ts';
import { signature } from './signature.ts';
import { checkSite } from './site-check.ts';
import { finishRelease, forgetRelease, mendRelease, rememberRelease } from './undo.ts';

/** Looks at everything that can be judged without building. Writes nothing. */
export async function planRelease(options: ReleaseOptions, effects: ReleaseEffects): Promise<ReleasePlan> {
  const files = await readDataFolder(options.data, effects);
  const before = await lastVersion(options, files);
  const raised = raisedVersion(files, before?.version ?? null, options, effects.now());
  const changes = [...raised.changes, ...(before?.kept ?? [])];
  const next = new Map([
    ...files,
    ...changes.flatMap((c) => (c.content ? [[c.path, c.content] as const] : [])),
  ]);
  const { index, report } = await loadFiles(next);
  const comparison = index && before ? compare(before.tables, tablesOfIndex(index)) : null;
  const hashOf = (path: string) => {
    const bytes = next.get(path);
    return bytes ? sha256(bytes) : null;
  };
  return {
    version: raised.version,
    items: releaseChecklist({ index, report, hashOf }),
    comparison,
    changes,
  };
}

/** The plan as a person reads it. */
export function releaseText({ version, items, comparison }: ReleasePlan): string {
  const part = (stops: boolean) => items.filter((i) => i.stops === stops).map((i) => `  ${i.message}`);
  const [stopping, warning] = [part(true), part(false)];
  return [
    `Nästa version: ${version}`,
    ...(stopping.length > 0 ? ['Det här stoppar utgivningen:', ...stopping] : ['Inget stoppar utgivningen.']),
    ...(warning.length > 0 ? ['Tänk på:', ...warning] : []),
    comparison ? diffText(comparison) : 'Det finns ingen tidigare version att jämföra med.',
  ].join('\n');
}

/**
 * Publishes: builds from a copy of the data folder as it will be, checks the built site, and only then changes the
 * data folder. A fault on the way leaves both as they were.
 * @returns 0 when the release stands in `out/<version>/`, 1 when something stops it
 */
export async function publishRelease(options: ReleaseOptions, effects: ReleaseEffects): Promise<number> {
  await refusePlaces(options);
  await mendRelease(options, effects);
  const plan = await planRelease(options, effects);
  effects.log(releaseText(plan));
  const site = join(options.out, plan.version);
  const kept = { project: options.project, data: [options.data] };
  if (plan.items.some((i) => i.stops)) return refused(effects, 'Rätta det som stoppar och kör igen.');
  if (existsSync(site)) throw new Refusal(`Mappen ”${site}” finns redan. En version ges bara ut en gång.`);
  const claim = await claimSite(site, kept, effects);
  const work = await mkdtemp(join(tmpdir(), 'oj-utgava-'));
  let begun = false;
  try {
    const data = join(work, 'data');
    await cp(options.data, data, { recursive: true });
    await commitChanges(data, plan.changes, effects.stage);
    const built = join(work, 'webbplats');
    const code = await buildSite(
      { project: options.project, data, out: built, cache: options.cache, without: [] },
      effects,
    );
    if (code !== 0) return refused(effects, 'Bygget gick inte igenom.');
    const wrong = [...checkSite(built), ...(await effects.verify(built))];
    for (const item of wrong) effects.log(item.message);
    if (wrong.some((i) => i.stops)) return refused(effects, 'Den byggda webbplatsen har fel.');
    // What takes it back stands there first: cut off anywhere, the next command finds it and does so.
    begun = true;
    await rememberRelease(options, plan);
    await sign(options, built, plan.version);
    await claim.replaceWith(built);
    await commitChanges(options.data, plan.changes, effects.stage);
    begun = false;
    await finishRelease(options.out, plan.version);
  } catch (error) {
    if (begun) await forgetRelease(options.out, plan.version);
    throw error;
  } finally {
    await claim.release();
    await rm(work, { recursive: true, force: true });
  }
  effects.log(`Version ${plan.version} ligger i ${site}, klar att lägga på vilken webbserver som helst.`);
  return 0;
}

/** @throws Refusal when releases, or what later builds use again, may not lie where they were asked to */
export async function refusePlaces({ project, data, out, cache }: ReleaseOptions): Promise<void> {
  const kept = { project, data: [data] };
  await safePath(join(out, 'utgava'), kept);
  await refuseStrangers(await safePath(cache, kept), cache, 'cache');
}

function refused(effects: Pick<Effects, 'log'>, what: string): number {
  effects.log(`${what} Inget har getts ut, och datamappen är orörd.`);
  return 1;
}

async function sign({ key, out }: ReleaseOptions, site: string, version: string): Promise<void> {
  if (key === null) return;
  const sums = await readFile(join(site, SUMS));
  await inOneStep(join(out, `${version}.${SUMS}.sig`), signature(sums, await readFile(key, 'utf8')));
}

type LastVersion = {
  readonly version: string;
  readonly tables: Comparison['before'];
  /** Its files, to be laid in `versioner/` when they are not there yet. */
  readonly kept: readonly FileChange[];
};

/** The newest version before: among those laid beside the data, or in the folder of releases. */
export async function lastVersion(
  { out }: Pick<ReleaseOptions, 'out'>,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<LastVersion | null> {
  const inData = [...files.keys()].flatMap((p) => /^versioner\/(\d{4}\.\d+)\//.exec(p)?.[1] ?? []);
  const released = existsSync(out) ? (await readdir(out)).filter((n) => /^\d{4}\.\d+$/.test(n)) : [];
  const [version] = [...new Set([...inData, ...released])].toSorted((a, b) =>
    b.localeCompare(a, 'sv', { numeric: true }),
  );
  if (version === undefined) return null;
  const effects = { readTree: async () => new Map<string, Uint8Array>() };
  if (released.includes(version)) {
    const folder = join(out, version, 'data/v', version);
    const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((e) => e.isFile());
    const kept = await Promise.all(
      names.map(async (e) => {
        const path = join(e.parentPath, e.name);
        const name = path.slice(folder.length + 1).replaceAll('\\', '/');
        return { path: `versioner/${version}/${name}`, content: new Uint8Array(await readFile(path)) };
      }),
    );
    return {
      version,
      tables: await readTables(folder, effects),
      kept: kept.filter((c) => !files.has(c.path)),
    };
  }
  const temp = await mkdtemp(join(tmpdir(), 'oj-version-'));
  try {
    const mine = [...files].filter(([p]) => p.startsWith(`versioner/${version}/`));
    await commitChanges(
      temp,
      mine.map(([p, content]) => ({ path: p.slice(`versioner/${version}/`.length), content })),
      { pid: 0, alive: () => false },
    );
    return { version, tables: await readTables(temp, effects), kept: [] };
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

const Publication = z.looseObject({ version: z.string(), datum: z.string() });

/** The version to publish: the one asked for, or the next after the last; and `publicering.json` that says so. */
function raisedVersion(
  files: ReadonlyMap<string, Uint8Array>,
  last: string | null,
  { version: asked }: ReleaseOptions,
  today: Date,
): { readonly version: string; readonly changes: readonly FileChange[] } {
  const bytes = files.get('publicering.json');
  if (!bytes) return { version: asked ?? '?', changes: [] };
  const read = Publication.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  if (!read.success) return { version: asked ?? '?', changes: [] };
  const year = String(today.getFullYear());
  const [lastYear, revision] = last === null ? [] : last.split('.');
  const next = last === null ? `${year}.1` : `${year}.${lastYear === year ? Number(revision) + 1 : 1}`;
  const version = asked ?? next;
  if (!/^\d{4}\.\d+$/.test(version))
    throw new Refusal(`”${version}” är ingen version. Skriv år och utgåva, till exempel ${next}.`);
  if (last !== null && version.localeCompare(last, 'sv', { numeric: true }) <= 0)
    throw new Refusal(`Version ${version} kommer inte efter ${last}. Nästa är ${next}.`);
  const day = today.toISOString().slice(0, 10);
  const text = `${JSON.stringify({ ...read.data, version, datum: day }, null, 2)}\n`;
  return { version, changes: [{ path: 'publicering.json', content: new TextEncoder().encode(text) }] };
}
