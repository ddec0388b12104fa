import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { nodeEffects } from '../src/effects-node.ts';
import { canMakePdf } from '../src/files/pdf/compiler.ts';
import { textReport } from '../src/ingest/report/text.ts';
import { load } from '../src/pipeline/load.ts';
import { swap } from '../src/pipeline/swap.ts';
import { options, wrongUse } from './command.ts';

const { data = 'data', out = 'dist' } = options('build', ['data', 'out']);
const effects = nodeEffects();
const started = effects.clock();
const seconds = () => `${((effects.clock() - started) / 1000).toFixed(1).replace('.', ',')} s`;

const { index, report } = await load(data, effects).catch((error: Error) => wrongUse(error.message));
if (index === null) {
  effects.log(textReport(report));
  effects.log(`Inget har byggts. Det som redan var publicerat i ”${out}” är orört.`);
  process.exit(1);
}
effects.log(`Data: ${report.counts.rows} rader utan fel, ${report.counts.warning} varningar (${seconds()}).`);
if (!canMakePdf()) effects.log('Inga PDF-filer skrivs: Typst finns bara för Linux på x64.');

const next = `${resolve(out)}.next`;
await rm(next, { recursive: true, force: true });
const env = { ...process.env, OJ_DATA: resolve(data), ASTRO_TELEMETRY_DISABLED: '1' };
try {
  await run(['node_modules/astro/bin/astro.mjs', 'build', '--outDir', next, '--silent']);
  effects.log(`Sidor och filer skrivna (${seconds()}).`);
  await run(['node_modules/pagefind/lib/runner/bin.cjs', '--site', next, '--silent']);
  await swap(next, resolve(out));
  effects.log(`Klart: ”${out}” (${seconds()}).`);
} catch (error) {
  effects.log(`Bygget misslyckades: ${String(error)}. Det som redan var publicerat i ”${out}” är orört.`);
  await rm(next, { recursive: true, force: true });
  process.exit(1);
}

/** Runs a Node program of a dependency and waits; rejects unless it ends well. */
function run(args: readonly string[]): Promise<void> {
  return new Promise((done, failed) => {
    spawn(process.execPath, [...args], { stdio: ['ignore', 'inherit', 'inherit'], env })
      .on('error', failed)
      .on('exit', (code) => (code === 0 ? done() : failed(new Error(`${args[0]} slutade med ${code}`))));
  });
}
