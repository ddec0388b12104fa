import { expect, it } from 'vitest';
import { calledIn, read, sources, withoutFences } from './sources.ts';

/** What chooses, orders or adds up: work of `content`, not of what renders it. Lists are rendered by `map`. */
const COMPUTES = new Set(
  'at every filter find findIndex findLast flat flatMap groupBy reduce reverse slice some sort toReversed toSorted'.split(
    ' ',
  ),
);

const pages = sources.filter((path) => /^src\/pages\/.*\.astro$/.test(path));
/** What pages are put together of, and the little code that stands beside it. */
const parts = sources.filter((path) => /^src\/(?:components|layouts)\//.test(path));

/** Methods that a file calls outside its markup. Which pages there are is asked of the catalogue by `getStaticPaths`. */
const called = (paths: readonly string[], forbidden: (name: string) => boolean) =>
  paths.flatMap((path) =>
    calledIn(path, 'getStaticPaths')
      .filter(forbidden)
      .map((name) => `${path}: ${name}`),
  );

it('the front matter of a page computes nothing: what it shows comes from content', () => {
  expect(pages.length).toBeGreaterThan(50);
  expect(called(pages, (name) => name === 'map' || COMPUTES.has(name))).toEqual([]);
});

it('a component or a layout computes nothing either: it may turn what it is given into marks, by `map`', () => {
  expect(parts.length).toBeGreaterThan(45);
  expect(called(parts, (name) => COMPUTES.has(name))).toEqual([]);
});

it('markup lists what it has, and chooses, orders or adds up nothing', () => {
  const computes = new RegExp(`\\.(?:${[...COMPUTES].join('|')})\\(`, 'g');
  const found = [...pages, ...parts.filter((path) => path.endsWith('.astro'))].flatMap((path) =>
    [...withoutFences(read(path)).matchAll(computes)].map(([call]) => `${path}: ${call}`),
  );
  expect(found).toEqual([]);
});
