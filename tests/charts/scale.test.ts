import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classOf, classScale, niceTicks } from '../../src/charts/scale.ts';
import { roundHalfUp } from '../../src/statistics/rounding.ts';

const PERCENT = { svarstyp: 'andel', enhet: 'procent', decimaler: 1 } as const;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('classes have round limits and words that a reader can use', () => {
  const values = Array.from({ length: 100 }, (_, i) => 0.5 + i * 0.08);
  expect(classScale(values, PERCENT).map((c) => plain(c.label))).toEqual([
    'under 2,0 %',
    '2,0–3,9 %',
    '4,0–4,9 %',
    '5,0–6,9 %',
    '7,0 % eller mer',
  ]);
  const kronor = { svarstyp: 'kronor', enhet: 'kronor', decimaler: 0 } as const;
  const incomes = Array.from({ length: 290 }, (_, i) => 280_000 + i * 700);
  expect(plain(classScale(incomes, kronor)[1]?.label ?? '')).toMatch(/^3\d0 000–\d{3} 999 kr$/);
});

test('few distinct values give few classes, one value a single class, none no scale', () => {
  expect(classScale([1, 1, 2, 2], PERCENT).length).toBeLessThanOrEqual(2);
  expect(classScale([3.2, 3.2], PERCENT).map((c) => plain(c.label))).toEqual(['3,2 %']);
  expect(classScale([], PERCENT)).toEqual([]);
  expect(() => classOf([], 1, 0)).toThrow(RangeError);
});

test('every value lies in exactly one class, by the value that is shown', () => {
  const values = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 2 }), (numbers, decimaler) => {
      const scale = classScale(numbers, { ...PERCENT, decimaler });
      expect(scale.length).toBeGreaterThan(0);
      expect(scale.length).toBeLessThanOrEqual(5);
      expect(new Set(scale.map((c) => c.swatch)).size).toBe(scale.length);
      for (const [i, c] of scale.slice(1).entries()) expect(c.from).toBe(scale[i]?.to);
      const held = numbers.map((value) => classOf(scale, value, decimaler).swatch);
      expect(new Set(held).size).toBe(scale.length);
      for (const value of numbers) {
        const shown = roundHalfUp(value, decimaler);
        expect(scale.filter((c) => c.from <= shown && shown < c.to)).toEqual([
          classOf(scale, value, decimaler),
        ]);
      }
    }),
  );
});

test('ticks are round, rising and cover the values', () => {
  expect(niceTicks(0, 9.2, 5)).toEqual([0, 2, 4, 6, 8, 10]);
  fc.assert(
    fc.property(
      fc.double({ min: -1000, max: 1000, noNaN: true }),
      fc.double({ min: 0.01, max: 1000, noNaN: true }),
      fc.integer({ min: 2, max: 8 }),
      (low, span, count) => {
        const ticks = niceTicks(low, low + span, count);
        expect(ticks[0]).toBeLessThanOrEqual(low + 1e-4);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(low + span - 1e-4);
        expect(ticks).toEqual([...new Set(ticks)].toSorted((a, b) => a - b));
        expect(ticks.length).toBeLessThanOrEqual(2 * count + 2);
      },
    ),
  );
});
