import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { swap } from '../../src/pipeline/swap.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oj-swap-'));
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'dist', 'a.txt'), 'old');
});
afterEach(() => rm(folder, { recursive: true }));

it('puts the new site in the place of the old', async () => {
  await mkdir(join(folder, 'next'));
  await writeFile(join(folder, 'next', 'a.txt'), 'new');
  await swap(join(folder, 'next'), join(folder, 'dist'));
  expect(await readFile(join(folder, 'dist', 'a.txt'), 'utf8')).toBe('new');
  expect(await readdir(folder)).toEqual(['dist']);
});

it('leaves the old site when there is no new one', async () => {
  await expect(swap(join(folder, 'missing'), join(folder, 'dist'))).rejects.toThrow();
  expect(await readFile(join(folder, 'dist', 'a.txt'), 'utf8')).toBe('old');
});
