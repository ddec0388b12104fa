import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sha256 } from '../../src/model/sha256.ts';
import { storeIn } from '../../src/pipeline/files/store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oj-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = (digit: string) => digit.repeat(64);
/** One whose turn is that of the last digit, as in the folder that its first two name. */
const keyOfTurn = (digit: string, turn: string) => `${digit}${turn.repeat(63)}`;
const placeOf = (k: string) => join(folder, k.slice(0, 2), k);
const bytes = (text: string) => new TextEncoder().encode(text);

it('gives back what it was given, to a later build too, and nothing under another key', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array(), async (content) => {
      await storeIn(folder).write(key('a'), content);
      const later = storeIn(folder);
      expect(Buffer.compare((await later.read(key('a'))) ?? bytes('none'), content)).toBe(0);
      expect(await later.read(key('b'))).toBeNull();
      expect(later.faults()).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

it('never trusts what is not as it was written, whichever byte is changed, added or cut off', async () => {
  const content = bytes('innehåll');
  await storeIn(folder).write(key('a'), content);
  const whole = readFileSync(placeOf(key('a')));
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.constantFrom('flip', 'cut', 'add'), async (at, how) => {
      const other = Buffer.from(whole);
      other[at] = (other[at] ?? 0) ^ 1;
      const spoiled = { flip: other, cut: whole.subarray(0, at), add: Buffer.concat([whole, other]) }[how];
      writeFileSync(placeOf(key('a')), spoiled);
      const store = storeIn(folder);
      expect(await store.read(key('a'))).toBeNull();
      expect(store.faults()).toEqual(['Cachen: 1 delar var avbrutna eller ändrade och görs om.']);
      await store.write(key('a'), content);
      expect(await storeIn(folder).read(key('a'))).toEqual(Buffer.from(content));
    }),
    { numRuns: 40 },
  );
});

it('lends no bytes but those whose hash is known, and says that it had others', async () => {
  const content = bytes('innehåll');
  await storeIn(folder).write(key('a'), content);
  const store = storeIn(folder);
  const use = async () => undefined;
  expect(await store.lend(key('b'), sha256(content), use)).toBe(false);
  expect(store.faults()).toEqual([]);
  expect(await store.lend(key('a'), sha256(bytes('annat')), use)).toBe(false);
  expect(store.faults()).toEqual(['Cachen: 1 delar var avbrutna eller ändrade och görs om.']);
});

it('lends bytes whose hash is known, large and small in turn, and no others', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 400 }), { minLength: 1 }), async (contents) => {
      const store = storeIn(folder);
      for (const content of contents) {
        await store.write(key('a'), content);
        let lent: Uint8Array | undefined;
        const use = async (given: Uint8Array) => {
          lent = Uint8Array.from(given);
        };
        expect(await store.lend(key('a'), sha256(content), use)).toBe(true);
        expect(Buffer.compare(lent ?? bytes('none'), content)).toBe(0);
        expect(await store.lend(key('a'), sha256(bytes('another')), use)).toBe(false);
        expect(await store.lend(key('b'), sha256(content), use)).toBe(false);
        lent = undefined;
        expect(await store.lend(key('a'), null, use)).toBe(true);
        expect(Buffer.compare(lent ?? bytes('none'), content)).toBe(0);
        expect(await store.lend(key('b'), null, use)).toBe(false);
      }
    }),
    { numRuns: 20 },
  );
});

it('does not trust an entry that somebody has put under another key', async () => {
  await storeIn(folder).write(key('a'), bytes('a'));
  mkdirSync(dirname(placeOf(key('b'))), { recursive: true });
  writeFileSync(placeOf(key('b')), readFileSync(placeOf(key('a'))));
  expect(await storeIn(folder).read(key('b'))).toBeNull();
});

it('that cannot be written to or read is no error: the build says so and goes on', async () => {
  // A file where the folder should be fails for every user, also one who may write anywhere.
  writeFileSync(join(folder, 'aa'), '');
  const store = storeIn(folder);
  await store.write(key('a'), bytes('a'));
  expect(await store.read(key('a'))).toBeNull();
  expect(store.faults()).toEqual([
    'Cachen: 1 delar var avbrutna eller ändrade och görs om.',
    'Cachen: 1 delar kunde inte sparas, så nästa bygge gör om dem.',
  ]);
  await store.tidy('a');
});

it('lets go of the oldest that a build did not use, and never of what it did', async () => {
  const store = storeIn(folder);
  for (const [i, digit] of ['a', 'b', 'c', 'd', 'e'].entries()) {
    await store.write(keyOfTurn(digit, '0'), bytes('lika mycket'));
    utimesSync(placeOf(keyOfTurn(digit, '0')), i, i);
  }
  const later = storeIn(folder, 0);
  await later.read(keyOfTurn('a', '0'));
  // Another sixteenth's turn.
  await later.tidy('1');
  const left = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((p) => p.length > 60)
      .map((p) => p.slice(0, 1))
      .toSorted();
  expect(left()).toEqual(['a', 'b', 'c', 'd', 'e']);
  await later.tidy('0');
  expect(left()).toEqual(['a', 'd', 'e']);
});

it('a small site that is built with the same cache lets go of nothing of a large one', async () => {
  const large = storeIn(folder);
  for (const digit of 'bcdef') await large.write(keyOfTurn(digit, '0'), new Uint8Array(100_000));
  const small = storeIn(folder);
  await small.write(keyOfTurn('a', '0'), bytes('lite'));
  await small.read(keyOfTurn('a', '0'));
  await small.tidy('0');
  for (const digit of 'bcdef') expect(existsSync(placeOf(keyOfTurn(digit, '0')))).toBe(true);
});

it('removes what a build that was cut off was writing, and nothing of one that runs', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const [left, running] = [`${placeOf(key('c'))}.${pid}`, `${placeOf(key('c'))}.${process.ppid}`];
  mkdirSync(dirname(left), { recursive: true });
  writeFileSync(left, '');
  writeFileSync(running, '');
  await storeIn(folder).tidy('c');
  expect([existsSync(left), existsSync(running)]).toEqual([false, true]);
});
