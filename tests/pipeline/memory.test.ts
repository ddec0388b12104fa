import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { FRUGAL, giveBack, heapFlags, ROOMY } from '../../src/pipeline/memory.ts';

it('what nothing refers to any more is let go at once', async () => {
  const kept = { name: 'kept' };
  const refs = [new WeakRef(kept), new WeakRef({ name: 'forgotten' })];
  // A new reference is held until the turn of the event loop ends.
  await turn();
  giveBack();
  expect(refs.map((ref) => ref.deref())).toEqual([kept, undefined]);
});

const valuesOf = (bytes: number) => new Map([['omraden/hemloshet/enkat/2023.csv', new Uint8Array(bytes)]]);

it('there is room for garbage on a machine with memory, and none where that or the values are much', () => {
  expect(heapFlags(8e9, valuesOf(300_000))).toBe(ROOMY);
  expect(heapFlags(3e9, valuesOf(300_000))).toBe(FRUGAL);
  expect(heapFlags(8e9, valuesOf(3_000_000))).toBe(FRUGAL);
  // Earlier versions lie beside the values, and two at most are held against them.
  const versions = new Map([
    ['versioner/2023.1/omraden/hemloshet/enkat/2023.csv', new Uint8Array(3_000_000)],
  ]);
  expect(heapFlags(8e9, new Map([...valuesOf(300_000), ...versions]))).toBe(ROOMY);
});

it('a build begins with room, which npm gives it; import does not', () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync('package.json', 'utf8')));
  expect(scripts.build).toBe(`node ${ROOMY.join(' ')} scripts/build.ts`);
  expect(scripts.import).toBe(`node ${FRUGAL.join(' ')} scripts/import.ts`);
});

it('a program of large data, begun with room, takes no more of it, and one begun without grows as ever', () => {
  const grown = (flags: readonly string[], then: string) => {
    const program = `
      import { getHeapSpaceStatistics } from 'node:v8';
      import { beFrugal } from './src/pipeline/memory.ts';
      ${then}
      let kept = [];
      for (let n = 0; n < 3e6; n += 1) kept = n % 1e6 === 0 ? [] : (kept.push({ n }), kept);
      console.log(getHeapSpaceStatistics().find((s) => s.space_name === 'new_space').space_size / 2 ** 20);
    `;
    const { stdout } = spawnSync(process.execPath, [...flags, '--input-type=module', '-e', program], {
      encoding: 'utf8',
    });
    return Number(stdout);
  };
  expect(grown(ROOMY, '')).toBe(64);
  expect(grown(ROOMY, 'beFrugal();')).toBe(32);
  // Without flags it stops now at one of V8's steps, now at the next.
  expect(grown([], 'beFrugal();')).toBeGreaterThan(32);
});
