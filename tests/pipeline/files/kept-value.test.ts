import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptValue } from '../../../src/pipeline/files/kept-value.ts';
import { storeIn } from '../../../src/pipeline/files/store.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'oj-varde-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const base = { what: 'summa', code: 'a', from: { delar: [1, 2], av: new Set(['x']) } };

it('computes once of the same, and again of anything else, of other code and under another name', async () => {
  let times = 0;
  const of = (changed: Partial<typeof base> = {}) =>
    keptValue(storeIn(home), { ...base, ...changed }, () => {
      times += 1;
      return new Map([['svar', times]]);
    });
  expect(await of()).toEqual(new Map([['svar', 1]]));
  expect(await of({ from: { delar: [1, 2], av: new Set(['x']) } })).toEqual(new Map([['svar', 1]]));
  expect(times).toBe(1);
  await of({ what: 'annat' });
  await of({ code: 'b' });
  await of({ from: { delar: [1, 3], av: new Set(['x']) } });
  await of({ from: { delar: [1, 2], av: new Set(['y']) } });
  expect(times).toBe(5);
});

it('keeps nothing of what fails', async () => {
  const failing = keptValue(storeIn(home), base, () => {
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await keptValue(storeIn(home), base, () => 7)).toBe(7);
});
