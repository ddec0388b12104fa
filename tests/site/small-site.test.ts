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
import { afterAll, beforeAll, expect, it } from 'vitest';

// A whole small site (two län, six kommuner, two questions, one register) against what it was when somebody last
// looked at it. `UPDATE_GOLDEN=1 npm test` renews; the difference is then read in the commit.
const GOLDEN = 'tests/golden/site';
const READ = /\.(html|csv|json)$/;

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

/** Names that change with the content of styles and scripts, not with the page. */
const withoutHashes = (text: string) =>
  text.replace(/(assets\/[^"'\s]*?)[.-][\w-]{8}\.(css|js|woff2)/g, '$1.HASH.$2');

const tree = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name).slice(folder.length + 1))
    .filter((path) => !/^(pagefind|assets)\//.test(path))
    .sort();

it('is the same site, file by file', () => {
  const files = tree(out);
  const texts = files.filter((path) => READ.test(path));
  if (process.env.UPDATE_GOLDEN === '1') {
    rmSync(GOLDEN, { recursive: true, force: true });
    for (const path of texts) {
      mkdirSync(dirname(join(GOLDEN, path)), { recursive: true });
      writeFileSync(join(GOLDEN, path), withoutHashes(readFileSync(join(out, path), 'utf8')));
    }
    writeFileSync(join(GOLDEN, 'files.txt'), `${files.join('\n')}\n`);
  }
  expect(existsSync(join(GOLDEN, 'files.txt'))).toBe(true);
  expect(files.join('\n')).toBe(readFileSync(join(GOLDEN, 'files.txt'), 'utf8').trimEnd());
  for (const path of texts)
    expect(withoutHashes(readFileSync(join(out, path), 'utf8')), path).toBe(
      readFileSync(join(GOLDEN, path), 'utf8'),
    );
});
