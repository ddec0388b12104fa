import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checklistItem } from '../../src/desk/checklist.ts';
import { publishRelease } from '../../src/desk/release.ts';
import type { ReleaseEffects } from '../../src/desk/release-plan.ts';
import { undoRelease } from '../../src/desk/undo.ts';
import { nodeEffects } from '../../src/effects-node.ts';
import { edit, ownFolder } from '../desk/own-folder.ts';
import type { TrialFolder } from '../import/trial.ts';

/** Two releases, one that is refused on the way, and the last one taken back: with real builds of the small folder. */
let trial: TrialFolder;
let out: string;
const said: string[] = [];
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const effects: ReleaseEffects = {
  ...nodeEffects(),
  log: (line) => void said.push(line),
  now: () => new Date('2026-12-01T12:00:00Z'),
  stage: { pid: process.pid, alive: () => false },
  verify: async () => [],
};
const options = () => ({
  project: process.cwd(),
  data: trial.data,
  out,
  cache: '.cache/bygge',
  version: null,
  key: join(trial.data, '../nyckel.pem'),
});
const dataBytes = async () =>
  new Map([...(await trial.bytes())].filter(([path]) => path.startsWith('data/')));

beforeAll(async () => {
  trial = await ownFolder();
  out = join(trial.data, '../utgavor');
  await trial.write('../nyckel.pem', String(privateKey.export({ type: 'pkcs8', format: 'pem' })));
});
afterAll(() => trial.remove());

describe('npm run release', () => {
  it('a built site that does not pass is not published, and the data folder is what it was', async () => {
    const before = await dataBytes();
    const verifying = async () => [checklistItem('tillganglighet', 'En knapp saknar namn.')];
    expect(await publishRelease(options(), { ...effects, verify: verifying })).toBe(1);
    expect(said.join('\n')).toContain('En knapp saknar namn.');
    expect(await dataBytes()).toEqual(before);
    expect(await readdir(out).catch(() => [])).toEqual([]);
  }, 300_000);

  it('publishes a folder with sums and a signature; the next one lays it beside; undo brings it back', async () => {
    expect(await publishRelease(options(), effects), said.join('\n')).toBe(0);
    const sums = readFileSync(join(out, '2026.1/SHA256SUMS'));
    expect(sums.toString()).toContain('index.html');
    const signed = Buffer.from(readFileSync(join(out, '2026.1.SHA256SUMS.sig'), 'utf8'), 'base64');
    expect(
      verify(null, sums, createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })), signed),
    ).toBe(true);

    const afterFirst = await dataBytes();
    await edit(trial, 'omraden/hemloshet/register/N07907.csv', '0980;2022;T;9.9', '0980;2022;T;8.8');
    await edit(
      trial,
      'omraden/hemloshet/omrade.json',
      '"tidigare": [',
      '"rattelser": [{ "datum": "2026-12-01", "version": "2026.2", "indikatorer": ["N07907"], "text": "Gotlands trångboddhet var fel." }], "tidigare": [',
    );
    const corrected = await dataBytes();
    expect(await publishRelease(options(), effects)).toBe(0);
    expect(await trial.text('publicering.json')).toContain('"version": "2026.2"');
    expect(await trial.text('versioner/2026.1/allt/observationer.csv')).toContain('N07907');
    const changes = readFileSync(join(out, '2026.2/data/andringar/index.html'), 'utf8');
    expect(changes).toContain('Gotlands trångboddhet var fel.');
    expect(changes).toMatch(/9,9.*8,8/s);
    expect(readFileSync(join(out, '2026.2/data/v/2026.1/allt/observationer.csv'), 'utf8')).toContain('9.9');

    expect(await undoRelease(options(), effects)).toBe(0);
    expect(await dataBytes()).toEqual(corrected);
    expect((await readdir(out)).filter((n) => n.startsWith('2026.2'))).toEqual([]);
    expect(await readdir(join(out, '2026.1'))).toContain('index.html');
    expect(corrected).not.toEqual(afterFirst);
  }, 600_000);

  it('does not undo what somebody has changed since', async () => {
    await edit(trial, 'publicering.json', '2026.1', '2026.9');
    await expect(undoRelease(options(), effects)).rejects.toThrow(/har ändrats sedan version 2026\.1/);
  });
});
