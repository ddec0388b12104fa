import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LITET, publish } from './helpers/catalogue.ts';

/** Shared by several formats; everything else below `src/files` is one format alone. */
const SHARED = new Set([
  'common',
  'compare',
  'tables',
  'cube',
  'datasets',
  'inventering',
  'figures',
  'texts',
  'typst',
]);

it('no format imports another: taking one away touches no other', () => {
  const folders = readdirSync('src/files', { withFileTypes: true }).filter((e) => e.isDirectory());
  expect(folders.length).toBeGreaterThan(8);
  for (const { name } of folders)
    for (const file of readdirSync(`src/files/${name}`, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const code = readFileSync(`src/files/${name}/${file}`, 'utf8');
      for (const [, other = ''] of code.matchAll(/from '(?:\.\.\/)+([a-z]+)\//g)) {
        const format = readdirSync('src/files').includes(other) && other !== name && !SHARED.has(other);
        expect([`${name}/${file}`, other, format]).toEqual([`${name}/${file}`, other, false]);
      }
    }
});

it('the same data give the same bytes, in every file', async () => {
  const hashes = async () => {
    const site = await publish(LITET);
    const all: [string, string][] = [];
    for (const path of site.paths)
      all.push([
        path,
        createHash('sha256')
          .update(await site.bytes(path))
          .digest('hex'),
      ]);
    return all;
  };
  const first = await hashes();
  expect(first.length).toBeGreaterThan(40);
  expect(await hashes()).toEqual(first);
}, 60_000);
