import { expect, it } from 'vitest';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { attackedCase, caseOf } from './linked-cases.ts';

const highs = await loadHighs();
/** `npm run fuzz -- --skydd 5000 --fro 1` goes on from where these end. */
const SEEDS = Array.from({ length: 200 }, (_, i) => i + 1);

it('an attacker of its own finds nothing in random linked tables, with rows left out, people who are alone and declared identities', {
  timeout: 300_000,
}, () => {
  const sum = { alone: 0, left: 0, declared: 0 };
  for (const seed of SEEDS) {
    const drawn = caseOf(seed);
    const { alone, left, found } = attackedCase(highs, drawn);
    expect([`frö ${seed}`, found]).toEqual([`frö ${seed}`, []]);
    sum.alone += alone;
    sum.left += left;
    sum.declared += drawn.leaves.b ? 1 : 0;
  }
  expect(sum.alone).toBeGreaterThan(40);
  expect(sum.left).toBeGreaterThan(40);
  expect(sum.declared).toBeGreaterThan(50);
});

it('and wins over tables in which only the small counts are hidden', { timeout: 60_000 }, () => {
  const won = SEEDS.slice(0, 40).filter((seed) => attackedCase(highs, caseOf(seed), true).found.length > 0);
  expect(won.length).toBeGreaterThan(30);
});
