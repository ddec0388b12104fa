import { expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects-node.ts';
import { load } from '../../src/pipeline/load.ts';
import { recomputedPairs, roundBreaks } from '../../src/statistics/kartlaggning.ts';

const { index } = await load('data', nodeEffects());
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
