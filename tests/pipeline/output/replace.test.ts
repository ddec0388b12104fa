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
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemExchange } from '../../../src/pipeline/output/exchange.ts';
import { replaceFolder, restore } from '../../../src/pipeline/output/replace.ts';
import { INSIDE, siblings } from '../../../src/pipeline/output/work-names.ts';

let home: string;
let out: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'oj-byte-'));
  out = join(home, 'dist');
  write(out, { 'a.txt': 'old', 'old/b.txt': 'old' });
});
afterEach(() => {
  spawnSync('umount', [out]);
  rmSync(home, { recursive: true, force: true });
});

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
const NEW = { 'a.txt': 'new', 'assets/c.css': 'new', old: 'a file where a folder was' };
function next(): string {
  const folder = join(home, 'next');
  write(folder, NEW);
  return folder;
}
const content = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map((e) => join(e.parentPath, e.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );
const never = async () => false;

it('puts the new site in the place of the old, in one step where the system can', async () => {
  await replaceFolder(next(), out);
  expect(content(home)).toEqual(Object.fromEntries(Object.entries(NEW).map(([p, t]) => [`dist/${p}`, t])));
});

it('and in two where it cannot', async () => {
  await replaceFolder(next(), out, { exchange: never });
  expect(content(out)).toEqual(NEW);
  expect(readdirSync(home)).toEqual(['dist']);
});

it('keeps the old site where it is asked to, if it can be moved there, and else removes it', async () => {
  for (const exchange of [systemExchange, never]) {
    const keep = join(home, 'ersatt');
    await replaceFolder(next(), out, { exchange, keep });
    expect(content(out)).toEqual(NEW);
    expect(content(keep)).toEqual({ 'a.txt': 'old', 'old/b.txt': 'old' });
    // There is one there now: it stays.
    rmSync(out, { recursive: true });
    write(out, { 'a.txt': 'older' });
    await replaceFolder(next(), out, { exchange, keep });
    expect(content(keep)).toEqual({ 'a.txt': 'old', 'old/b.txt': 'old' });
    expect(readdirSync(home).toSorted()).toEqual(['dist', 'ersatt']);
    rmSync(keep, { recursive: true });
    rmSync(out, { recursive: true });
    write(out, { 'a.txt': 'old', 'old/b.txt': 'old' });
  }
});

it('leaves the old site when there is no new one', async () => {
  for (const how of [systemExchange, never])
    await expect(replaceFolder(join(home, 'missing'), out, { exchange: how })).rejects.toThrow();
  expect(content(out)).toEqual({ 'a.txt': 'old', 'old/b.txt': 'old' });
});

it('a step that fails leaves the old site', async () => {
  const broken = async () => {
    throw new Error('no');
  };
  await expect(replaceFolder(next(), out, { exchange: broken })).rejects.toThrow('no');
  expect(content(out)).toEqual({ 'a.txt': 'old', 'old/b.txt': 'old' });
  expect(readdirSync(home)).toEqual(['dist']);
});

describe('cut off between its two steps', () => {
  it('the old site is put back', async () => {
    const { next: ready, aside } = siblings(out);
    spawnSync('mv', [out, aside]);
    write(ready, NEW);
    expect(await restore(out)).toContain('tillbaka');
    expect(content(home)).toEqual({ 'dist/a.txt': 'old', 'dist/old/b.txt': 'old' });
    expect(await restore(out)).toBeNull();
  });

  it('what is left beside a whole site is removed', async () => {
    write(siblings(out).aside, { x: 'older' });
    write(siblings(out).next, { x: 'half' });
    expect(await restore(out)).toBeNull();
    expect(readdirSync(home)).toEqual(['dist']);
  });
});

describe('a folder that cannot be moved', () => {
  /** Makes the folder a disk of its own, as a container's volume is; needs the rights of an administrator. */
  const mounted = () => spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', out]).status === 0;

  it('is replaced from inside', async ({ skip }) => {
    if (!mounted()) return skip('Kräver rätt att montera en disk: hoppas över.');
    write(out, { 'a.txt': 'old', 'old/b.txt': 'old' });
    mkdirSync(join(out, 'lost+found'));
    await replaceFolder(next(), out);
    expect(content(out)).toEqual(NEW);
    expect(readdirSync(home)).toEqual(['dist']);
  });

  it('cut off anywhere, the swap is finished afterwards', async () => {
    const files = Object.keys(NEW);
    for (let moved = 0; moved <= files.length; moved += 1) {
      rmSync(out, { recursive: true });
      write(out, { 'a.txt': 'old', 'b/b.txt': 'old' });
      write(join(out, INSIDE.next), NEW);
      writeFileSync(join(out, INSIDE.whole), `${files.join('\n')}\n`);
      for (const path of files.slice(0, moved)) {
        mkdirSync(dirname(join(out, path)), { recursive: true });
        spawnSync('mv', [join(out, INSIDE.next, path), join(out, path)]);
      }
      expect(await restore(out)).toContain('slutfört');
      expect(content(out)).toEqual(NEW);
    }
  });

  it('cut off before all was laid ready, the old site stands', async () => {
    write(join(out, INSIDE.next), { 'a.txt': 'half' });
    await restore(out);
    expect(content(out)).toEqual({ 'a.txt': 'old', 'old/b.txt': 'old' });
    expect(existsSync(join(out, INSIDE.next))).toBe(false);
  });
});
