import { beforeAll, expect, it } from 'vitest';
import { comparisonSlides } from '../../src/files/pptx/comparison.ts';
import type { CatalogueIndex } from '../../src/model/catalogue.ts';
import { sharedQuestions } from '../../src/statistics/shared.ts';
import { publish } from './helpers/catalogue.ts';

let index: CatalogueIndex;
beforeAll(async () => {
  ({ index } = await publish());
});

it('every shared question of the side-by-side page stands in the deck of its year, under the same name', () => {
  for (const { namn, ar, parts } of sharedQuestions(index))
    for (const { omrade: slug } of parts) {
      const omrade = index.omrade(slug);
      const edition = index.edition(slug, ar);
      if (!omrade || !edition) continue;
      expect(JSON.stringify(comparisonSlides(index, omrade, edition)), `${slug} ${ar}`).toContain(namn);
    }
});
