import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attack } from '../../src/disclosure/attack/index.ts';
import type { LinkedTables } from '../../src/disclosure/cells.ts';
import { cube } from '../../src/disclosure/cube.ts';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { DEFAULT_RULE, isSmall } from '../../src/disclosure/rule.ts';
import { protect } from '../../src/disclosure/suppress/index.ts';
import { suppressionCosts } from '../../src/disclosure/suppress/problem.ts';
import { knowledgeOf } from './tables.ts';

const highs = await loadHighs();

function costOf(tables: LinkedTables, hidden: ReadonlySet<string>): number {
  const costs = suppressionCosts(tables);
  return tables.cells.reduce((sum, c, i) => (hidden.has(c.id) ? sum + (costs[i] ?? 0) : sum), 0);
}

/** The least cost of all patterns over which the attacker does not win, by trying every one of them. */
function cheapestOfAll(tables: LinkedTables): number {
  const free = tables.cells.filter((c) => !isSmall(DEFAULT_RULE, c)).map((c) => c.id);
  const small = tables.cells.filter((c) => isSmall(DEFAULT_RULE, c)).map((c) => c.id);
  let least = Number.POSITIVE_INFINITY;
  for (let bits = 0; bits < 2 ** free.length; bits++) {
    const hidden = new Set([...small, ...free.filter((_, i) => bits & (1 << i))]);
    const cost = costOf(tables, hidden);
    if (
      cost < least &&
      attack(highs, knowledgeOf(tables, hidden), DEFAULT_RULE.possible).exposed.length === 0
    )
      least = cost;
  }
  return least;
}

// Nobody is alone here, so that the attacker from outside is the only one.
const count = fc.oneof(fc.constant(0), fc.integer({ min: 2, max: 7 }), fc.integer({ min: 8, max: 90 }));

it('hides as little as the best of all patterns', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(count, { minLength: 4, maxLength: 4 }), (values) => {
      const tables = cube(
        [
          { name: 'a', children: { T: ['0', '1'] } },
          { name: 'b', children: { T: ['0', '1'] } },
        ],
        ([a, b]) => values[2 * Number(a) + Number(b)] ?? 0,
      );
      const { hidden, optimal } = protect(highs, tables, DEFAULT_RULE);
      expect(optimal).toBe(true);
      expect(costOf(tables, hidden)).toBeCloseTo(cheapestOfAll(tables), 6);
    }),
    { numRuns: 40 },
  );
});
