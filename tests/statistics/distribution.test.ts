import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, summarise } from '../../src/statistics/distribution.ts';

describe('quantile', () => {
  it('is type 7, as in R', () => {
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([7], 0.9)).toBe(7);
  });

  it('never leaves the data and rises with p', () => {
    const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 });
    fc.assert(
      fc.property(numbers, (values) => {
        const s = summarise(values);
        if (!s) throw new Error('nothing');
        expect([s.min, s.q1, s.median, s.q3, s.max]).toEqual(
          [s.min, s.q1, s.median, s.q3, s.max].toSorted((a, b) => a - b),
        );
        expect(s.min).toBe(Math.min(...values));
        expect(s.max).toBe(Math.max(...values));
      }),
    );
  });

  it('of nothing is an error, a summary of nothing is null', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
    expect(summarise([])).toBeNull();
  });
});
