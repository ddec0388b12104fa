import { expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects-node.ts';
import type { PublishedFile } from '../../src/files/file.ts';
import { allFiles } from '../../src/files/index.ts';
import { sha256 } from '../../src/model/sha256.ts';
import { fileInputs } from '../../src/pipeline/files/key.ts';
import { releaseCollector } from '../../src/pipeline/files/release.ts';
import { load } from '../../src/pipeline/load.ts';
import { siteSums } from '../../src/pipeline/sums.ts';
import { LITET } from '../files/helpers/catalogue.ts';

const effects = nodeEffects();
const text = async (file: PublishedFile | undefined) => new TextDecoder().decode(await file?.content());

async function released() {
  const { index, hemligaKallor } = await load(LITET, effects);
  if (!index) throw new Error('the small site has errors');
  const written = allFiles(index);
  const inputs = await fileInputs(LITET, effects);
  const files = new Map(
    releaseCollector(inputs, hemligaKallor)
      .files(index, written)
      .map((f) => [f.path, f]),
  );
  return { index, written: new Map(written.map((f) => [f.path, f])), files };
}

it('a version keeps the very tables of the site, its workbooks, and sums that hold', async () => {
  const { written, files } = await released();
  for (const path of [
    'allt/observationer.csv',
    'allt/observationer.parquet',
    'hemloshet/2016.xlsx',
    'referens/kommuner.csv',
  ]) {
    const kept = await files.get(`data/v/2026.1/${path}`)?.content();
    expect([path, kept]).toEqual([path, await written.get(`data/${path}`)?.content()]);
  }
  const sums = (await text(files.get('data/v/2026.1/SHA256SUMS'))).trimEnd().split('\n');
  const folder = [...files.keys()].filter((p) => p.startsWith('data/v/2026.1/') && !p.endsWith('SHA256SUMS'));
  expect(sums).toHaveLength(folder.length);
  for (const line of sums) {
    const [hash = '', path = ''] = line.split('  ');
    const content = await files.get(`data/v/2026.1/${path}`)?.content();
    expect([path, content && sha256(content)]).toEqual([path, hash]);
  }
});

it('a version does not keep a file for each kommun', async () => {
  const { files } = await released();
  expect([...files.keys()].filter((p) => /kommuner\/|kommun\/|indikatorer\/|figurer\//.test(p))).toEqual([]);
});

it('release.json names every input with its hash, and counts values and gaps apart', async () => {
  const { index, files } = await released();
  const release = JSON.parse(await text(files.get('data/release.json')));
  const folder = await effects.readTree(LITET);
  const stated = release.indata.filter((i: { sha256: string | null }) => i.sha256 !== null);
  expect(release.indata.map((i: { fil: string }) => i.fil)).toEqual([...folder.keys()]);
  const known = [...folder].filter(([fil]) => stated.some((i: { fil: string }) => i.fil === fil));
  expect(known.length).toBeGreaterThan(10);
  expect(stated).toEqual(
    known.map(([fil, bytes]) => ({ fil, bytes: bytes.byteLength, sha256: sha256(bytes) })),
  );
  expect(release.version).toBe('2026.1');
  expect(release.verktyg.version).toMatch(/^\d+\.\d+\.\d+$/);
  const { varden, saknade } = release.antal;
  expect(varden + saknade).toBe(index.catalogue.observationer.length);
  expect(saknade).toBe(index.catalogue.observationer.filter((o) => o.varde === null).length);
});

it('the sums of a site cover everything but themselves', () => {
  const hash = 'a'.repeat(64);
  const sums = siteSums(
    new Map([
      ['SHA256SUMS', hash],
      ['data/a.csv', hash],
      ['index.html', hash],
    ]),
  );
  expect(sums).toBe(`${hash}  data/a.csv\n${hash}  index.html\n`);
});
