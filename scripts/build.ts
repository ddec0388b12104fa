import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { nodeEffects } from '../src/effects-node.ts';
import { textReport } from '../src/ingest/report/index.ts';
import { auditFolder } from '../src/pipeline/audit.ts';
import { copyFiles } from '../src/pipeline/files/cache.ts';
import { publishFiles } from '../src/pipeline/files/index.ts';
import { costLines } from '../src/pipeline/files/log.ts';
import { readManifest } from '../src/pipeline/files/manifest.ts';
import { load } from '../src/pipeline/load.ts';
import { SUMS, siteSums } from '../src/pipeline/sums.ts';
import { swap } from '../src/pipeline/swap.ts';
import { options, wrongUse } from './command.ts';

const { data = 'data', out = 'dist', cache = '.cache/filer' } = options('build', ['data', 'out', 'cache']);
const effects = nodeEffects();
const started = effects.clock();
const seconds = () => `${((effects.clock() - started) / 1000).toFixed(1).replace('.', ',')} s`;

const { index, report, hemligt } = await load(data, effects).catch((error: Error) => wrongUse(error.message));
if (index === null) {
  effects.log(textReport(report));
  effects.log(`Inget har byggts. Det som redan var publicerat i ”${out}” är orört.`);
  process.exit(1);
}
effects.log(`Data: ${report.counts.rows} rader utan fel, ${report.counts.warning} varningar (${seconds()}).`);

const next = `${resolve(out)}.next`;
await rm(next, { recursive: true, force: true });
try {
  const written = await publishFiles(index, data, resolve(cache), effects);
  const manifest = readManifest(written.manifest);
  for (const line of written.cached ? [] : costLines(manifest)) effects.log(line);
  const from = written.cached ? 'oförändrade, ur .cache' : 'skrivna';
  effects.log(`Filer: ${manifest.files.length} ${from} (${seconds()}).`);
  const env = {
    ...process.env,
    OJ_DATA: resolve(data),
    OJ_MANIFEST: written.manifest,
    ASTRO_TELEMETRY_DISABLED: '1',
  };
  await run(['node_modules/astro/bin/astro.mjs', 'build', '--outDir', next, '--silent'], env);
  await copyFiles(written, next, effects);
  effects.log(`Sidor skrivna (${seconds()}).`);
  await run(['node_modules/pagefind/lib/runner/bin.cjs', '--site', next, '--silent'], env);
  for (const line of await auditFolder(next, hemligt)) effects.log(line);
  await effects.writeFile(join(next, SUMS), siteSums(await effects.readTree(next)));
  await swap(next, resolve(out));
  effects.log(`Klart: ”${out}” (${seconds()}).`);
} catch (error) {
  effects.log(`Bygget misslyckades: ${String(error)}. Det som redan var publicerat i ”${out}” är orört.`);
  await rm(next, { recursive: true, force: true });
  process.exit(1);
}

/** Runs a Node program of a dependency and waits; rejects unless it ends well. */
function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((done, failed) => {
    spawn(process.execPath, [...args], { stdio: ['ignore', 'inherit', 'inherit'], env })
      .on('error', failed)
      .on('exit', (code) => (code === 0 ? done() : failed(new Error(`${args[0]} slutade med ${code}`))));
  });
}
