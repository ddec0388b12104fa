import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { filesBelow, moveFiles, removeFiles } from '../../../src/pipeline/output/files-below.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'oj-under-'));
  for (const path of ['a.txt', 'b/c/d.txt', 'b/e f.txt', 'g/h.txt']) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), path);
  }
  mkdirSync(join(home, 'tom'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

it('all files, also links, which are not followed, and dead ones', () => {
  symlinkSync(home, join(home, 'b/sig-sjalv'));
  symlinkSync(join(home, 'finns inte'), join(home, 'dod'));
  expect(filesBelow(home).toSorted()).toEqual([
    'a.txt',
    'b/c/d.txt',
    'b/e f.txt',
    'b/sig-sjalv',
    'dod',
    'g/h.txt',
  ]);
  expect(() => filesBelow(join(home, 'a.txt'))).toThrow('ENOTDIR');
});

it('removes files, and the folders that they leave empty, but none that has something in it or was empty', () => {
  removeFiles(home, ['b/c/d.txt', 'g/h.txt']);
  expect(filesBelow(home).toSorted()).toEqual(['a.txt', 'b/e f.txt']);
  expect(['b/c', 'g', 'tom'].map((path) => existsSync(join(home, path)))).toEqual([false, false, true]);
  removeFiles(home, ['b/e f.txt', 'a.txt']);
  expect(existsSync(join(home, 'b'))).toBe(false);
  expect(() => removeFiles(home, ['a.txt'])).toThrow('ENOENT');
});

it('moves all files into a folder that has some, and leaves those', () => {
  const to = join(home, 'till');
  for (const path of ['b/c/annan.txt', 'z.txt']) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), path);
  }
  mkdirSync(join(home, 'fran'));
  for (const name of ['a.txt', 'b', 'g']) renameSync(join(home, name), join(home, 'fran', name));
  moveFiles(join(home, 'fran'), to);
  expect(filesBelow(to).toSorted()).toEqual([
    'a.txt',
    'b/c/annan.txt',
    'b/c/d.txt',
    'b/e f.txt',
    'g/h.txt',
    'z.txt',
  ]);
  expect(readFileSync(join(to, 'b/c/d.txt'), 'utf8')).toBe('b/c/d.txt');
});
