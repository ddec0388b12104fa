import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { utf8 } from '../../src/files/common/bytes.ts';
import { must } from '../../src/model/must.ts';
import { sha256 } from '../../src/model/sha256.ts';
import { filesBelow } from '../../src/pipeline/output/files-below.ts';
import { pagesFolder } from '../../src/pipeline/pages/folder.ts';
import { beginAsReplaced, rememberReplaced, replacedFolder } from '../../src/pipeline/replaced.ts';
import { standingFiles } from '../../src/pipeline/standing.ts';
import { SUMS, siteSums } from '../../src/pipeline/sums.ts';
import { standingNow } from '../../src/pipeline/unchanged.ts';

const OLD = {
  'index.html': 'start',
  'a/index.html': 'a, som förut',
  'b/index.html': 'b, gammal',
  'c/d/index.html': 'c, försvinner',
  'data/index.html': 'data',
  'data/x/y.csv': 'en fil',
  'assets/s.css': 'stil',
};
/** Pages have a folder of their own; the first page of all has not. */
const PAGES = ['a/index.html', 'b/index.html', 'c/d/index.html', 'data/index.html'];
const hashOf = (text: string) => sha256(utf8(text));

let home: string;
let cache: string;
let next: string;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'oj-ersatt-'));
  cache = join(home, 'cache');
  next = join(home, 'arbete/webbplats');
  mkdirSync(dirname(next), { recursive: true });
  write(replacedFolder(cache), OLD);
  const hashes = Object.entries(OLD).map(([path, text]) => [path, hashOf(text)] as const);
  writeFileSync(join(replacedFolder(cache), SUMS), siteSums(new Map(hashes)));
  // It was made long ago.
  utimesSync(join(replacedFolder(cache), 'b/index.html'), 1000, 1000);
  await rememberReplaced(cache, must(standingNow(replacedFolder(cache)), 'a site').state);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

describe('a site is begun as the one that was replaced', () => {
  it('with its pages and nothing else', async () => {
    const begun = await beginAsReplaced(cache, next);
    expect([...begun.keys()].toSorted()).toEqual(PAGES);
    expect(filesBelow(next).toSorted()).toEqual(PAGES);
    expect(begun.get('b/index.html')).toBe(hashOf('b, gammal'));
    expect(['assets', 'data/x'].map((path) => existsSync(join(next, path)))).toEqual([false, false]);
    // It is there once.
    expect(existsSync(replacedFolder(cache))).toBe(false);
    rmSync(next, { recursive: true });
    expect((await beginAsReplaced(cache, next)).size).toBe(0);
  });

  const at = (path: string) => join(replacedFolder(cache), path);
  it.each<[string, () => void]>([
    ['a page of it is edited', () => writeFileSync(at('a/index.html'), 'a, som nu..')],
    ['something is added', () => writeFileSync(at('e.html'), '')],
    ['a page is gone', () => rmSync(at('a/index.html'))],
    ['its sums are gone', () => rmSync(at(SUMS))],
    ['it is gone', () => rmSync(replacedFolder(cache), { recursive: true })],
    ['the memory is cut off', () => writeFileSync(join(cache, 'ersatt.json'), '{"state":"')],
    ['the memory is gone', () => rmSync(join(cache, 'ersatt.json'))],
  ])('but empty when %s', async (_, change) => {
    change();
    expect((await beginAsReplaced(cache, next)).size).toBe(0);
    expect([next, replacedFolder(cache)].map((path) => existsSync(path))).toEqual([false, false]);
  });
});

it('what cannot be noted is no error, and is begun empty', async () => {
  rmSync(join(cache, 'ersatt.json'));
  mkdirSync(join(cache, 'ersatt.json'));
  await rememberReplaced(cache, 'någon');
  expect((await beginAsReplaced(cache, next)).size).toBe(0);
});

describe('pages are put there', () => {
  /** The site that stands has a page in common with the replaced one: the very same bytes under two names. */
  async function begun() {
    const site = join(home, 'dist');
    write(site, {
      'a/index.html': 'a, som förut',
      'b/index.html': 'b, som står',
      'e/index.html': 'e, som står',
    });
    linkSync(join(replacedFolder(cache), 'c/d/index.html'), join(site, 'c.html'));
    const standing = {
      'a/index.html': hashOf('a, som förut'),
      'b/index.html': hashOf('b, som står'),
      'e/index.html': hashOf('e, som står'),
    };
    writeFileSync(join(site, SUMS), siteSums(new Map(Object.entries(standing))));
    const folder = pagesFolder(next, await beginAsReplaced(cache, next), standingFiles(site));
    return { site, folder };
  }
  const text = (path: string) => readFileSync(join(next, path), 'utf8');

  it('as they were, from the site that stands, or written; those of nobody are removed', async () => {
    const { folder } = await begun();
    expect(folder.take('a/index.html', hashOf('a, som förut'))).toBe(true);
    expect(folder.take('b/index.html', hashOf('b, som står'))).toBe(true);
    expect(folder.take('e/index.html', hashOf('e, som står'))).toBe(true);
    expect(folder.take('data/index.html', hashOf('ny'))).toBe(false);
    folder.write('data/index.html', utf8('ny'));
    folder.write('f/index.html', utf8('f'));
    folder.tidy();
    const paths = ['a/index.html', 'b/index.html', 'data/index.html', 'e/index.html', 'f/index.html'];
    expect(filesBelow(next).toSorted()).toEqual(paths);
    expect(paths.map(text)).toEqual(['a, som förut', 'b, som står', 'ny', 'e, som står', 'f']);
    expect(existsSync(join(next, 'c'))).toBe(false);
  });

  it('written again where it is as it was before the site that stands, which has another', async () => {
    const { folder } = await begun();
    expect(folder.take('b/index.html', hashOf('b, gammal'))).toBe(false);
    folder.write('b/index.html', utf8('b, gammal'));
    expect(Date.now() - statSync(join(next, 'b/index.html')).mtimeMs).toBeLessThan(60_000);
    expect(statSync(join(next, 'b/index.html')).nlink).toBe(1);
  });

  it('and never into a file that the site that stands has too', async () => {
    const { site, folder } = await begun();
    folder.write('c/d/index.html', utf8('c, ny'));
    expect(text('c/d/index.html')).toBe('c, ny');
    expect(readFileSync(join(site, 'c.html'), 'utf8')).toBe('c, försvinner');
  });

  it('each once: two pages with one path are a fault', async () => {
    const { folder } = await begun();
    folder.write('b/index.html', utf8('b, ny'));
    expect(() => folder.write('b/index.html', utf8('b, en till'))).toThrow('EEXIST');
    expect(folder.take('a/index.html', hashOf('a, som förut'))).toBe(true);
    expect(() => folder.write('a/index.html', utf8('a, en till'))).toThrow('EEXIST');
    expect(['a/index.html', 'b/index.html'].map(text)).toEqual(['a, som förut', 'b, ny']);
  });

  it('the same where nothing was begun with', async () => {
    renameSync(replacedFolder(cache), join(home, 'undan'));
    const { take, write: put, tidy } = pagesFolder(next, new Map(), standingFiles(null));
    expect(take('a/index.html', hashOf('a, som förut'))).toBe(false);
    put('a/index.html', utf8('a'));
    tidy();
    expect(filesBelow(next)).toEqual(['a/index.html']);
    expect(() => put('a/index.html', utf8('a, en till'))).toThrow('EEXIST');
  });
});
