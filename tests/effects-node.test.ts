import { totalmem } from 'node:os';
import { expect, it } from 'vitest';
import { memoryOf } from '../src/effects-node.ts';

it('memory is what the machine has, or less when a person says so (OJ_MINNE, in megabytes)', () => {
  const all = memoryOf({});
  expect(all).toBeLessThanOrEqual(totalmem());
  expect(memoryOf({ OJ_MINNE: '' })).toBe(all);
  expect(memoryOf({ OJ_MINNE: '10' })).toBe(10_000_000);
  expect(memoryOf({ OJ_MINNE: '999999999' })).toBe(all);
});

it.each(['0', '-1', '1,5', '1 GB', 'mycket'])('OJ_MINNE=%s is refused in one sentence', (OJ_MINNE) => {
  expect(() => memoryOf({ OJ_MINNE })).toThrow(
    `OJ_MINNE ska vara ett antal megabyte, till exempel 1000, men är ”${OJ_MINNE}”.`,
  );
});
