import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { workFolder } from '../../../src/pipeline/output/work-folder.ts';

const now = () => new Date('2026-11-26T12:00:00Z');
let home: string;
beforeEach(() => {
  home = join(mkdtempSync(join(tmpdir(), 'oj-arbete-')), 'arbete');
});
afterEach(() => rmSync(dirname(home), { recursive: true }));

/** A folder that a process which is gone has left, with something in it. */
function left(name: string, pid = spawnSync(process.execPath, ['-e', '']).pid) {
  mkdirSync(join(home, name), { recursive: true });
  writeFileSync(join(home, name, 'halv.html'), '<p');
  writeFileSync(
    join(home, `${name}.las`),
    JSON.stringify({ dator: hostname(), process: pid, sedan: now().toISOString() }),
  );
}

it('is empty, and gone when it is ended', async () => {
  const { path, end } = await workFolder(home, now);
  expect(readdirSync(path)).toEqual([]);
  writeFileSync(join(path, 'sida.html'), '');
  await end();
  expect(readdirSync(home)).toEqual([]);
});

it('has the same path each time, so that what is kept by the path is found again', async () => {
  const first = await workFolder(home, now);
  await first.end();
  expect((await workFolder(home, now)).path).toBe(first.path);
});

it('is another for each of several at once', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => workFolder(home, now)));
  expect(new Set(all.map(({ path }) => path)).size).toBe(5);
  for (const { path } of all) expect(readdirSync(path)).toEqual([]);
  await all[0]?.end();
  const [again] = await Promise.all([workFolder(home, now)]);
  expect(again?.path).toBe(all[0]?.path);
  expect(all.slice(1).every(({ path }) => existsSync(path))).toBe(true);
});

it('has nothing of what a process that is gone has left, wherever that lies', async () => {
  for (const name of ['1', '2', '7', '8']) left(name);
  // Cut off before it had made its folder.
  rmSync(join(home, '8'), { recursive: true });
  const { path } = await workFolder(home, now);
  expect(basename(path)).toBe('1');
  expect(readdirSync(path)).toEqual([]);
  expect(readdirSync(home).toSorted()).toEqual(['1', '1.las']);
});

it('leaves what a process that runs has begun', async () => {
  left('1', process.pid);
  const { path } = await workFolder(home, now);
  expect(basename(path)).toBe('2');
  expect(readdirSync(join(home, '1'))).toEqual(['halv.html']);
});
