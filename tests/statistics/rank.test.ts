import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RANK_FLOOR, rankedUnit, rankInterval, wilson } from '../../src/statistics/rank.ts';

const exact = (values: readonly number[]) =>
  values.map((value, i) => ({ kod: String(i), value, low: value, high: value }));

describe('rankInterval', () => {
  it('gives ties the same places', () => {
    const units = exact([9, 8, 8, 8, 5, 4, 3, 2, 1, 0]);
    expect(rankInterval(units, '2')).toEqual({ from: 2, to: 4, of: 10, indistinguishable: 2 });
    expect(rankInterval(units, '0')).toEqual({ from: 1, to: 1, of: 10, indistinguishable: 0 });
  });

  it('is silent about few units and about strangers', () => {
    expect(rankInterval(exact([1, 2, 3]), '0')).toBeNull();
    expect(rankInterval(exact([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 'x')).toBeNull();
  });

  it('places and the indistinguishable always agree', () => {
    const unit = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 0.2, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(unit, { minLength: 10, maxLength: 40 }), (pairs) => {
        const units = pairs.map(([v, w], i) => ({ kod: String(i), value: v, low: v - w, high: v + w }));
        for (const { kod } of units) {
          const r = rankInterval(units, kod);
          if (!r) throw new Error('no rank');
          expect(r.to - r.from).toBe(r.indistinguishable);
          expect(r.from).toBeGreaterThanOrEqual(1);
          expect(r.to).toBeLessThanOrEqual(units.length);
        }
      }),
    );
  });
});

describe('rankedUnit', () => {
  const share = { svarstyp: 'andel', decimaler: 1 } as const;

  it('holds the value, and is wider the smaller the base', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.integer({ min: RANK_FLOOR, max: 900_000 }),
        (value, base) => {
          const unit = rankedUnit(share, '2480', value, base);
          const larger = rankedUnit(share, '2480', value, base * 4);
          expect(unit.low).toBeLessThanOrEqual(value);
          expect(unit.high).toBeGreaterThanOrEqual(value);
          expect(larger.high - larger.low).toBeLessThanOrEqual(unit.high - unit.low + 1e-9);
        },
      ),
    );
  });

  it('is never narrower than what the rounding hides', () => {
    const unit = rankedUnit(share, '2480', 2.5, 1_000_000_000);
    expect(unit.low).toBeCloseTo(2.45, 3);
    expect(unit.high).toBeCloseTo(2.55, 3);
  });
});

describe('wilson', () => {
  it('reproduces the worked example of Newcombe 1998 (81 of 263)', () => {
    const { low, high } = wilson(81 / 263, 263);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });

  it('gets narrower with a larger base and stays within 0–1', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 10_000 }), (p, n) => {
        const a = wilson(p, n);
        const b = wilson(p, n * 4);
        expect(a.low).toBeGreaterThanOrEqual(0);
        expect(a.high).toBeLessThanOrEqual(1);
        expect(b.high - b.low).toBeLessThanOrEqual(a.high - a.low + 1e-12);
      }),
    );
  });
});
