import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Effects } from '../effects.ts';
import { utf8 } from '../files/common/bytes.ts';
import { textReport } from '../ingest/report/index.ts';
import type { ValidationReport } from '../model/finding.ts';
import { auditFolder } from './audit.ts';
import type { BuildOptions } from './build.ts';
import { type DisclosureKey, keyLine } from './disclosure-key.ts';
import { copyFiles } from './files/cache.ts';
import { publishFiles } from './files/index.ts';
import { inputsOfFiles } from './files/key.ts';
import { costLines } from './files/log.ts';
import { readManifest } from './files/manifest.ts';
import { load } from './load.ts';
import type { Claim } from './output/claim.ts';
import { workFolder } from './output/work-folder.ts';
import { runProgram } from './program.ts';
import { sitemapFiles } from './sitemap.ts';
import { SUMS, siteSums } from './sums.ts';

/**
 * Makes a whole site and puts it in its place.
 * @param inputs `siteInputs` of the data folder
 * @returns the report of the data; a site was published when it has no error
 */
export async function makeSite(
  claim: Claim,
  inputs: ReadonlyMap<string, Uint8Array>,
  options: BuildOptions & { readonly nyckel: DisclosureKey | null },
  effects: Effects,
): Promise<ValidationReport> {
  const { project, data, out, cache, without, nyckel } = options;
  const started = effects.clock();
  const seconds = () => `${((effects.clock() - started) / 1000).toFixed(1).replace('.', ',')} s`;
  const { index, report, secret, hemligaKallor } = await load(data, effects, nyckel);
  if (index === null) {
    effects.log(textReport(report));
    effects.log(`Inget har byggts. Det som redan var publicerat i ”${out}” är orört.`);
    return report;
  }
  effects.log(
    `Data: ${report.counts.rows} rader utan fel, ${report.counts.warning} varningar (${seconds()}).`,
  );
  const written = await publishFiles(
    { index, hemligaKallor, nyckel },
    inputsOfFiles(inputs),
    { cache, without },
    effects,
  );
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
    const tree = await effects.readTree(next);
    const maps = sitemapFiles(tree, index.catalogue.release.webbplats);
    for (const [path, text] of maps) await effects.writeFile(join(next, path), text);
    const whole = new Map([...tree, ...[...maps].map(([path, text]) => [path, utf8(text)] as const)]);
    await effects.writeFile(join(next, SUMS), siteSums(whole));
    await claim.replaceWith(next);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  effects.log(`Klart: ”${out}” (${seconds()}).`);
  return report;
}
