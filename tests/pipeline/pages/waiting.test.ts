import { expect, it } from 'vitest';
import { waitingLast } from '../../../src/pipeline/pages/waiting.ts';

it('pages that list files come last, themselves or by a component; the others as they were given', () => {
  const components = [
    'src/pages/data/index.astro',
    'src/pages/kommuner/index.astro',
    'src/pages/indikatorer/[slug]/index.astro',
    'src/pages/om.astro',
  ];
  const sorted = waitingLast(components.map((component) => ({ component }))).map((p) => p.component);
  expect(sorted.slice(0, 2)).toEqual(['src/pages/kommuner/index.astro', 'src/pages/om.astro']);
  expect(sorted.slice(2)).toEqual(['src/pages/data/index.astro', 'src/pages/indikatorer/[slug]/index.astro']);
});
