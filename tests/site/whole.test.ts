import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects-node.ts';
import { sha256 } from '../../src/model/sha256.ts';
import { HANDED, handCatalogue } from '../../src/pipeline/handed.ts';
import { load } from '../../src/pipeline/load.ts';
import { LITET } from '../files/helpers/catalogue.ts';

// A build makes its pages with what Astro bundles, without Astro's own program. What it knows of Astro for that
// (src/pipeline/pages/astro-app.ts) Astro promises nobody: every file is held against those of `astro build`, which is
// given the same catalogue and the same list of files.

let home: string;
beforeAll(() => {
  mkdirSync('.cache', { recursive: true });
  // Astro finds packages from where it builds.
  home = mkdtempSync(join('.cache', 'hel-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(stdout + stderr);
}

const hashes = async (folder: string) =>
  new Map([...(await nodeEffects().readTree(folder))].map(([path, bytes]) => [path, sha256(bytes)] as const));

it('a site is byte for byte the one that Astro makes whole', async () => {
  const [ours, theirs, handed] = [join(home, 'vart'), join(home, 'astros'), join(home, 'lamnat')];
  const cache = join(home, 'cache');
  run(['scripts/build.ts', '--data', LITET, '--out', ours, '--cache', cache, '--utan', 'pdf']);
  const { index, report: _, secret: __, ...rest } = await load(LITET, nodeEffects());
  if (index === null) throw new Error('The small folder has errors');
  mkdirSync(handed);
  await handCatalogue(handed, { ...rest, catalogue: index.catalogue });
  copyFileSync(join(cache, 'filer.json'), join(handed, 'filer.json'));
  run(['node_modules/astro/bin/astro.mjs', 'build', '--outDir', theirs], {
    OJ_DATA: LITET,
    [HANDED]: handed,
    ASTRO_TELEMETRY_DISABLED: '1',
    // Vitest sets these; so is a site built that is published.
    NODE_ENV: 'production',
    MODE: 'production',
    PROD: 'true',
    DEV: '',
  });
  const [built, whole] = [await hashes(ours), await hashes(theirs)];
  expect(whole.size).toBeGreaterThan(100);
  const differs = [...whole].filter(([path, hash]) => built.get(path) !== hash);
  expect(differs.map(([path]) => path)).toEqual([]);
  const ofPages = [...built.keys()].filter((path) => path.endsWith('.html') || path.startsWith('assets/'));
  expect(ofPages.filter((path) => !whole.has(path))).toEqual([]);
}, 300_000);
