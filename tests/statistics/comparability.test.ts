import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change } from '../../src/statistics/change.ts';
import { breaksBetween, comparable, segmentOf } from '../../src/statistics/comparability.ts';
import { observation } from '../fixtures/observation.ts';

const breaks = [
  { franAr: 2016, orsak: 'ny insamling' },
  { franAr: 2024, orsak: 'ny definition' },
];

describe('comparability', () => {
  it('2016 is comparable with 2023, not with 2014 or 2024', () => {
    expect(comparable(breaks, 2016, 2023)).toBe(true);
    expect(comparable(breaks, 2014, 2016)).toBe(false);
    expect(comparable(breaks, 2023, 2024)).toBe(false);
    expect(segmentOf(breaks, 2014).orsak).toBeNull();
    expect(segmentOf(breaks, 2020).orsak).toBe('ny insamling');
  });

  it('years are comparable exactly when no break lies between them, in either order', () => {
    const year = fc.integer({ min: 2005, max: 2030 });
    fc.assert(
      fc.property(year, year, (a, b) => {
        expect(comparable(breaks, a, b)).toBe(breaksBetween(breaks, a, b).length === 0);
        expect(comparable(breaks, a, b)).toBe(comparable(breaks, b, a));
      }),
    );
  });
});

describe('change', () => {
  const at = (ar: number, varde: number | string | null) => observation({ ar, varde });

  it('is the difference inside a segment', () => {
    expect(change(breaks, at(2016, 17), at(2018, 19))).toEqual({
      kind: 'number',
      from: 17,
      to: 19,
      difference: 2,
    });
    expect(change(breaks, at(2016, 'nej'), at(2018, 'ja'))).toMatchObject({ kind: 'answer', same: false });
  });

  it('is nothing across a break, however good the numbers look', () => {
    expect(change(breaks, at(2014, 8), at(2016, 17))).toEqual({ kind: 'break', breaks: [breaks[0]] });
  });

  it('is nothing when one end is missing, and says why', () => {
    expect(change(breaks, at(2016, 17), at(2018, null))).toEqual({ kind: 'absent', saknas: 'bortfall' });
  });
});
