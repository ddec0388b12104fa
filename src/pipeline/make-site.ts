import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Effects } from '../effects.ts';
import { sha256, utf8 } from '../files/common/bytes.ts';
import { textReport } from '../ingest/report/index.ts';
import type { ValidationReport } from '../model/finding.ts';
import { auditFolder } from './audit.ts';
import type { BuildOptions } from './build.ts';
import { type DisclosureKey, keyLine } from './disclosure-key.ts';
import { publishFiles } from './files/index.ts';
import { costLines } from './files/log.ts';
import type { Manifest } from './files/manifest.ts';
import { HANDED, handCatalogue, handManifest } from './handed.ts';
import { load } from './load.ts';
import type { Claim } from './output/claim.ts';
import { workFolder } from './output/work-folder.ts';
import { runProgram } from './program.ts';
import { sitemapFiles } from './sitemap.ts';
import { SUMS, siteSums } from './sums.ts';

/**
 * Makes a whole site and puts it in its place. Pages are made by a process of their own, at the same time as the files.
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
  // Inside the project, whatever the site's own place: Astro takes a folder beside it for one in it.
  const work = await workFolder(join(project, '.cache/arbete'), effects.now);
  const [next, files] = [join(work, 'webbplats'), join(work, 'filer')];
  const stop = new AbortController();
  const env = { OJ_DATA: resolve(data), [HANDED]: work, ASTRO_TELEMETRY_DISABLED: '1' };
  const astro = ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', next, '--silent'];
  const pages = runProgram(astro, env, stop.signal);
  // It is waited for below; until then its failure is nobody's.
  pages.catch(() => undefined);
  try {
    const { index, report, secret, ...read } = await load(data, effects, nyckel);
    if (index === null) {
      effects.log(textReport(report));
      effects.log(`Inget har byggts. Det som redan var publicerat i ”${out}” är orört.`);
      return report;
    }
    await handCatalogue(work, { ...read, catalogue: index.catalogue });
    effects.log(
      `Data: ${report.counts.rows} rader utan fel, ${report.counts.warning} varningar (${seconds()}).`,
    );
    const { manifest, said } = await publishFiles(
      { ...read, index },
      inputs,
      { folder: files, cache, without, progress: () => undefined },
      effects,
    );
    await handManifest(work, manifest);
    // For who wants to know what the files cost (`npm run bench`); a full disk is no reason to stop.
    await handManifest(cache, manifest).catch(() => undefined);
    for (const line of [...costLines(manifest), ...said]) effects.log(line);
    effects.log(`Filer: ${manifest.files.length} (${seconds()}).`);

    await pages;
    effects.log(`Sidor skrivna (${seconds()}).`);
    await runProgram(['node_modules/pagefind/lib/runner/bin.cjs', '--site', next, '--silent'], {});
    const home = index.catalogue.release.webbplats;
    const hashes = await finishPages(next, home, effects);
    await moveFiles(manifest, files, next);
    for (const line of await auditFolder(next, secret)) effects.log(line);
    if (secret !== null) effects.log(keyLine(nyckel));
    const all = new Map([...hashes, ...manifest.files.map((f) => [f.path, f.sha256] as const)]);
    await effects.writeFile(join(next, SUMS), siteSums(all));
    await claim.replaceWith(next);
    effects.log(`Klart: ”${out}” (${seconds()}).`);
    return report;
  } finally {
    stop.abort();
    await pages.catch(() => undefined);
    await rm(work, { recursive: true, force: true });
  }
}

/** Adds what is made of all pages. @returns the hash of everything below `folder`, by path */
async function finishPages(
  folder: string,
  home: string,
  { readTree, writeFile }: Pick<Effects, 'readTree' | 'writeFile'>,
): Promise<ReadonlyMap<string, string>> {
  const tree = await readTree(folder);
  const hashes = new Map([...tree].map(([path, bytes]) => [path, sha256(bytes)]));
  for (const [path, text] of sitemapFiles(tree, home)) {
    await writeFile(join(folder, path), text);
    hashes.set(path, sha256(utf8(text)));
  }
  return hashes;
}

/** Puts the files beside the pages. */
async function moveFiles({ files }: Manifest, from: string, to: string): Promise<void> {
  for (const folder of new Set(files.map((f) => dirname(f.path))))
    await mkdir(join(to, folder), { recursive: true });
  for (const { path } of files) await rename(join(from, path), join(to, path));
}
