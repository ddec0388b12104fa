import { beforeAll, describe, expect, it } from 'vitest';
import { mainYear } from '../../src/content/kommun/profiles.ts';
import { kommunerTable, placesSentence, placeYears } from '../../src/content/lan.ts';
import { nodeEffects } from '../../src/effects-node.ts';
import { type CatalogueIndex, indexCatalogue } from '../../src/model/catalogue.ts';
import { load } from '../../src/pipeline/load.ts';

let index: CatalogueIndex;
beforeAll(async () => {
  const loaded = await load('data', nodeEffects());
  if (!loaded.index) throw new Error('data has errors');
  index = loaded.index;
});

const areas = () =>
  index.catalogue.omraden.map((omrade) => ({ omrade, ar: mainYear(index, omrade.slug) ?? 0 }));

it('every län is told in two to six whole sentences', () => {
  for (const { omrade, ar } of areas())
    for (const lan of index.catalogue.referens.lan) {
      const said = placesSentence(index, omrade, ar, index.kommunerOfLan(lan.kod), lan.namn);
      expect([said, said.split(/(?<=\.) (?=[\p{Lu}\d])/u).length]).toEqual([
        said,
        expect.toSatisfy((n: number) => n >= 2 && n <= 6),
      ]);
      expect(said).not.toMatch(/undefined|null|NaN|Infinity| {2}/);
      expect(said).toContain(lan.namn);
    }
});

it('the table has every kommun once, most yes first, the silent last with their reason', () => {
  const kommuner = index.catalogue.referens.kommuner;
  const { rows } = kommunerTable(index, areas(), kommuner, 'x');
  expect(new Set(rows.map((r) => r[0]?.href)).size).toBe(kommuner.length);
  const yes = rows.map((r) => Number(r[1]?.sort ?? -1));
  expect(yes).toEqual(yes.toSorted((a, b) => b - a));
  for (const row of rows.filter((r) => r[1]?.sort === null))
    expect(row[1]?.text).toMatch(/^(Svarade inte|Stadsdelarna svarar)$/);
});

describe('year by year', () => {
  it('shows a gap in words, never as a zero, and tells of each break between the years shown', () => {
    const [omrade] = index.catalogue.omraden.filter((o) => o.slug === 'hemloshet');
    if (!omrade) throw new Error('no area');
    const part = placeYears(index, omrade, '24', 'x');
    for (const row of part?.table.rows ?? [])
      for (const cell of row.slice(1))
        expect(cell.text).toMatch(/^\d+\u00a0%$|^\d+\u00a0av\u00a0\d+$|ställdes inte|Svarade inte/);
    expect(part?.apart).toEqual([]);
    const brott = [{ franAr: 2018, orsak: 'Frågan ställdes om.' }];
    const broken = indexCatalogue({
      ...index.catalogue,
      indikatorer: index.catalogue.indikatorer.map((i) => (i.id === 'U35520' ? { ...i, brott } : i)),
    });
    expect(placeYears(broken, omrade, '24', 'x')?.apart).toEqual([
      'Bostad först, från 2018: Frågan ställdes om.',
    ]);
  });
});
