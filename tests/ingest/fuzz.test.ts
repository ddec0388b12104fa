import { describe, expect, it } from 'vitest';
import { materialOf, runCase } from '../../scripts/fuzz/cases.ts';
import { compareFixture } from '../compare/fixture.ts';

const material = materialOf('tests/fixtures/litet', compareFixture(30));
const FIRST = 1;
const COUNT = 400;

describe('broken folders, texts, workbooks and addresses', () => {
  // The same seeds as `npm run fuzz -- --fro 1`, which goes on for as long as one likes.
  it(`are read without a crash (seeds ${FIRST}–${FIRST + COUNT - 1})`, async () => {
    for (let seed = FIRST; seed < FIRST + COUNT; seed += 1)
      await expect(
        runCase(seed, material),
        `npm run fuzz -- --antal 1 --fro ${seed}`,
      ).resolves.toBeUndefined();
  });
});
