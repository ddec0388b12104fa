import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Store, storeIn } from '../../../src/pipeline/files/store.ts';
import { bundleKey, unpackBundle } from '../../../src/pipeline/pages/bundle.ts';

let home: string;
let store: Store;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'oj-bunt-'));
  store = storeIn(join(home, 'store'));
});
afterEach(() => rmSync(home, { recursive: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const release = (webbplats: string, titel = 'Jämförelser') =>
  new Map([['data/publicering.json', bytes(JSON.stringify({ webbplats, titel }))]]);
const OF = { code: 'kod', project: 'a', inputs: release('https://a.example/') };

it('is of a code, an address and a project, and of no other data', () => {
  const key = bundleKey(OF);
  expect(bundleKey({ ...OF, inputs: release('https://a.example/', 'Andra') })).toBe(key);
  for (const other of [
    { code: 'ny kod' },
    { project: 'b' },
    { inputs: release('https://b.example/') },
    { inputs: new Map() },
  ])
    expect(bundleKey({ ...OF, ...other })).not.toBe(key);
});

it('is unpacked when it is kept: the program beside the site, the files of the pages in it', async () => {
  const kept = new Map([
    ['program/sidor.mjs', bytes('// sidor')],
    ['assets/stil.css', bytes('a{}')],
  ]);
  const of = { ...OF, project: home, data: 'there is none' };
  await store.write(bundleKey(of), serialize(kept));
  const to = { folder: join(home, 'arbete'), site: join(home, 'webbplats'), store };
  const never = { readTree: () => Promise.reject(new Error('It bundles')) };
  const program = await unpackBundle(of, to, {
    effects: never,
    heap: [],
    signal: new AbortController().signal,
  });
  expect(readFileSync(program, 'utf8')).toBe('// sidor');
  expect(readFileSync(join(to.site, 'assets/stil.css'), 'utf8')).toBe('a{}');
  expect(existsSync(join(to.site, 'program'))).toBe(false);
});
