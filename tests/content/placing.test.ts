import { expect, it } from 'vitest';
import { backgroundPlaces } from '../../src/content/kommun/placing.ts';
import { newestKommunYear } from '../../src/statistics/years.ts';
import { loaded } from '../pipeline/loaded.ts';

it('every background measure of every kommun is either placed or has its reason why not, once', async () => {
  const { index } = await loaded();
  const { kommuner } = index.catalogue.referens;
  const ranked = 'Låg ekonomisk standard';
  const names = index.catalogue.indikatorer
    .filter((i) => i.typ === 'bakgrund' && newestKommunYear(index, i.id) !== undefined)
    .map((i) => i.kortnamn);
  expect(names).toContain(ranked);
  for (const kommun of kommuner) {
    const places = backgroundPlaces(index, kommun);
    const all = places.map((p) => p.measures.toLocaleLowerCase('sv')).join(' ');
    for (const name of names) expect(all.split(name.toLocaleLowerCase('sv'))).toHaveLength(2);
    // Only the share of all inhabitants has a base that our data knows: of the others nothing is ranked.
    for (const { measures, said } of places)
      expect([measures, said.includes(`${kommun.namn} ligger på plats`)]).toEqual([
        measures,
        measures === ranked,
      ]);
  }
  expect(kommuner.length).toBe(290);
});
