import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { exportsOf, sources } from './sources.ts';

/** Names that Astro asks every route for. */
const ROUTE = new Set(['GET', 'getStaticPaths', 'prerender', 'partial']);

it('no exported name stands in two files', () => {
  const places = new Map<string, string[]>();
  for (const path of sources)
    for (const name of exportsOf(path))
      if (!(ROUTE.has(name) && path.startsWith('src/pages/')))
        places.set(name, [...(places.get(name) ?? []), path]);
  const twice = [...places].filter(([, paths]) => paths.length > 1).toSorted();
  const where = twice.map(([name, paths]) => `${name}: ${paths.join(', ')}`).join('\n');
  expect(
    twice.map(([name]) => name),
    where,
  ).toEqual([]);
});

it('no file passes on everything that another exports', () => {
  const found = sources.flatMap((path) =>
    exportsOf(path)
      .filter((name) => name.startsWith('* from'))
      .map((name) => `${basename(path)}: ${name}`),
  );
  expect(found).toEqual([]);
});
