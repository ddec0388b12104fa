import { join } from 'node:path';
import { nodeEffects } from '../src/effects-node.ts';
import { load } from '../src/pipeline/load.ts';
import { buildMeasures } from './bench/bygge.ts';
import { importMeasures } from './bench/inlasning.ts';
import { bench as benchDisclosure } from './bench/rojande.ts';
import { pageWeights } from './bench/sidor.ts';
import { bench } from './bench/validering.ts';
import { browserMeasures } from './bench/webblasare.ts';
import { command, EXIT, options, PROJECT } from './command.ts';

// Prints figures beside what they should reach. Machines are noisy: compare within one run.
const SITE = join(PROJECT, '.cache/bench-site');
const CACHE = join(PROJECT, '.cache/bench-bygge');
const IMPORTS = join(PROJECT, '.cache/bench-inlasning');
const { clock, log, readTree } = nodeEffects();
const show = (name: string, value: number, unit: string, target: string) =>
  log(
    `${name.padEnd(74)} ${value.toFixed(unit === '' ? 3 : 1).padStart(10)} ${unit.padEnd(6)} mål ${target}`,
  );

await command(async () => {
  options('bench', []);
  const reading = clock();
  const { report } = await load('data', { readTree });
  show('Läsa, granska och räkna hela data/', clock() - reading, 'ms', '–');
  log(`  ${report.counts.rows} rader i ${report.counts.files} filer`);

  for (const { name, value, unit, target = '–' } of [...(await bench()), ...(await benchDisclosure())])
    show(name, value, unit, target);

  const imported = await importMeasures(IMPORTS);
  if (imported === null) return EXIT.failed;
  for (const { name, value, unit, target = '–' } of imported) show(name, value, unit, target);

  const built = await buildMeasures({ site: SITE, cache: CACHE }, clock);
  if (built === null) return EXIT.failed;
  for (const { name, value, unit, target = '–' } of built) show(name, value, unit, target);

  for (const { name, value, unit, target = '–' } of [...pageWeights(SITE), ...(await browserMeasures(SITE))])
    show(name, value, unit, target);
  return 0;
});
