import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundHalfUp, roundQuotient } from '../../src/statistics/rounding.ts';

describe('roundQuotient', () => {
  it.each([
    [1, 200, 1], // exactly 0.5 %
    [1, 201, 0],
    [55, 290, 19],
    [64, 278, 23],
    [29, 200, 15], // 14.5 %: toFixed would say 14
    [0, 7, 0],
    [7, 7, 100],
  ])('%i of %i is %i percent', (count, of, expected) => {
    expect(roundQuotient(count, of)).toBe(expected);
  });

  it('is the nearest whole number, and the upper one of two equally near', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (n, d) => {
        const r = BigInt(roundQuotient(n, d));
        const twice = 200n * BigInt(n); // 2 · 100 · n
        // r − ½ ≤ 100n/d < r + ½, multiplied by 2d
        expect((2n * r - 1n) * BigInt(d) <= twice && twice < (2n * r + 1n) * BigInt(d)).toBe(true);
      }),
    );
  });

  it.each([
    [1.5, 2],
    [-1, 2],
    [1, 0],
    [1, Number.NaN],
  ])('refuses %d of %d', (n, d) => {
    expect(() => roundQuotient(n, d)).toThrow(RangeError);
  });
});

describe('roundHalfUp', () => {
  it.each([
    [1.005, 2, 1.01],
    [2.85, 1, 2.9],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [-0.2, 0, 0],
    [1e-7, 2, 0],
    [123456.785, 2, 123456.79],
  ])('%d to %i decimals is %d', (value, decimals, expected) => {
    expect(roundHalfUp(value, decimals)).toBe(expected);
  });

  it('rounds every two-decimal number as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (hundredths) => {
        const tenths = Math.sign(hundredths) * Math.floor((Math.abs(hundredths) + 5) / 10);
        expect(roundHalfUp(hundredths / 100, 1)).toBeCloseTo(tenths / 10, 9);
      }),
    );
  });
});
