import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readLock, sbomFile } from '../../src/pipeline/files/sbom.ts';

const lock = readFileSync('package-lock.json');
const { packages } = readLock(lock);
const project: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
  readFileSync('package.json', 'utf8'),
);

/** Licences that let us use and pass on what we build; a new one is read before it is added. */
const LICENCES = new Set([
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Zlib'],
  ...['CC0-1.0', 'Unlicense', 'Python-2.0', 'OFL-1.1', 'MPL-2.0'],
  // Image libraries that Astro can use: called as they are, never linked into anything that we publish.
  'LGPL-3.0-or-later',
]);

it('every package that is asked for is pinned to one version', () => {
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'];
  const loose = kinds
    .flatMap((kind) => Object.entries(project[kind] ?? {}))
    .filter(([, version]) => !/^(npm:@?[\w/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  expect(loose).toEqual([]);
});

/** Parts of a validator that tests use, for other machines than ours: never installed here, and never in a release. */
const WITHOUT_CHECKSUM = /@xarsh\/ooxml-validator-(darwin|win32|linux-arm64)/;

it('every package has a checksum and a licence that we may use', () => {
  for (const [path, { integrity, license = '' }] of Object.entries(packages)) {
    if (path === '') continue;
    if (!WITHOUT_CHECKSUM.test(path)) expect([path, integrity?.startsWith('sha')]).toEqual([path, true]);
    // Of a choice one must do; of a sum all.
    const may = license
      .replace(/[()]/g, '')
      .split(' OR ')
      .some((choice) => choice.split(' AND ').every((one) => LICENCES.has(one)));
    expect([path, license, may]).toEqual([path, license, true]);
  }
});

it('the bill of materials has every package of the tool, and is the same every time', async () => {
  const bytes = await sbomFile(lock).content();
  expect(await sbomFile(lock).content()).toEqual(bytes);
  const { components } = JSON.parse(new TextDecoder().decode(bytes));
  const names = components.map((c: { name: string }) => c.name);
  for (const name of Object.keys(project.dependencies ?? {}))
    expect([name, names.includes(name === 'xlsx' ? '@e965/xlsx' : name)]).toEqual([name, true]);
  for (const name of ['vitest', 'typescript']) expect(names).not.toContain(name);
  const astro = components.find((c: { name: string }) => c.name === 'astro');
  expect(astro).toMatchObject({
    purl: `pkg:npm/astro@${project.dependencies?.astro}`,
    licenses: [{ license: { id: 'MIT' } }],
  });
  expect(astro.hashes[0].content).toMatch(/^[0-9a-f]{128}$/);
});
