import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SBOM_PATH } from '../../src/pipeline/files/sbom.ts';
import { RULEBOOK } from '../../src/pipeline/rulebook.ts';
import { reviewable, shell } from './reviewable.ts';

// A whole small site (two län, six kommuner, two questions, two registers): one page of each type and one file of
// each kind against what they were when somebody last looked at them, and the list of all files. Renewed with
// `UPDATE_GOLDEN=1 vitest run --project site tests/site/small-site.test.ts`, in the commit that changes them.
const GOLDEN = 'tests/golden/site';
// The list of packages is held by `tests/pipeline/supply-chain.test.ts`: here it would change with every update.
const READ = /\.(html|csv|json)$/;
/** Each of these shows something that no other does: a register's share, a count with protected cells. */
const OF_THEIR_OWN = ['N07907', 'trangboddhet', 'OJ-HL-99', 'personer-i-akut-hemloshet-pahittat'];

/** Of many alike this one is looked at: Olofström in Blekinge has neighbours, peers and a protected cell. */
const TYPICAL = /olofstrom|1060|blekinge|lan\/10/;

let out: string;
beforeAll(() => {
  out = join(mkdtempSync(join(tmpdir(), 'oj-litet-')), 'dist');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/build.ts', '--data', 'tests/fixtures/litet', '--out', out],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stdout + stderr);
});
afterAll(() => rmSync(dirname(out), { recursive: true, force: true }));

const published = (path: string) => readFileSync(join(out, path), 'utf8');

const tree = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name).slice(folder.length + 1))
    .filter((path) => !/^(pagefind|assets)\//.test(path))
    .sort();

/** Codes and page names of all kommuner, län, groups, indicators and areas of the site. */
function names(): readonly string[] {
  const lists = ['kommuner', 'lan', 'grupper', 'indikatorer', 'omraden'].flatMap((list) =>
    Object.values(JSON.parse(published(`api/v1/${list}.json`))).filter(Array.isArray),
  );
  const all = lists.flat().flatMap(({ kod, slug, id }) => [kod, slug, id].filter(Boolean));
  return ['allt', ...Object.keys(RULEBOOK), ...all].filter((name) => !OF_THEIR_OWN.includes(name));
}

/** The first path of each type: two paths are of one type when they differ only in names. */
function oneOfEach(paths: readonly string[]): readonly string[] {
  const longestFirst = names().toSorted((a, b) => b.length - a.length);
  const name = new RegExp(
    `(?<![\\w-])(${longestFirst.join('|')})(?![\\w-])|-(${longestFirst.join('|')})-`,
    'gi',
  );
  const types = new Map<string, string>();
  for (const path of paths.toSorted((a, b) => Number(TYPICAL.test(b)) - Number(TYPICAL.test(a)))) {
    const type = path.replace(/^data\/v\/[^/]+\/(?!release)/, 'data/').replace(name, '*');
    if (!types.has(type)) types.set(type, path);
  }
  return [...types.values()];
}

describe('the small site', () => {
  it('is the same, page type by page type', () => {
    const files = tree(out);
    const looked = oneOfEach(files.filter((path) => READ.test(path) && path !== SBOM_PATH));
    const now = new Map(looked.map((path) => [path, reviewable(path, published(path))]));
    now.set('files.txt', `${files.join('\n')}\n`);
    if (process.env.UPDATE_GOLDEN === '1') {
      rmSync(GOLDEN, { recursive: true, force: true });
      for (const [path, text] of now) {
        mkdirSync(dirname(join(GOLDEN, path)), { recursive: true });
        writeFileSync(join(GOLDEN, path), text);
      }
    }
    expect(existsSync(join(GOLDEN, 'files.txt'))).toBe(true);
    expect(tree(GOLDEN)).toEqual([...now.keys()].toSorted());
    for (const [path, text] of now) expect.soft(text, path).toBe(readFileSync(join(GOLDEN, path), 'utf8'));
  });

  it('ends every page with the end of its html: a script after it is an error by the standard', () => {
    const pages = tree(out).filter((path) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(20);
    for (const path of pages) expect([path, published(path).trimEnd().slice(-7)]).toEqual([path, '</html>']);
  });

  it('has one head and foot', () => {
    const pages = tree(out).filter((path) => path.endsWith('.html') && !path.startsWith('inbaddat/'));
    const shells = new Map(pages.map((path) => [shell(published(path)), path]));
    expect([...shells.values()]).toHaveLength(1);
  });
});

describe('a golden that can be read', () => {
  const page = (sentence: string, d: string) =>
    `<!DOCTYPE html><html><body><header class="top"><p>Meny</p></header><main><h1>Umeå</h1><p>${sentence} <a href="/om/">Om</a></p><svg class="chart" aria-label="Ett diagram"><path d="${d}"/></svg><table><tr><td>1</td><td>2</td></tr></table></main></body></html>`;
  const lines = (sentence: string, d = 'M0 0') => reviewable('a.html', page(sentence, d)).split('\n');

  it('has one changed line for a changed sentence, none for a drawing', () => {
    const before = lines('Umeå har en plan.');
    const after = lines('Umeå saknar en plan.', 'M1 1');
    expect(after).toHaveLength(before.length);
    expect(after.filter((line, i) => line !== before[i])).toEqual([
      '<p>Umeå saknar en plan. <a href="/om/">Om</a></p>',
    ]);
    expect(before).toContain('<tr><td>1</td><td>2</td></tr>');
  });

  it('has one changed line for a changed value', () => {
    const json = (n: number) => reviewable('a.json', JSON.stringify({ a: [1, n], b: 'x' })).split('\n');
    expect(json(3).filter((line, i) => line !== json(2)[i])).toEqual(['  3']);
  });
});
