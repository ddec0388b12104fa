import { expect, it } from 'vitest';
import { disclosureKey } from '../../src/pipeline/disclosure-key.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import { folder } from '../ingest/folder.ts';
import { kartlaggning } from './planted.ts';

const key = (seed: number) => disclosureKey(new Uint8Array(32).fill(seed));
/** Any of the situations with 21 people could hide the one with 3. */
const lines = [
  'personer;alla;T;87',
  'personer;1;T;3',
  'personer;2;T;21',
  'personer;3;T;21',
  'personer;4;T;21',
];
const files = folder(kartlaggning([...lines, 'personer;ej-angiven;T;21']));

async function hidden(seed: number | null): Promise<string> {
  const { index } = await loadFiles(files, seed === null ? null : key(seed));
  return (index?.catalogue.kartlaggningar[0]?.varden ?? [])
    .filter((v) => v.saknas === 'skyddad')
    .map((v) => v.situation)
    .join(' ');
}

it('the same key gives the same X, and other keys others: what is chosen cannot be worked out without it', async () => {
  const chosen = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(hidden));
  expect(await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(hidden))).toEqual(chosen);
  expect(new Set(chosen).size).toBeGreaterThan(1);
  for (const pattern of chosen) expect(pattern.split(' ')).toContain('1');
  expect(new Set([await hidden(null), await hidden(null)]).size).toBe(1);
});

it('a key is long enough not to be guessed, and is recognised without being shown', () => {
  expect(() => disclosureKey(new Uint8Array(8))).toThrow(/minst 16 byte/);
  expect(key(1).fingerprint).not.toBe(key(2).fingerprint);
  expect(key(1).weightOf('a')).not.toBe(key(1).weightOf('b'));
});
