import { beforeAll, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects-node.ts';
import type { CatalogueIndex } from '../../src/model/catalogue.ts';
import { load } from '../../src/pipeline/load.ts';
import { peerSpace, peersOf, standardise } from '../../src/statistics/peers.ts';
import { answeredYears, peersAhead, profileOf, standsOut } from '../../src/statistics/profile.ts';

let index: CatalogueIndex;
beforeAll(async () => {
  const loaded = await load('data', nodeEffects());
  if (!loaded.index) throw new Error('data has errors');
  index = loaded.index;
});

describe('standardise', () => {
  it('gives mean 0 and standard deviation 1, and leaves the missing missing', () => {
    expect(standardise([1, null, 3])).toEqual([-1, null, 1]);
    expect(standardise([5, 5])).toEqual([0, 0]);
    expect(standardise([null])).toEqual([null]);
  });
});

describe('peersOf', () => {
  it('names seven others, nearest first, and what makes them alike', () => {
    const peers = peersOf(index, '2480');
    expect(peers).toHaveLength(7);
    expect(peers.map((p) => p.kod)).not.toContain('2480');
    expect(peers.map((p) => p.distance)).toEqual(peers.map((p) => p.distance).toSorted((a, b) => a - b));
    for (const p of peers) expect(p.alike).toHaveLength(3);
  });

  it('distance is mutual', () => {
    const all = (kod: string) => new Map(peersOf(index, kod, 'allt', 289).map((p) => [p.kod, p.distance]));
    const [a, b] = [all('2480'), all('0180')];
    expect(a.get('0180')).toBeCloseTo(b.get('2480') ?? Number.NaN, 12);
  });

  it('has no peers for an unknown kommun', () => {
    expect(peersOf(index, '9999')).toEqual([]);
  });

  it('compares in inhabitants and every indicator with a theme', () => {
    const themed = index.catalogue.indikatorer.filter((i) => i.likhetstema !== null).length;
    expect(peerSpace(index).measures).toHaveLength(themed + 1);
  });
});

describe('profileOf', () => {
  it('puts each question in exactly one standing', () => {
    for (const { kod } of index.catalogue.referens.kommuner.slice(0, 40)) {
      const { items, tally } = profileOf(index, 'hemloshet', 2016, kod);
      expect(tally.gor + tally.delvis + tally['inte-an'] + tally.saknas).toBe(items.length);
    }
  });

  it('peers that are ahead really do what this kommun does not', () => {
    const peers = peersOf(index, '2480').map((p) => p.kod);
    const profile = profileOf(index, 'hemloshet', 2016, '2480', peers);
    const ahead = peersAhead(index, profile, peers);
    expect(ahead.length).toBeGreaterThan(0);
    for (const { kod, does } of ahead)
      for (const indicator of does) {
        expect(['ja', 'alla']).toContain(index.observation(indicator.id, kod, 2016)?.varde);
        const mine = profile.items.find((i) => i.indicator.id === indicator.id);
        expect(['inte-an', 'delvis']).toContain(mine?.standing);
      }
  });

  it('stands out only against a country that mostly does the opposite', () => {
    for (const { item, kind } of standsOut(profileOf(index, 'hemloshet', 2016, '2480'))) {
      const share = (item.riket?.count ?? 0) / (item.riket?.of ?? 1);
      expect(kind === 'ovanlig-styrka' ? share <= 0.25 : share >= 0.5).toBe(true);
    }
  });

  it('knows the years with answers, newest first', () => {
    const area = index.catalogue.omraden.find((o) => o.slug === 'hemloshet');
    const years = answeredYears(index, 'hemloshet');
    expect(years.length).toBeGreaterThan(0);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
    expect(area?.utgavor.map((edition) => edition.ar)).toEqual(expect.arrayContaining([...years]));
  });
});
