import { linkSync, mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects-node.ts';
import { disclosureKey } from '../../src/pipeline/disclosure-key.ts';
import { siteInputs } from '../../src/pipeline/files/key.ts';
import {
  keyOfSite,
  rememberPublished,
  type StandingSite,
  standingSite,
} from '../../src/pipeline/unchanged.ts';

let home: string;
let site: string;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'oj-lika-'));
  site = join(home, 'dist');
  mkdirSync(join(site, 'a'), { recursive: true });
  writeFileSync(join(site, 'a/index.html'), 'sida');
  writeFileSync(join(site, 'SHA256SUMS'), '');
  await rememberPublished(home, site, { key: 'k', rows: 3, warning: 1 }, null);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('a site is not made again', () => {
  it('when it was made of the same and stands untouched', async () => {
    expect(await standingSite(home, site)).toMatchObject({ key: 'k', rows: 3, warning: 1 });
  });

  it.each<[string, () => void]>([
    ['a page is edited to the same size', () => writeFileSync(join(site, 'a/index.html'), 'sidb')],
    ['a page is touched', () => utimesSync(join(site, 'a/index.html'), 1, 1)],
    ['a page is added', () => writeFileSync(join(site, 'b.html'), '')],
    ['a page is gone', () => rmSync(join(site, 'a/index.html'))],
    ['the site is gone', () => rmSync(site, { recursive: true })],
  ])('but it is when %s', async (_, change) => {
    utimesSync(join(site, 'a/index.html'), 2, 2);
    await rememberPublished(home, site, { key: 'k', rows: 3, warning: 1 }, null);
    change();
    expect(await standingSite(home, site)).toBeNull();
  });

  it('nor when it stands elsewhere, or the memory is cut off', async () => {
    expect(await standingSite(home, home)).toBeNull();
    for (const name of ['', '{}', '{"key":"k"']) {
      await rememberPublished(home, site, { key: 'k', rows: 3, warning: 1 }, null);
      const files = [...(await nodeEffects().readTree(home)).keys()];
      const [memory = ''] = files.filter((f) => f.startsWith('publicerat'));
      writeFileSync(join(home, memory), name);
      expect(await standingSite(home, site)).toBeNull();
    }
  });
});

it('what cannot be noted is no error, and not known the next time', async () => {
  const cache = join(home, 'en fil');
  writeFileSync(cache, '');
  await rememberPublished(cache, site, { key: 'k', rows: 3, warning: 1 }, null);
  expect(await standingSite(cache, site)).toBeNull();
});

describe('a site that is to be put in the place of one', () => {
  /** The next site: one of the files is the very same, the others are new. */
  function next(): void {
    renameSync(site, join(home, 'gammal'));
    mkdirSync(join(site, 'a'), { recursive: true });
    linkSync(join(home, 'gammal/a/index.html'), join(site, 'a/index.html'));
    writeFileSync(join(site, 'SHA256SUMS'), 'ny');
    rmSync(join(home, 'gammal'), { recursive: true });
  }
  const remembered = async (before: StandingSite | null) => {
    await rememberPublished(home, site, { key: 'l', rows: 3, warning: 1 }, before);
    return standingSite(home, site);
  };

  it('is known again though it has files in common with it', async () => {
    const before = await standingSite(home, site);
    next();
    expect(await remembered(before)).toMatchObject({ key: 'l' });
  });

  it('is not when somebody has edited one of those meanwhile', async () => {
    const before = await standingSite(home, site);
    writeFileSync(join(site, 'a/index.html'), 'sida med tillägg');
    next();
    expect(await remembered(before)).toBeNull();
  });
});

it('everything that a page or file is made of is in the key', async () => {
  const inputs = await siteInputs('tests/fixtures/litet', nodeEffects());
  const key = keyOfSite(inputs, [], null);
  for (const name of [
    'data/publicering.json',
    'data/omraden/hemloshet/enkat/2016.csv',
    'src/pages/index.astro',
    'src/styles/tokens.css',
    'src/files/xlsx/index.ts',
    'public/_headers',
    'astro.config.mjs',
    'package-lock.json',
    'node',
  ]) {
    expect([name, inputs.has(name)]).toEqual([name, true]);
    expect(keyOfSite(new Map([...inputs, [name, new Uint8Array([1])]]), [], null)).not.toBe(key);
  }
  expect(keyOfSite(inputs, ['pdf'], null)).not.toBe(key);
  expect(keyOfSite(inputs, [], disclosureKey(new Uint8Array(32)))).not.toBe(key);
});
