import { expect, it } from 'vitest';
import { answersItself, byStadsdelar, profileOf, silent } from '../../src/statistics/profile.ts';
import { loaded } from '../pipeline/loaded.ts';

it('a place answers itself where its profile is neither silent nor by its stadsdelar', async () => {
  const { index } = await loaded();
  const { omraden, referens } = index.catalogue;
  const found = omraden.flatMap(({ slug }) =>
    referens.kommuner.map(({ kod }) => {
      const profile = profileOf(index, slug, kod);
      const own = profile.items.length > 0 && !silent(profile) && !byStadsdelar(profile);
      return { place: `${slug} ${kod}`, own, said: answersItself(index, slug, kod) };
    }),
  );
  expect(found.filter(({ own, said }) => own !== said)).toEqual([]);
  // Both kinds are among the shipped data.
  expect(new Set(found.map(({ own }) => own)).size).toBe(2);
});
