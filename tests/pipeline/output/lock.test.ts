import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeLock } from '../../../src/pipeline/output/lock.ts';

const now = () => new Date('2026-11-25T12:00:00Z');
let home: string;
let file: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'oj-las-'));
  file = join(home, 'las');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const held = (dator: string, pid: number) =>
  writeFileSync(file, JSON.stringify({ dator, process: pid, sedan: '2026-11-25T11:50:00.000Z' }));

it('one command at a time; the second learns who has it', async () => {
  const lock = await takeLock(file, 'dist', now);
  const second = takeLock(file, 'dist', now);
  await expect(second).rejects.toThrow(`process ${process.pid} på ${hostname()}, sedan 2026-11-25 12:00 UTC`);
  await lock.release();
  await (await takeLock(file, 'dist', now)).release();
  expect(readdirSync(home)).toEqual([]);
});

it('of many at once, one gets it', async () => {
  const all = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(file, 'dist', now)));
  expect(all.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
});

it('a lock whose process is gone is taken over, by one of many', async () => {
  held(hostname(), spawnSync(process.execPath, ['-e', '']).pid);
  const all = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(file, 'dist', now)));
  expect(all.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
});

it('a lock whose process lives is not, however old', async () => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  held(hostname(), child.pid ?? 0);
  utimesSync(file, 0, 0);
  await expect(takeLock(file, 'dist', now)).rejects.toThrow('skriver till ”dist”');
  child.kill();
});

it('one of another computer, or one that cannot be read, is respected until it has been silent', async () => {
  for (const write of [() => held('en-annan', 1), () => writeFileSync(file, '{')]) {
    write();
    utimesSync(file, now(), now());
    await expect(takeLock(file, 'dist', now)).rejects.toThrow('skriver till');
    utimesSync(file, now(), new Date(now().getTime() - 11 * 60_000));
    await (await takeLock(file, 'dist', now)).release();
  }
});
