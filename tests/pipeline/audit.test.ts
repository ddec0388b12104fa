import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import type { ReleaseSecret } from '../../src/disclosure/release.ts';
import { nodeEffects } from '../../src/effects-node.ts';
import { allFiles } from '../../src/files/index.ts';
import { must } from '../../src/model/must.ts';
import { sha256 } from '../../src/model/sha256.ts';
import { auditFolder, beginAudit } from '../../src/pipeline/audit.ts';
import { describe as described, type ManifestFile } from '../../src/pipeline/files/manifest.ts';
import { storeIn } from '../../src/pipeline/files/store.ts';
import { load } from '../../src/pipeline/load.ts';

// The audit begins with the files while pages are made, and knows those of the build before. What it finds must be what
// an audit of the finished folder finds that knows nothing.

let secret: ReleaseSecret;
let files: readonly ManifestFile[];
let folder: string;
let stores = 0;
let store: string;

const put = (path: string, content: string | Uint8Array): ManifestFile => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
  const bytes = Buffer.from(content);
  const facts = { bytes: bytes.length, sha256: sha256(bytes) };
  return { ...must(files[0], 'a file'), path, ...facts };
};

beforeAll(async () => {
  const release = await load('tests/fixtures/litet', nodeEffects());
  folder = mkdtempSync(join(tmpdir(), 'oj-granskning-'));
  secret = must(release.secret, 'something hidden');
  const all = allFiles(must(release.index, 'a catalogue'));
  const read = all.filter((f) => /\.(csv|json|parquet|px|xlsx)$/.test(f.path));
  files = await Promise.all(
    read.map(async (f) => {
      const bytes = await f.content();
      return { ...described(f), bytes: bytes.length, sha256: sha256(bytes) };
    }),
  );
  for (const f of read) put(f.path, await f.content());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  stores += 1;
  store = join(folder, `.store-${stores}`);
});

/** The audit of a build whose files are these. */
const begin = (
  all: readonly ManifestFile[] = files,
  of: ReleaseSecret = secret,
  made: readonly ManifestFile[] = all,
) =>
  beginAudit(
    of,
    { made, all: Promise.resolve(all) },
    { folder, store: storeIn(store), code: { audit: 'a', readers: 'r' }, processes: 1 },
  );
const small = () =>
  must(
    secret.tables.cells.find((c) => c.kind !== 'derived' && c.count > 0 && c.count < 5),
    'a small count',
  );
const row = (id: string, count: number) => {
  const [indikator, ar, kod, kon] = id.split('|');
  return `indikator,kod,niva,ar,kon,varde,saknas\n${indikator},${kod},kommun,${ar},${kon},${count},\n`;
};

it('finds in files alone what the audit of the whole folder finds, and reads none that it has read', async () => {
  const [summary] = await auditFolder(folder, secret);
  const first = await begin();
  expect(first.known.read).toBe(files.length);
  expect((await auditFolder(folder, secret, first))[0]).toBe(summary);
  const second = await begin();
  expect(second.known.read).toBe(0);
  expect(second.audit).toEqual(first.audit);
  expect(await auditFolder(folder, secret, second)).toContain(
    `Den läste 0 filer; ${files.length} är oförändrade sedan den läste dem.`,
  );
});

it('reads what is written later too, and nothing twice', async () => {
  const first = await begin();
  for (const made of [[], files.slice(0, 3), files.slice(3)]) {
    stores += 1;
    store = join(folder, `.store-${stores}`);
    const begun = await begin(files, secret, made);
    expect(begun).toEqual(first);
  }
  const cell = small();
  const late = put('data/sen.csv', row(cell.id, cell.count));
  const begun = await begin([...files, late], secret, files);
  await expect(auditFolder(folder, secret, begun)).rejects.toThrow(`står som ${cell.count} i data/sen.csv`);
  rmSync(join(folder, 'data/sen.csv'));
});

it('a copy shows what it is a copy of, and one with a year in its name shows it of that year', async () => {
  const { id, count } = small();
  const [indikator = '', , kod = ''] = id.split('|');
  const book = utils.book_new(
    utils.aoa_to_sheet([
      ['Kod', `Antal (${indikator})`],
      [kod, count],
    ]),
  );
  const bytes = write(book, { type: 'buffer' });
  const paths = ['data/a/2016.xlsx', 'data/b/2016.xlsx', 'data/a/2018.xlsx'];
  const { known } = await begin(paths.map((path) => put(path, bytes)));
  expect(known.read).toBe(3);
  expect(paths.map((path) => known.counts.get(path)?.map((c) => [c.ar, c.varde]))).toEqual([
    [['2016', count]],
    [['2016', count]],
    [['2018', count]],
  ]);
  for (const path of ['data/a', 'data/b']) rmSync(join(folder, path), { recursive: true });
});

it('fails as the files do: those that come later are never read', async () => {
  const failed = Promise.reject(new Error('disken är full'));
  const reading = { folder, store: storeIn(store), code: { audit: 'a', readers: 'r' }, processes: 1 };
  await expect(beginAudit(secret, { made: files, all: failed }, reading)).rejects.toThrow('disken är full');
});

it('reads a file that has changed, and stops for what it shows now', async () => {
  const cell = small();
  const before = put('data/andrad.csv', 'indikator,kod,niva,ar,kon,varde,saknas\n');
  await auditFolder(folder, secret, await begin([...files, before]));
  const after = put('data/andrad.csv', row(cell.id, cell.count));
  const begun = await begin([...files, after]);
  expect(begun.known.read).toBe(1);
  await expect(auditFolder(folder, secret, begun)).rejects.toThrow(
    `står som ${cell.count} i data/andrad.csv`,
  );
  rmSync(join(folder, 'data/andrad.csv'));
});

it('stops for a file that no manifest names: then all are attacked together', async () => {
  const begun = await begin();
  const cell = small();
  put('sidor/egen.csv', row(cell.id, cell.count));
  await expect(auditFolder(folder, secret, begun)).rejects.toThrow(`står som ${cell.count} i sidor/egen.csv`);
  rmSync(join(folder, 'sidor'), { recursive: true });
});

it('looks for what is hidden and in no table too: kronor that follow few people', async () => {
  const kronor = { ...secret, protectedCells: new Set([...secret.protectedCells, 'KRONOR1|2022|0114|T']) };
  const file = put('data/kronor.csv', row('KRONOR1|2022|0114|T', 41_000));
  await expect(auditFolder(folder, kronor, await begin([...files, file], kronor))).rejects.toThrow(
    'står som 41000 i data/kronor.csv',
  );
  rmSync(join(folder, 'data/kronor.csv'));
});

it('a release without anything hidden needs no audit', async () => {
  const begun = await beginAudit(
    null,
    { made: files, all: Promise.resolve(files) },
    {
      folder,
      store: storeIn(store),
      code: { audit: 'a', readers: 'r' },
      processes: 1,
    },
  );
  expect(begun.audit).toBeNull();
  expect(await auditFolder(folder, null, begun)).toEqual([
    'Röjandekontroll: inget antal personer behövde skyddas.',
  ]);
});
