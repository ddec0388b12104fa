import { beforeAll, expect, it } from 'vitest';
import { type EnglishPage, englishPage } from '../../src/content/english.ts';
import type { CatalogueIndex } from '../../src/model/catalogue.ts';
import { loaded } from '../pipeline/loaded.ts';

let index: CatalogueIndex;
let page: EnglishPage;
beforeAll(async () => {
  ({ index } = await loaded('tests/fixtures/litet'));
  page = englishPage(index);
});

it('says that there is example data exactly where an edition has it', () => {
  expect(page.example).toBe(index.catalogue.omraden.some((o) => o.utgavor.some((u) => u.exempel)));
  const { catalogue } = index;
  const real = catalogue.omraden.map((o) => ({
    ...o,
    utgavor: o.utgavor.map((u) => ({ ...u, exempel: false })),
  }));
  expect(englishPage({ ...index, catalogue: { ...catalogue, omraden: real } }).example).toBe(false);
});

it('has every ETHOS category once, in a situation or among those that are not counted', () => {
  const said = [
    ...page.situations.rows.map((row) => row[1]?.text ?? ''),
    page.notCounted.replace(/9–10/, '9 10').replace(/12–13/, '12 13'),
  ];
  const found = said.flatMap((text) =>
    [...text.matchAll(/(?<![\d.–])(\d{1,2})(?:\.\d)?(?=[ .])/g)].map(([, n]) => Number(n)),
  );
  expect([...new Set(found)].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 13 }, (_, i) => i + 1));
});
