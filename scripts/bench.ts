import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { nodeEffects } from '../src/effects-node.ts';
import { takeManifest } from '../src/pipeline/handed.ts';
import { load } from '../src/pipeline/load.ts';
import { fileMeasures } from './bench/filer.ts';
import { bench as benchDisclosure } from './bench/rojande.ts';
import { pageWeights } from './bench/sidor.ts';
import { bench } from './bench/validering.ts';
import { browserMeasures } from './bench/webblasare.ts';
import { command, EXIT, options, PROJECT } from './command.ts';

// Prints figures beside what they should reach. Machines are noisy: compare within one run.
const SITE = join(PROJECT, '.cache/bench-site');
const CACHE = join(PROJECT, '.cache/bench-bygge');
const { clock, log, readTree } = nodeEffects();
const show = (name: string, value: number, unit: string, target: string) =>
  log(`${name.padEnd(74)} ${value.toFixed(1).padStart(10)} ${unit.padEnd(6)} mål ${target}`);

/** Seconds; null when the build fails. */
function build(): number | null {
  const started = clock();
  const args = ['scripts/build.ts', '--out', SITE, '--cache', CACHE];
  if (spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0) return null;
  return (clock() - started) / 1000;
}

await command(async () => {
  options('bench', []);
  const reading = clock();
  const { report } = await load('data', { readTree });
  show('Läsa, granska och räkna hela data/', clock() - reading, 'ms', '–');
  log(`  ${report.counts.rows} rader i ${report.counts.files} filer`);

  for (const { name, value, unit, target = '–' } of [...(await bench()), ...(await benchDisclosure())])
    show(name, value, unit, target);

  rmSync(CACHE, { recursive: true, force: true });
  const first = build();
  if (first === null) return EXIT.failed;
  const manifest = await takeManifest(CACHE);
  const again = build();
  if (again === null) return EXIT.failed;
  for (const { name, value, unit, target } of fileMeasures(manifest)) show(name, value, unit, target);
  show('Bygga hela webbplatsen, allt från början', first, 's', '≤ 65');
  show('Bygga om med samma data och filer', again, 's', '≤ 25');

  for (const { name, value, unit, target = '–' } of [...pageWeights(SITE), ...(await browserMeasures(SITE))])
    show(name, value, unit, target);
  return 0;
});
