import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { formatOf, READERS } from '../../src/disclosure/audit/readers.ts';
import { shownCell } from '../../src/disclosure/audit/shown.ts';
import { allFiles } from '../../src/files/index.ts';
import { cleanedVersions, cleaningsOf, type VersionCleaning } from '../../src/pipeline/clean-versions.ts';
import { releaseCollector } from '../../src/pipeline/files/release.ts';
import { type LoadResult, loadFiles } from '../../src/pipeline/load.ts';
import { kartlaggning, people, program, REGISTER_LINES, register } from '../disclosure/planted.ts';
import { type Change, type Files, folder, replace } from '../ingest/folder.ts';

type Bytes = ReadonlyMap<string, Uint8Array>;

const PERSONS = ['personer;alla;T;40', 'personer;alla;K;3', 'personer;alla;M;37'];
const UNPROTECTED = { personskydd: null, utanPersonskydd: 'Ingen kan kännas igen, trodde utgivaren då.' };
const COUNTS = [register(...REGISTER_LINES)];
/** What was published when nothing was protected, and what is to be published now. */
const THEN = [...COUNTS, kartlaggning(PERSONS, UNPROTECTED), program(['hemlosa;60;2;58'], null)];
const NOW = [...COUNTS, people(), kartlaggning(PERSONS), program(['hemlosa;60;2;58'], {})];
const SECRETS = [
  'OJ-1|2022|0114|K',
  'kartlaggning/vasby/personer/alla/alla/alla/alla/alla/prov|2022|0114|K',
  'program/prov/hemlosa|2022|0114|K',
];

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const utf8 = (content: string) => new TextEncoder().encode(content);
const bytesOf = (files: Files): Bytes =>
  new Map([...files].map(([path, c]) => [path, typeof c === 'string' ? utf8(c) : c]));

/** Everything of the release that can be read back, as a publisher may have kept it, with its own sums. */
async function published(): Promise<Bytes> {
  const files = bytesOf(folder(...THEN));
  const { index, hemligaKallor } = await loadFiles(files);
  if (!index) throw new Error('no release');
  const inputs = new Map([
    ...[...files].map(([path, bytes]) => [`data/${path}`, bytes] as const),
    ['package.json', utf8('{"version":"1.0.0"}')] as const,
  ]);
  const written = allFiles(index);
  const version = 'data/v/2026.1/';
  const kept = new Map<string, Uint8Array>();
  for (const f of releaseCollector(inputs, hemligaKallor).files(index, written))
    if (f.path.startsWith(version)) kept.set(f.path.slice(version.length), await f.content());
  for (const f of written)
    if (/^(data\/(indikatorer|kommuner|kartlaggningar)|api)\/.*\.(px|json|xlsx|csv|parquet)$/.test(f.path))
      kept.set(f.path.replace(/^data\//, ''), await f.content());
  const sums = [...kept]
    .filter(([name]) => name !== 'SHA256SUMS')
    .map(([name, bytes]) => `${hash(bytes)}  ${name}\n`);
  return new Map([...kept, ['SHA256SUMS', utf8(sums.join(''))]]);
}
const KEPT = await published();

const kept = (version: string, files: Bytes): Change => {
  return (all) => {
    for (const [name, bytes] of files) all.set(`versioner/${version}/${name}`, bytes);
  };
};
const current = async () => {
  const { secret, hemligaKallor } = await loadFiles(bytesOf(folder(...NOW)));
  if (!secret) throw new Error('nothing is hidden');
  return { protectedCells: secret.protectedCells, hemligaKallor };
};
const after = ({ version, changes }: VersionCleaning, files: Bytes): Bytes => {
  const next = new Map([...files].map(([name, bytes]) => [name.replace(`versioner/${version}/`, ''), bytes]));
  for (const [name, bytes] of changes)
    if (bytes) next.set(name, bytes);
    else next.delete(name);
  return next;
};

/** Every number that the files show, by file and cell. */
async function shown(files: Bytes): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const [name, bytes] of files)
    for (const [i, count] of ((await READERS[formatOf(name)]?.(bytes, name)) ?? []).entries())
      if (count.varde !== null) found.set(`${name} ${i} ${shownCell(count)}`, count.varde);
  return found;
}
const tells = (all: ReadonlyMap<string, number>, cell: string) =>
  [...all.keys()].filter((key) => key.endsWith(` ${cell}`));

it('takes protected values out of every file of every version and leaves every other number', async () => {
  const before = await shown(KEPT);
  const formats = new Set(tells(before, SECRETS[0] ?? '').map((key) => formatOf(key.split(' ')[0] ?? '')));
  expect([...formats].toSorted()).toEqual(['csv', 'json', 'parquet', 'px', 'xlsx']);
  for (const secret of SECRETS) expect([secret, tells(before, secret).length > 0]).toEqual([secret, true]);

  const setting = await current();
  const folderNow = bytesOf(folder(...NOW, kept('2024.1', KEPT), kept('2025.1', KEPT)));
  const cleaned = await cleanedVersions(folderNow, setting, '2026-11-25');
  expect(cleaned.map((v) => v.version)).toEqual(['2024.1', '2025.1']);
  for (const version of cleaned) {
    expect(version.unreadable).toEqual([]);
    const clean = after(version, KEPT);
    const left = await shown(clean);
    for (const secret of SECRETS) expect([secret, tells(left, secret)]).toEqual([secret, []]);
    const others = [...before].filter(
      ([key]) => !setting.protectedCells.has(key.split(' ').slice(2).join(' ')),
    );
    expect([...left]).toEqual(others);
    for (const [name, bytes] of KEPT)
      if (!version.changes.has(name)) expect([name, clean.get(name)]).toEqual([name, bytes]);
    expect(version.changes.has('referens/kommuner.csv')).toBe(false);
  }
});

it('leaves no sum, hash or signature that a guess could be tried against, and the new sums hold', async () => {
  const withSignature = new Map([...KEPT, ['SHA256SUMS.sig', utf8('underskrift')]]);
  const source = hash(bytesOf(folder(...THEN)).get('omraden/prov/register/OJ-1.csv') ?? new Uint8Array());
  expect(text(KEPT.get('release.json'))).toContain(source);
  const files = bytesOf(folder(...NOW, kept('2025.1', withSignature)));
  const [version] = await cleanedVersions(files, await current(), '2026-11-25');
  if (!version) throw new Error('nothing is cleaned');
  const clean = after(version, withSignature);
  const texts = [...clean].filter(([name]) => /json$|SHA256SUMS$/.test(name)).map(([, b]) => text(b));
  for (const [name, bytes] of KEPT)
    if (version.changes.has(name))
      expect([name, texts.some((t) => t.includes(hash(bytes)))]).toEqual([name, false]);
  expect(texts.some((t) => t.includes(source))).toBe(false);
  expect(clean.has('SHA256SUMS.sig')).toBe(false);
  const sums = text(clean.get('SHA256SUMS')).trimEnd().split('\n');
  expect(sums).toHaveLength(clean.size - 1);
  for (const line of sums) {
    const [sum = '', name = ''] = line.split('  ');
    expect([name, hash(clean.get(name) ?? new Uint8Array())]).toEqual([name, sum]);
  }
  expect(cleaningsOf(clean)).toMatchObject([{ datum: '2026-11-25', varden: version.removed.length }]);
});

it('is then hidden in the release too, and a second time there is nothing to do', async () => {
  const leaks = ({ report }: LoadResult) =>
    report.findings.filter((f) => f.code === 'redan-i-version').length;
  const leaking = await loadFiles(bytesOf(folder(...NOW, kept('2025.1', KEPT))));
  expect(leaking.index?.observation('OJ-1', '0114', 2022, 'K')?.varde).toBe(3);
  expect(leaks(leaking)).toBe(3);
  const setting = await current();
  const [version] = await cleanedVersions(
    bytesOf(folder(...NOW, kept('2025.1', KEPT))),
    setting,
    '2026-11-25',
  );
  if (!version) throw new Error('nothing is cleaned');
  const clean = bytesOf(folder(...NOW, kept('2025.1', after(version, KEPT))));
  const holding = await loadFiles(clean);
  expect(holding.index?.observation('OJ-1', '0114', 2022, 'K')?.saknas).toBe('skyddad');
  expect(leaks(holding)).toBe(0);
  expect(await cleanedVersions(clean, setting, '2026-11-26')).toEqual([]);
});

it('takes the number out of a note in the same row, and keeps what else is written there', async () => {
  const csv =
    'indikator,kod,ar,kon,varde,saknas,not\nOJ-1,0114,2022,K,3,,"Tre kvinnor, alla unga"\nOJ-1,0180,2022,T,130,,"3 kontor"\n';
  const files = bytesOf(folder(...NOW, kept('2025.1', new Map([['gammal.csv', utf8(csv)]]))));
  const [version] = await cleanedVersions(files, await current(), '2026-11-25');
  expect(text(version?.changes.get('gammal.csv') ?? undefined)).toBe(
    'indikator,kod,ar,kon,varde,saknas,not\nOJ-1,0114,2022,K,,skyddad,\nOJ-1,0180,2022,T,130,,"3 kontor"\n',
  );
});

it('names the files that nothing can be taken out of', async () => {
  const files = bytesOf(
    folder(
      ...NOW,
      replace('publicering.json', '"2026.1"', '"2026.2"'),
      kept('2025.1', new Map([...KEPT, ['rapport.pdf', utf8('%PDF')]])),
    ),
  );
  const [version] = await cleanedVersions(files, await current(), '2026-11-25');
  expect(version?.unreadable).toEqual(['rapport.pdf']);
});
