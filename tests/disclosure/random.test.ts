import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attack } from '../../src/disclosure/attack/index.ts';
import type { LinkedTables } from '../../src/disclosure/cells.ts';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { DEFAULT_RULE, isSmall, ruleOf } from '../../src/disclosure/rule.ts';
import { singletonConstraints } from '../../src/disclosure/suppress/constraints.ts';
import { heuristicPattern } from '../../src/disclosure/suppress/heuristic.ts';
import { protect } from '../../src/disclosure/suppress/index.ts';
import { suppressionProblem } from '../../src/disclosure/suppress/problem.ts';
import { knowledgeOf, tables, tablesWithoutSmall, truthOf } from './tables.ts';

const highs = await loadHighs();
const nothingFound = { exposed: [], exposedToInsiders: [], contradictions: [] };
const attacked = (t: LinkedTables, hidden: ReadonlySet<string>, possible = 5) =>
  attack(highs, knowledgeOf(t, hidden), possible, truthOf(t));

/** Hides by the heuristic alone, whatever the size. */
function heuristically(t: LinkedTables): ReadonlySet<string> {
  const problem = suppressionProblem(t, DEFAULT_RULE);
  const groups = [...Map.groupBy(t.cells.keys(), (i) => t.cells[i]?.group ?? '').values()];
  const { hidden, unprotectable } = heuristicPattern(
    { highs, problem, effort: { spent: 0 } },
    singletonConstraints(problem),
    groups,
  );
  expect(unprotectable).toEqual([]);
  return new Set(problem.ids.filter((_, i) => hidden[i]));
}

describe('random linked tables', () => {
  it('the attacker never wins', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        tables,
        fc.integer({ min: 2, max: 6 }),
        fc.constantFrom('publish', 'hide'),
        (t, threshold, zeros) => {
          const { hidden, unprotectable } = protect(highs, t, ruleOf(threshold, zeros));
          expect(unprotectable).toEqual([]);
          expect(attacked(t, hidden, threshold)).toMatchObject(nothingFound);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('the attacker never wins over the heuristic', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(tables, (t) => {
        expect(attacked(t, heuristically(t))).toMatchObject(nothingFound);
      }),
      { numRuns: 1000 },
    );
  });

  it('the attacker wins when only the small counts are hidden, now and then', { timeout: 120_000 }, () => {
    const wins = fc.sample(tables, { numRuns: 200, seed: 1 }).filter((t) => {
      const small = new Set(t.cells.filter((c) => isSmall(DEFAULT_RULE, c)).map((c) => c.id));
      return attacked(t, small).exposed.length > 0;
    });
    expect(wins.length).toBeGreaterThan(100);
  });

  it('hides nothing when nothing is small', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(tablesWithoutSmall, (t) => {
        expect(protect(highs, t, DEFAULT_RULE).hidden.size).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same every time, whatever was protected before', { timeout: 120_000 }, () => {
    const samples = fc.sample(tables, { numRuns: 20, seed: 2 });
    const once = samples.map((t) => [...protect(highs, t, DEFAULT_RULE).hidden]);
    const again = samples.toReversed().map((t) => [...protect(highs, t, DEFAULT_RULE).hidden]);
    expect(again.toReversed()).toEqual(once);
  });
});
