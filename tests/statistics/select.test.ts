import fc from 'fast-check';
import { expect, it } from 'vitest';
import { selectSorted } from '../../src/statistics/select.ts';

const number = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, noDefaultInfinity: true }));

it('finds what a sort puts at each place, whatever the order and however many are equal', () => {
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 60 }), (values) => {
      const sorted = Float64Array.from(values).sort();
      for (const [place, value] of sorted.entries())
        expect(selectSorted(Float64Array.from(values), place) === value).toBe(true);
    }),
  );
});

it('finds nothing where there is nothing', () => {
  expect(selectSorted(new Float64Array(0), 0)).toBeNaN();
  expect(selectSorted(Float64Array.of(1, 2), 2)).toBeNaN();
});
