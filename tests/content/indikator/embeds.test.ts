import { beforeAll, expect, it } from 'vitest';
import { embedPaths, embedsOf } from '../../../src/content/indikator/embeds.ts';
import { hasOwnAnswers, kommunArea } from '../../../src/content/kommun/area.ts';
import type { CatalogueIndex } from '../../../src/model/catalogue.ts';
import { LITET } from '../../files/helpers/catalogue.ts';
import { loaded } from '../../pipeline/loaded.ts';

// A route lists its pages without making what is on them: the list must be the same.

let catalogues: readonly CatalogueIndex[];
beforeAll(async () => {
  catalogues = [(await loaded(LITET)).index, (await loaded()).index];
});

it('the frames of an indicator are listed without drawing them', () => {
  for (const index of catalogues)
    for (const indicator of index.catalogue.indikatorer)
      expect([indicator.id, ...embedPaths(index, indicator)]).toEqual([
        indicator.id,
        ...embedsOf(index, indicator).map((e) => e.path),
      ]);
});

it('a kommun has a worksheet where its document says that it has answered itself', () => {
  for (const index of catalogues)
    for (const omrade of index.catalogue.omraden)
      for (const kommun of index.catalogue.referens.kommuner)
        expect([kommun.kod, omrade.slug, hasOwnAnswers(index, kommun, omrade)]).toEqual([
          kommun.kod,
          omrade.slug,
          kommunArea(index, kommun, omrade)?.own === true,
        ]);
});
