import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../src/ingest/nearest.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['ja', '', 2],
    ['ja', 'jaa', 1],
    ['nja', 'nej', 2],
    ['vrade', 'varde', 1],
    ['kitten', 'sitting', 3],
  ])('%s → %s is %d', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is nothing only for equals, and the same both ways', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe('a limit', () => {
  it('changes nothing within it, and stays above it beyond', () => {
    fc.assert(
      fc.property(word, word, fc.nat(6), (a, b, limit) => {
        const distance = editDistance(a, b);
        const limited = editDistance(a, b, limit);
        if (distance <= limit) expect(limited).toBe(distance);
        else expect(limited).toBeGreaterThan(limit);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('nearest', () => {
  it('finds a valid value itself, whatever its case', () => {
    const words = fc.uniqueArray(
      word.filter((w) => w !== ''),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(words, fc.nat(), (candidates, i) => {
        const value = candidates[i % candidates.length] ?? '';
        expect(nearest(value.toUpperCase(), candidates)).toBe(value);
      }),
    );
  });

  it('is never farther away than another candidate', () => {
    fc.assert(
      fc.property(word, fc.array(word, { minLength: 1 }), (value, candidates) => {
        const found = nearest(value, candidates);
        fc.pre(found !== null && !candidates.some((c) => c.startsWith(value)));
        const closest = Math.min(...candidates.map((c) => editDistance(value, c)));
        expect(editDistance(value, found ?? '')).toBe(closest);
      }),
    );
  });

  it.each([
    ['jaa', 'ja'],
    ['nje', 'nej'],
    ['n', 'nej'],
    ['del', 'delvis'],
    ['DELVIST', 'delvis'],
  ])('%s → %s', (value, expected) => {
    expect(nearest(value, ['ja', 'delvis', 'nej'])).toBe(expected);
  });

  it.each(['yes', 'kanske', '1', '', ' '])('says nothing about %j', (value) => {
    expect(nearest(value, ['ja', 'delvis', 'nej'])).toBeNull();
  });
});
