import { expect, it } from 'vitest';
import {
  comparableChange,
  per10000,
  recomputedPairs,
  roundBreaks,
} from '../../src/statistics/kartlaggning.ts';
import { loaded } from '../pipeline/loaded.ts';

const { index } = await loaded();
const of = (slug: string) => index?.catalogue.kartlaggningar.find((k) => k.slug === slug);

it('compares 2023 with 2017 only by the method of 2023', () => {
  const riket = of('riket');
  expect(riket && recomputedPairs(riket)).toMatchObject([
    { published: { varde: 33_250 }, recomputed: { varde: 30_090 }, newer: { varde: 27_383 }, change: -2707 },
  ]);
});

it('cuts where the way of counting changed, and nowhere else', () => {
  expect(['riket', 'stockholm', 'goteborg', 'malmo'].map(of).map((k) => k && roundBreaks(k))).toEqual([
    [2005, 2011, 2023],
    [],
    [],
    [2021],
  ]);
});

it('counts per inhabitant only with the population of the same year', () => {
  const riket = of('riket');
  const rates = riket?.omgangar.map((o) => [o.ar, per10000(riket, o)?.toFixed(2) ?? null]);
  // 34 000 of 9 482 855, 33 250 of 10 120 242, 27 383 of 10 551 707; no population of 1993–2005 in the data.
  expect(rates).toEqual([
    [1993, null],
    [1999, null],
    [2005, null],
    [2011, '35.85'],
    [2017, '32.85'],
    [2023, '25.95'],
  ]);
});

it('speaks of no change from a round that counted otherwise', () => {
  const riket = of('riket');
  expect(riket && [2011, 2017, 2023].map((ar) => comparableChange(riket, ar)?.change ?? null)).toEqual([
    null,
    -750,
    null,
  ]);
});
