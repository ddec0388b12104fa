import { expect, it } from 'vitest';
import { calledIn, read, sources, withoutFences } from './sources.ts';

/** What chooses, orders or adds up: work of `content`, not of what renders it. Lists are rendered by `map`. */
const COMPUTES = new Set(
  'at every filter find findIndex findLast flat flatMap groupBy reduce reverse slice some sort toReversed toSorted'.split(
    ' ',
  ),
);

const pages = sources.filter((path) => /^src\/pages\/.*\.astro$/.test(path));

it('the front matter of a page computes nothing: what it shows comes from content', () => {
  expect(pages.length).toBeGreaterThan(50);
  const found = pages.flatMap((path) =>
    // Which pages there are is asked of the catalogue by `getStaticPaths`.
    calledIn(path, 'getStaticPaths')
      .filter((name) => name === 'map' || COMPUTES.has(name))
      .map((name) => `${path}: ${name}`),
  );
  expect(found).toEqual([]);
});

it('the markup of a page lists what it has, and chooses, orders or adds up nothing', () => {
  const computes = new RegExp(`\\.(?:${[...COMPUTES].join('|')})\\(`, 'g');
  const found = pages.flatMap((path) =>
    [...withoutFences(read(path)).matchAll(computes)].map(([call]) => `${path}: ${call}`),
  );
  expect(found).toEqual([]);
});
