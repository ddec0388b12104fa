import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countInWords,
  countOf,
  formatKronor,
  formatNumber,
  formatPercent,
  formatRatio,
  formatShare,
  formatShareOf,
  formatValue,
  formatValueInText,
  formatYear,
  formatYears,
  KOMMUN,
  LAN,
} from '../../src/text/numbers.ts';

/** Reads a Swedish number back, the way a strict reader would. */
function parse(text: string): number {
  expect(text).toMatch(/^\u2212?\d{1,3}(\u00a0\d{3})*(,\d+)?$/);
  return Number(text.replaceAll('\u00a0', '').replace('\u2212', '-').replace(',', '.'));
}

test('numbers have a decimal comma, no-break thousands and a real minus', () => {
  expect(formatNumber(10_587_710)).toBe('10\u00a0587\u00a0710');
  expect(formatNumber(-3.14, 1)).toBe('\u22123,1');
  expect(formatNumber(1.005, 2)).toBe('1,01');
  expect(formatNumber(0.5)).toBe('1');
  expect(formatNumber(-0.04, 1)).toBe('0,0');
  expect(formatNumber(2667)).toBe('2\u00a0667');
  expect(() => formatNumber(Number.NaN)).toThrow(RangeError);
});

test('whatever is written reads back as the same rounded number', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 3 }), (n, decimals) => {
      const value = n / 10 ** decimals;
      expect(parse(formatNumber(value, decimals))).toBeCloseTo(value, 6);
    }),
  );
});

test('rounding moves a value by half a unit at most, and never out of order', () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(value, value, fc.integer({ min: 0, max: 3 }), (a, b, decimals) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      const [shownLow, shownHigh] = [parse(formatNumber(low, decimals)), parse(formatNumber(high, decimals))];
      expect(shownLow).toBeLessThanOrEqual(shownHigh);
      expect(Math.abs(shownLow - low)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
    }),
  );
});

test('units follow a no-break space', () => {
  expect(formatPercent(16.906)).toBe('17\u00a0%');
  expect(formatPercent(1.94, 1)).toBe('1,9\u00a0%');
  expect(formatKronor(373_400)).toBe('373\u00a0400\u00a0kr');
});

test('a share is rounded from integers, half up, and is x av n on a small base', () => {
  expect(formatShare({ count: 47, of: 278 }, false)).toBe('17\u00a0%');
  expect(formatShare({ count: 1, of: 200 }, false)).toBe('1\u00a0%');
  expect(formatShare({ count: 2, of: 4 }, true)).toBe('2\u00a0av\u00a04');
  expect(formatShare({ count: 0, of: 0 }, false)).toBe('0\u00a0av\u00a00');
  expect(formatShareOf({ count: 4, of: 23 }, false)).toBe('17\u00a0% av\u00a023');
  expect(formatShareOf({ count: 2, of: 4 }, true)).toBe('2\u00a0av\u00a04');
  expect(formatRatio({ count: 278, of: 290 })).toBe('278\u00a0av\u00a0290');
});

test('years are never grouped', () => {
  expect(formatYear(2016)).toBe('2016');
  expect(formatYears(2020, 2025)).toBe('2020–2025');
  expect(formatYears(2020, 2020)).toBe('2020');
});

test.each([
  ['andel', 'procent', 1, 2.853, '2,9\u00a0%', '2,9\u00a0%'],
  ['ja-nej', 'procent', 0, 16.9, '17\u00a0%', '17\u00a0%'],
  ['antal', 'avhysningar', 0, 3042, '3\u00a0042', '3\u00a0042'],
  ['artal', 'år', 0, 2021, '2021', '2021'],
  ['folkmangd', 'invånare', 0, 12_345, '12\u00a0345', '12\u00a0345'],
  ['kronor', 'kronor', 0, 373_400, '373\u00a0400\u00a0kr', '373\u00a0400\u00a0kronor'],
  [
    'kronor',
    'miljoner kronor',
    0,
    10_770,
    '10\u00a0770\u00a0miljoner kr',
    '10\u00a0770\u00a0miljoner kronor',
  ],
  ['per-1000', 'per 1 000', 1, 3.2, '3,2', '3,2 per 1\u00a0000 invånare'],
] as const)('a %s in %s is shown with its unit', (svarstyp, enhet, decimaler, value, short, long) => {
  expect(formatValue({ svarstyp, enhet, decimaler }, value)).toBe(short);
  expect(formatValueInText({ svarstyp, enhet, decimaler }, value)).toBe(long);
});

test('counts agree with their noun', () => {
  expect(countOf(1, KOMMUN)).toBe('1\u00a0kommun');
  expect(countOf(1000, KOMMUN)).toBe('1\u00a0000\u00a0kommuner');
  expect([0, 1, 2, 12, 13].map((n) => countInWords(n, KOMMUN))).toEqual([
    'ingen kommun',
    'en kommun',
    'två kommuner',
    'tolv kommuner',
    '13\u00a0kommuner',
  ]);
  expect([0, 1, 3].map((n) => countInWords(n, LAN))).toEqual(['inget län', 'ett län', 'tre län']);
});
