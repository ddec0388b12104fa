import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { FRUGAL, giveBack, heapFlags, ROOMY } from '../../src/pipeline/engine.ts';

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
      import { beFrugal } from './src/pipeline/engine.ts';
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

it('WebAssembly is compiled once more where it has run for long, and not before', () => {
  // A function that adds up all numbers to the one that it is given.
  const sum =
    '0061736d0100000001060160017f017f03020100070501016600000a1b011901017f0340200120006a2101200041016b22000d000b20010b';
  const isFast = (then: string, times: number) => {
    const program = `
      import { compileLate } from './src/pipeline/engine.ts';
      ${then}
      const module = new WebAssembly.Module(Buffer.from('${sum}', 'hex'));
      const { f } = new WebAssembly.Instance(module).exports;
      for (let n = 0; n < ${times}; n += 1) f(2_000_000);
      // It is compiled beside the program, which gets it the next time.
      for (let n = 0; n < 100 && !%IsTurboFanFunction(f); n += 1) await new Promise((go) => setTimeout(go, 5));
      console.log(%IsTurboFanFunction(f));
    `;
    const { stdout } = spawnSync(
      process.execPath,
      ['--allow-natives-syntax', '--input-type=module', '-e', program],
      { encoding: 'utf8' },
    );
    return stdout.trim();
  };
  expect(isFast('', 1)).toBe('true');
  expect(isFast('compileLate();', 1)).toBe('false');
  expect(isFast('compileLate();', 100)).toBe('true');
});
