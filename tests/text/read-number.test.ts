import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatKronor, formatNumber, formatPercent } from '../../src/text/numbers.ts';
import { readNumber } from '../../src/text/read-number.ts';

it('reads back what is written', () => {
  const number = fc.integer({ min: -20_000_000, max: 20_000_000 });
  fc.assert(
    fc.property(number, fc.integer({ min: 0, max: 3 }), (n, decimals) => {
      const value = n / 10 ** decimals;
      for (const format of [formatNumber, formatPercent, formatKronor])
        expect(readNumber(format(value, decimals))).toBe(value);
    }),
  );
});

it('takes nothing else for a number', () => {
  for (const text of ['', 'Nej', '2 av 4', '..', '12 kommuner', '1 2', 'A1', '17 % av 23', '-'])
    expect(readNumber(text)).toBeNull();
});
