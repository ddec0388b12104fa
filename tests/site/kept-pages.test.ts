import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects-node.ts';
import { sha256 } from '../../src/model/sha256.ts';
import { LITET } from '../files/helpers/catalogue.ts';
import { EDITS, type Edit, editedFolder, type Folder } from '../pipeline/edits.ts';
import { bundlePath, withBundle } from './kept-bundle.ts';

// A page that is kept although what it shows has changed is the worst fault of a cache. After each edit, the site that
// is built with what earlier builds have kept is byte for byte the one that is built with nothing. What is kept of a
// document is tried with many more edits in tests/model/trace.test.ts; these builds take their time.

/** Each kind, when somebody has the night (`OJ_RANDOM`); else the one that most publishers make, and one that leaves less. */
const ANSWER = 'an answer';
const ALWAYS: readonly string[] = [ANSWER, 'a register that is gone'];
const tried = EDITS.filter(([name]) => process.env.OJ_RANDOM !== undefined || ALWAYS.includes(name));

let home: string;
let before: Folder;
/** The folder as it is, built with no page kept. */
let first: Built;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'oj-sidor-'));
  before = await editedFolder();
  await withBundle(LITET, join(home, 'warm'));
  first = await built(before, 'warm');
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

type Built = Awaited<ReturnType<typeof built>>;

/**
 * The hash of every file of a site, and how many pages were kept.
 * @param cache its folder, and whose site stands there when this one is built
 */
async function built(folder: Folder, cache: string) {
  const [data, out] = [join(home, 'data'), join(home, `dist ${cache}`)];
  rmSync(data, { recursive: true, force: true });
  for (const [path, content] of folder) {
    mkdirSync(dirname(join(data, path)), { recursive: true });
    writeFileSync(join(data, path), content);
  }
  const args = ['--data', data, '--out', out, '--cache', join(home, cache), '--utan', 'pdf'];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts', ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stdout + stderr);
  const files = await nodeEffects().readTree(out);
  const begun = statSync(data).mtimeMs;
  return {
    hashes: [...files].map(([path, bytes]) => `${sha256(bytes)}  ${path}`),
    pages: [...files.keys()].filter((path) => path.endsWith('.html')).length,
    /** Files that stood in the site before, and are older than this build. */
    taken: [...files.keys()].filter((path) => statSync(join(out, path)).mtimeMs < begun).length,
    kept: Number(/, (\d+) återanvända \(/.exec(stdout)?.[1] ?? 0),
    stdout,
  };
}

it.each<readonly [string, Edit]>(tried)(
  '%s edited: the site is the one that would be built from nothing',
  async (name, edit) => {
    const folder = edit(before);
    // Where nothing has changed, nothing would be built.
    if (name === 'nothing') rmSync(join(home, 'dist warm'), { recursive: true });
    // Astro bundles anew after the other edits: nothing that a bundle is made of is in an answer.
    if (name === ANSWER) await withBundle(LITET, join(home, `cold ${name}`));
    const [warm, cold] = [await built(folder, 'warm'), await built(folder, `cold ${name}`)];
    expect(cold.kept).toBe(0);
    expect(warm.hashes).toEqual(cold.hashes);
    // What a page reads of the folder itself no trace holds: such a page is made each time.
    if (name === 'nothing') expect(warm.kept).toBeGreaterThan(0.95 * warm.pages);
    if (name === ANSWER) expect(warm.kept).toBeGreaterThan(0);
    if (name === ANSWER) expect(warm.taken).toBeGreaterThan(warm.kept);
    expect(cold.taken).toBe(0);
    expect(warm.kept).toBeLessThan(warm.pages);
  },
  480_000,
);

it('a bundle that was edited by hand is made again, and said so', async () => {
  const place = join(home, 'warm', await bundlePath(LITET));
  const bytes = readFileSync(place);
  // A letter of the program that makes pages.
  writeFileSync(place, bytes.fill(65, bytes.length - 1));
  rmSync(join(home, 'dist warm'), { recursive: true });
  const warm = await built(before, 'warm');
  expect(warm.stdout).toContain('Cachen: 1 delar var avbrutna eller ändrade och görs om.');
  expect(first.kept).toBe(0);
  expect(warm.hashes).toEqual(first.hashes);
  expect(readFileSync(place).equals(bytes)).toBe(false);
}, 480_000);
