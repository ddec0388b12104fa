import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attack } from '../../src/disclosure/attack/index.ts';
import { cube } from '../../src/disclosure/cube.ts';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { replayAttack } from '../../src/disclosure/replay.ts';
import { DEFAULT_RULE } from '../../src/disclosure/rule.ts';
import { protect } from '../../src/disclosure/suppress/index.ts';
import { disclosureKey } from '../../src/pipeline/disclosure-key.ts';
import { knowledgeOf } from './tables.ts';

const highs = await loadHighs();
const keyed = (seed: number) => disclosureKey(new Uint8Array(32).fill(seed)).weightOf;
const KEYS = Array.from({ length: 12 }, (_, i) => keyed(i + 100));

/** Two situations by sex, as a small kommun has them. */
const tableOf = (counts: readonly number[]) =>
  cube(
    [
      { name: 'situation', children: { T: ['1', '2'] } },
      { name: 'kön', children: { T: ['K', 'M'] } },
    ],
    ([s, k]) => counts[2 * (Number(s) - 1) + (k === 'K' ? 0 : 1)] ?? 0,
  );

function replayed(counts: readonly number[]) {
  const tables = tableOf(counts);
  const { hidden } = protect(highs, tables, DEFAULT_RULE);
  const [replay] = replayAttack(highs, tables, hidden);
  return { tables, hidden, replay };
}

it('the true table always remains among the guesses of who has the key', { timeout: 60_000 }, () => {
  let tried = 0;
  // One is small, so that something is hidden and there is something to guess.
  const [small, any] = [fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 9 })];
  fc.assert(
    fc.property(small, fc.array(any, { minLength: 3, maxLength: 3 }), (first, rest) => {
      const { tables, hidden, replay } = replayed([first, ...rest]);
      if (!replay) return;
      tried += 1;
      expect(replay.remaining).toBeGreaterThan(0);
      // What is tried is what the attacker from outside reckons with, and no more.
      const { exposed } = attack(highs, knowledgeOf(tables, hidden), 1000);
      const widths = exposed.map((e) => e.interval.upper - e.interval.lower + 1);
      expect(replay.fitting).toBeGreaterThanOrEqual(Math.max(0, ...widths));
    }),
    { numRuns: 15, seed: 11 },
  );
  // Some tables have too many guesses to try.
  expect(tried).toBeGreaterThan(5);
});

/** Any of the larger situations can hide the one with 3 people. */
const situations = cube([{ name: 'situation', children: { T: ['1', '2', '3', '4'] } }], ([s]) =>
  s === '1' ? 3 : 22,
);
const patternWith = (weightOf: (cell: string) => number) =>
  protect(
    highs,
    { ...situations, cells: situations.cells.map((c) => ({ ...c, weight: weightOf(c.id) })) },
    DEFAULT_RULE,
  ).hidden;

it('without a key guesses that give another pattern are excluded; with one that is not known, more counts remain', {
  timeout: 60_000,
}, () => {
  const [without] = replayAttack(
    highs,
    situations,
    patternWith(() => 1),
  );
  expect(without?.exposed.map((t) => t.cell)).toContain('1');
  // What the attacker does not know is tried as many keys at random.
  const [own] = replayAttack(highs, situations, patternWith(keyed(1)), KEYS);
  expect(own?.remaining).toBeGreaterThan(without?.remaining ?? 0);
  expect(own?.exposed).toEqual([]);
});

it('says nothing of a table with too many guesses to try', () => {
  const large = cube(
    [
      { name: 'a', children: { T: ['0', '1', '2', '3', '4'] } },
      { name: 'b', children: { T: ['0', '1', '2', '3', '4'] } },
    ],
    () => 3,
  );
  const { hidden } = protect(highs, large, DEFAULT_RULE);
  expect(replayAttack(highs, large, hidden)).toEqual([null]);
});
