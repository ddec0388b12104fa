import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Effects } from '../effects.ts';
import { textReport } from '../ingest/report/index.ts';
import { auditFolder } from './audit.ts';
import { keyFromEnvironment, keyLine } from './disclosure-key.ts';
import { copyFiles } from './files/cache.ts';
import { type Leavable, refuseMissing } from './files/formats.ts';
import { publishFiles } from './files/index.ts';
import { fileInputs } from './files/key.ts';
import { costLines } from './files/log.ts';
import { readManifest } from './files/manifest.ts';
import { load } from './load.ts';
import { type Claim, claimCache, claimSite } from './output/claim.ts';
import { rememberSite } from './output/places.ts';
import { workFolder } from './output/work-folder.ts';
import { runProgram } from './program.ts';
import { SUMS, siteSums } from './sums.ts';

/** What a build reads and where it writes. `out` and `cache` are named in messages as they were given. */
export type BuildOptions = {
  readonly project: string;
  readonly data: string;
  readonly out: string;
  readonly cache: string;
  readonly without: readonly Leavable[];
};

/**
 * Builds a site from a data folder and puts it in the place of the one before. Nothing that was published is touched
 * until the new site is whole and has passed every check.
 * @returns 0 when it is published, 1 when the data has errors
 * @throws Refusal or an error of the system, which the person at the terminal can mend; or a fault of the tool
 */
export async function buildSite(options: BuildOptions, effects: Effects): Promise<number> {
  const kept = { project: options.project, data: [options.data] };
  refuseMissing(options.without);
  const cache = await claimCache(options.cache, kept);
  const claim = await claimSite(options.out, kept, effects);
  try {
    await rememberSite(options.project, claim.path);
    return await buildInto(claim, { ...options, cache }, effects);
  } finally {
    await claim.release();
  }
}

async function buildInto(claim: Claim, options: BuildOptions, effects: Effects): Promise<number> {
  const { project, data, out, cache, without } = options;
  const started = effects.clock();
  const seconds = () => `${((effects.clock() - started) / 1000).toFixed(1).replace('.', ',')} s`;
  const nyckel = await keyFromEnvironment(process.env);
  const { index, report, secret, hemligaKallor } = await load(data, effects, nyckel);
  if (index === null) {
    effects.log(textReport(report));
    effects.log(`Inget har byggts. Det som redan var publicerat i ”${out}” är orört.`);
    return 1;
  }
  effects.log(
    `Data: ${report.counts.rows} rader utan fel, ${report.counts.warning} varningar (${seconds()}).`,
  );
  const inputs = await fileInputs(data, effects);
  const written = await publishFiles({ index, hemligaKallor, nyckel }, inputs, { cache, without }, effects);
  const manifest = readManifest(written.manifest);
  for (const line of written.cached ? [] : costLines(manifest)) effects.log(line);
  const from = written.cached ? 'oförändrade, ur cachen' : 'skrivna';
  effects.log(`Filer: ${manifest.files.length} ${from} (${seconds()}).`);

  // Inside the project, whatever the site's own place: Astro takes a folder beside it for one in it.
  const work = await workFolder(join(project, '.cache/arbete'), effects.now);
  const next = join(work, 'webbplats');
  try {
    const env = { OJ_DATA: resolve(data), OJ_MANIFEST: written.manifest, ASTRO_TELEMETRY_DISABLED: '1' };
    await runProgram(['node_modules/astro/bin/astro.mjs', 'build', '--outDir', next, '--silent'], env);
    await copyFiles(written, next, effects);
    effects.log(`Sidor skrivna (${seconds()}).`);
    await runProgram(['node_modules/pagefind/lib/runner/bin.cjs', '--site', next, '--silent'], {});
    for (const line of await auditFolder(next, secret)) effects.log(line);
    if (secret !== null) effects.log(keyLine(nyckel));
    await effects.writeFile(join(next, SUMS), siteSums(await effects.readTree(next)));
    await claim.replaceWith(next);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  effects.log(`Klart: ”${out}” (${seconds()}).`);
  return 0;
}
