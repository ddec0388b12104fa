import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attack } from '../../src/disclosure/attack/index.ts';
import { roundedKnowledge } from '../../src/disclosure/attack/knowledge.ts';
import { sumRelation } from '../../src/disclosure/cells.ts';
import { cube } from '../../src/disclosure/cube.ts';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { roundTables } from '../../src/disclosure/round.ts';
import { tables } from './tables.ts';

const highs = await loadHighs();
const base = fc.constantFrom(3 as const, 5 as const);

describe('rounding', () => {
  it('gives multiples of the base within one base of the truth, zero for zero, and sums that add up', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(tables, base, (t, b) => {
        const rounded = roundTables(t, b);
        const totals = new Set(t.relations.map((r) => r.terms.at(-1)?.cell));
        for (const { id, count } of t.cells) {
          const value = rounded.get(id) ?? -1;
          expect(value % b).toBe(0);
          if (totals.has(id)) continue;
          expect(Math.abs(value - count)).toBeLessThan(b);
          if (count % b === 0) expect(value).toBe(count);
        }
        for (const { terms } of t.relations)
          expect(terms.reduce((sum, x) => sum + x.coefficient * (rounded.get(x.cell) ?? 0), 0)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves as many possible counts as the base says', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(tables, base, (t, b) => {
        const found = attack(highs, roundedKnowledge(roundTables(t, b), t.relations, b), b);
        expect(found).toMatchObject({ exposed: [], contradictions: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('keeps a total of neighbours within one base', () => {
    const t = cube([{ name: 'kommun', children: { '00': ['a', 'b', 'c', 'd'] } }], () => 2);
    expect([...roundTables(t, 5)]).toEqual([
      ['00', 10],
      ['a', 0],
      ['b', 5],
      ['c', 0],
      ['d', 5],
    ]);
  });

  it('is caught when every count is rounded by itself', () => {
    // 8 + 8 = 16, each rounded to a multiple of 5 by itself: the total is at least 16 and the parts at most 9, so that
    // the parts are 7 to 9 and the total 16 to 18.
    const relations = [sumRelation('Alla efter kön', 'T', ['K', 'M'])];
    const shown = new Map([
      ['T', 20],
      ['K', 5],
      ['M', 5],
    ]);
    const { exposed } = attack(highs, roundedKnowledge(shown, relations, 5), 5);
    expect(exposed.map((e) => e.cell)).toEqual(['T', 'K', 'M']);
  });

  it('refuses tables that are not crossed', () => {
    const cells = [
      ['T', 3],
      ['K', 1],
      ['M', 2],
      ['ung', 2],
      ['gammal', 1],
    ] as const;
    const relations = [sumRelation('kön', 'T', ['K', 'M']), sumRelation('ålder', 'T', ['ung', 'gammal'])];
    expect(() => roundTables({ cells: cells.map(([id, count]) => ({ id, count })), relations }, 5)).toThrow();
  });
});
