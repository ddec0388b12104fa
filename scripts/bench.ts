import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { nodeEffects } from '../src/effects-node.ts';
import { readManifest } from '../src/pipeline/files/manifest.ts';
import { load } from '../src/pipeline/load.ts';
import { fileMeasures } from './bench/filer.ts';
import { bench as benchDisclosure } from './bench/rojande.ts';
import { bench } from './bench/validering.ts';

// Prints figures beside what they should reach. Machines are noisy: compare within one run.
const SITE = resolve('.cache/bench-site');
const CACHE = resolve('.cache/bench-filer');
const { clock, log, readTree } = nodeEffects();
const show = (name: string, value: number, unit: string, target: string) =>
  log(`${name.padEnd(44)} ${value.toFixed(1).padStart(10)} ${unit.padEnd(6)} mål ${target}`);

const reading = clock();
const { report } = await load('data', { readTree });
show('Läsa, granska och räkna hela data/', clock() - reading, 'ms', '–');
log(`  ${report.counts.rows} rader i ${report.counts.files} filer`);

for (const { name, value, unit, target = '–' } of [...(await bench()), ...(await benchDisclosure())])
  show(name, value, unit, target);

const build = () => {
  const started = clock();
  const args = ['scripts/build.ts', '--out', SITE, '--cache', CACHE];
  if (spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0) process.exit(1);
  return (clock() - started) / 1000;
};
rmSync(CACHE, { recursive: true, force: true });
const first = build();
const again = build();
const [key = ''] = readdirSync(CACHE);
for (const { name, value, unit, target } of fileMeasures(readManifest(join(CACHE, key, 'manifest.json'))))
  show(name, value, unit, target);
show('Bygga hela webbplatsen, allt från början', first, 's', '≤ 65');
show('Bygga om med samma data och filer', again, 's', '≤ 25');

const pages = readdirSync(SITE, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.html'));
show('Sidor', pages.length, 'st', '–');
const gzipped = (path: string) => gzipSync(readFileSync(join(SITE, path))).length / 1000;
const assets = existsSync(join(SITE, 'assets')) ? readdirSync(join(SITE, 'assets')) : [];
const sum = (ending: string) =>
  assets.filter((f) => f.endsWith(ending)).reduce((total, f) => total + gzipped(join('assets', f)), 0);
const kommuner = pages.filter((p) => /^kommuner[\\/][^\\/]+[\\/]index\.html$/.test(p)).map(gzipped);
show('Tyngsta kommunsidans HTML (gzip)', Math.max(...kommuner), 'kB', '≤ 30');
show('CSS (gzip)', sum('.css'), 'kB', '≤ 15');
show('JavaScript (gzip)', sum('.js'), 'kB', '≤ 10');
