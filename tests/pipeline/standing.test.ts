import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sha256 } from '../../src/model/sha256.ts';
import { standingFiles } from '../../src/pipeline/standing.ts';
import { siteSums } from '../../src/pipeline/sums.ts';

const PAGE = new TextEncoder().encode('sida');
const HASH = sha256(PAGE);

let home: string;
let site: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'oj-star-'));
  site = join(home, 'dist');
  mkdirSync(join(site, 'a b'), { recursive: true });
  writeFileSync(join(site, 'a b/index.html'), PAGE);
  writeFileSync(join(site, 'SHA256SUMS'), siteSums(new Map([['a b/index.html', HASH]])));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

it('a file of the site that stands has a second name in the next one, and outlives the first', () => {
  const to = join(home, 'next/a b/index.html');
  expect(standingFiles(site).take('a b/index.html', HASH, to)).toBe(true);
  expect(statSync(to).ino).toBe(statSync(join(site, 'a b/index.html')).ino);
  rmSync(site, { recursive: true });
  expect(readFileSync(to, 'utf8')).toBe('sida');
});

it('takes nothing that is not there, is another, or would be put over something', () => {
  const { take } = standingFiles(site);
  const to = join(home, 'next.html');
  expect(take('b.html', HASH, to)).toBe(false);
  expect(take('a b/index.html', sha256(new Uint8Array()), to)).toBe(false);
  expect(standingFiles(null).take('a b/index.html', HASH, to)).toBe(false);
  writeFileSync(to, 'ny');
  expect(take('a b/index.html', HASH, to)).toBe(false);
  expect(readFileSync(to, 'utf8')).toBe('ny');
});
