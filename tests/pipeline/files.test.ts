import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects-node.ts';
import { sha256 } from '../../src/files/common/bytes.ts';
import { collectors, writers } from '../../src/files/index.ts';
import { copyFiles, fromCache } from '../../src/pipeline/files/cache.ts';
import { fileInputs, inputKey } from '../../src/pipeline/files/key.ts';
import type { Manifest } from '../../src/pipeline/files/manifest.ts';
import { writeFiles } from '../../src/pipeline/files/write.ts';
import { load } from '../../src/pipeline/load.ts';
import { LITET, publish } from '../files/helpers/catalogue.ts';

const effects = nodeEffects();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'oj-filer-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hashes = ({ files }: Manifest) => files.map((f) => `${f.sha256}  ${f.path}`);

describe('writing all files', () => {
  it('gives the bytes that each writer gives, however many threads share the work', async () => {
    const { index } = await load(LITET, effects);
    if (!index) throw new Error('the small site has errors');
    const one = await writeFiles(
      index,
      collectors,
      { folder: join(folder, 'one'), threads: 1, without: [] },
      effects,
    );
    const three = await writeFiles(
      index,
      collectors,
      { folder: join(folder, 'three'), threads: 3, without: [] },
      effects,
    );
    expect(hashes(three)).toEqual(hashes(one));
    expect(one.writers.map((w) => w.name)).toEqual([...writers, ...collectors].map((w) => w.name));
    // What `npm run dev` serves, which no thread has been near.
    const served = await publish(LITET);
    expect(one.files.map((f) => f.path).toSorted()).toEqual(served.paths);
    for (const file of one.files) {
      const bytes = readFileSync(join(folder, 'three', file.path));
      expect([file.path, sha256(bytes), bytes.length]).toEqual([file.path, file.sha256, file.bytes]);
      expect([file.path, sha256(await served.bytes(file.path))]).toEqual([file.path, file.sha256]);
    }
  }, 120_000);
});

describe('the key of the cache', () => {
  const input = fc.tuple(fc.string({ minLength: 1 }), fc.uint8Array({ maxLength: 20 }));
  const inputs = fc.uniqueArray(input, { selector: ([name]) => name, minLength: 1, maxLength: 6 });

  it('changes with any change of any input, and not with their order', () => {
    fc.assert(
      fc.property(inputs, fc.nat(), fc.uint8Array({ minLength: 1 }), (list, at, added) => {
        const key = inputKey(new Map(list));
        expect(inputKey(new Map(list.toReversed()))).toBe(key);
        const [name, bytes] = list[at % list.length] ?? ['', new Uint8Array()];
        const others = list.filter(([n]) => n !== name);
        expect(inputKey(new Map(others))).not.toBe(key);
        expect(inputKey(new Map([...others, [name, new Uint8Array([...bytes, ...added])]]))).not.toBe(key);
        expect(inputKey(new Map([...others, [`${name}x`, bytes]]))).not.toBe(inputKey(new Map(list)));
      }),
    );
  });

  it('is made of the data, all code that a file can depend on, the packages and the machine', async () => {
    const names = [...(await fileInputs(LITET, effects)).keys()];
    const rooms = new Set(names.filter((n) => n.startsWith('src/')).map((n) => n.split('/')[1]));
    for (const room of ['model', 'ingest', 'checks', 'statistics', 'text', 'charts', 'files', 'pipeline'])
      expect(rooms).toContain(room);
    expect(rooms).not.toContain('pages');
    expect(names).toContain('data/omraden/hemloshet/enkat/2016.csv');
    expect(names).toContain('data/publicering.json');
    expect(names).toContain('package-lock.json');
    expect(names).toContain('package.json');
    expect(names).toContain('node');
  });
});

describe('the cache', () => {
  const content = new TextEncoder().encode('a;b\r\n');
  const file = {
    path: 'data/prov.csv',
    mediaType: 'text/csv',
    format: 'CSV',
    title: 'Prov',
    description: 'Prov.',
    opensIn: 'Excel',
    group: 'allt',
    example: false,
    bytes: content.byteLength,
    sha256: sha256(content),
  };
  let writes = 0;
  const write = async (to: string): Promise<Manifest> => {
    writes += 1;
    await effects.writeFile(join(to, file.path), content);
    return { files: [file], writers: [], ms: 0 };
  };
  const said: string[] = [];
  const quiet = { ...effects, log: (line: string) => said.push(line) };
  const wanted = { key: 'a'.repeat(32), paths: new Set([file.path]) };
  const get = () => fromCache(join(folder, 'cache'), wanted, write, quiet);

  it('writes once for a key, and copies what it wrote', async () => {
    expect((await get()).cached).toBe(false);
    const again = await get();
    expect(again.cached).toBe(true);
    expect(writes).toBe(1);
    await copyFiles(again, join(folder, 'copy'), effects);
    expect(readFileSync(join(folder, 'copy', file.path), 'utf8')).toBe('a;b\r\n');
  });

  it('writes again when somebody has changed a file in it', async () => {
    const { folder: kept } = await get();
    writeFileSync(join(kept, file.path), 'a;c\r\n');
    expect((await get()).cached).toBe(false);
    expect((await get()).cached).toBe(true);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, 60)],
    ['empty', () => ''],
    ['of something else', () => '{}'],
    ['without its files', () => '{"files":[],"writers":[],"ms":0}'],
  ])('writes again, and says so, when the list is %s', async (_, change) => {
    const { manifest } = await get();
    writeFileSync(manifest, change(readFileSync(manifest, 'utf8')));
    said.length = 0;
    expect((await get()).cached).toBe(false);
    expect(said).toEqual([
      expect.stringMatching(/^Filerna från förra bygget används inte: .* skrivs igen\.$/),
    ]);
    expect((await get()).cached).toBe(true);
  });

  it('writes again what a build without a format left out', async () => {
    await get();
    const more = { ...wanted, paths: new Set([file.path, 'data/kommun/umea.pdf']) };
    expect((await fromCache(join(folder, 'cache'), more, write, quiet)).cached).toBe(false);
  });

  it('removes what a build that was cut off has left', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const left = join(folder, 'cache', `${'c'.repeat(32)}.${pid}`);
    mkdirSync(left, { recursive: true });
    await fromCache(join(folder, 'cache'), { ...wanted, key: 'd'.repeat(32) }, write, quiet);
    expect(existsSync(left)).toBe(false);
  });

  it('keeps nothing of a build that failed', async () => {
    const fails = () => Promise.reject(new Error('no'));
    const other = 'b'.repeat(32);
    const get = (write: () => Promise<Manifest>) =>
      fromCache(join(folder, 'cache'), { ...wanted, key: other }, write, quiet);
    await expect(get(fails)).rejects.toThrow('no');
    expect((await fromCache(join(folder, 'cache'), { ...wanted, key: other }, write, quiet)).cached).toBe(
      false,
    );
  });
});
