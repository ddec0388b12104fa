import { beforeAll, describe, expect, it } from 'vitest';
import type { CatalogueIndex } from '../../src/model/catalogue.ts';
import { RIKET } from '../../src/model/kommun.ts';
import { breaksOf, comparable } from '../../src/statistics/comparability.ts';
import { peerSpace, peersOf, standardise } from '../../src/statistics/peers.ts';
import {
  answeredYears,
  doersAmong,
  gapsToPeers,
  isOld,
  profileOf,
  rarelyDone,
  shareOf,
  sharesBeside,
  standingOf,
} from '../../src/statistics/profile.ts';
import { loaded } from '../pipeline/loaded.ts';

let index: CatalogueIndex;
beforeAll(async () => {
  ({ index } = await loaded());
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
  const everyone = () =>
    index.catalogue.omraden.flatMap(({ slug }) =>
      index.catalogue.referens.kommuner.slice(0, 60).map(({ kod }) => profileOf(index, slug, kod)),
    );

  it('puts each question in exactly one standing', () => {
    for (const { items, tally } of everyone())
      expect(tally.gor + tally.delvis + tally['inte-an'] + tally.saknas).toBe(items.length);
  });

  it('shows the newest answer that a place has given, and no later one is left out', () => {
    for (const { kod, items } of everyone())
      for (const { indicator, ar, observation, silentIn } of items) {
        expect(index.observation(indicator.id, kod, ar)).toBe(observation);
        const later = index.yearsOf(indicator.id).filter((y) => y !== null && y > ar);
        if (observation.varde !== null)
          for (const y of later) expect(index.observation(indicator.id, kod, y)?.varde ?? null).toBeNull();
        if (silentIn !== null) expect(index.observation(indicator.id, kod, silentIn)?.varde).toBeNull();
      }
  });

  it('shows only the answers of an edition when asked for one', () => {
    for (const ar of answeredYears(index, 'hemloshet'))
      for (const item of profileOf(index, 'hemloshet', '2480', ar).items)
        expect([item.ar, item.silentIn]).toEqual([ar, null]);
  });

  it('finds patterns only against more than half of those alike, or at most a quarter of riket', () => {
    const peers = peersOf(index, '2480').map((p) => p.kod);
    const mine = profileOf(index, 'hemloshet', '2480');
    const beside = sharesBeside(index, mine, peers);
    for (const { indicator, ar, standing } of rarelyDone(index, mine)) {
      const riket = shareOf(indicator, index.observation(indicator.id, RIKET, ar));
      expect([standing, (riket?.count ?? 0) / (riket?.of ?? 1) <= 0.25]).toEqual(['gor', true]);
    }
    for (const { indicator, standing } of gapsToPeers(index, mine, beside)) {
      const alike = beside.get(indicator.id);
      expect([standing, 2 * (alike?.count ?? 0) > (alike?.of ?? 0)]).toEqual(['inte-an', true]);
    }
  });

  it('names as doers only those whose newest answer is yes, since the first of the years in a row', () => {
    const koder = index.catalogue.referens.kommuner.map((k) => k.kod);
    let earlier = 0;
    for (const indicator of index.indikatorerOf('hemloshet').filter((i) => i.typ === 'enkat')) {
      const breaks = breaksOf(indicator, index.omrade(indicator.omrade));
      for (const { kod, ar, since } of doersAmong(index, indicator, koder)) {
        const said = (y: number) => {
          const o = index.observation(indicator.id, kod, y);
          return o && standingOf(indicator, o);
        };
        expect([said(ar), said(since)]).toEqual(['gor', 'gor']);
        expect(comparable(breaks, since, ar)).toBe(true);
        if (since < ar) earlier += 1;
      }
    }
    expect(earlier).toBeGreaterThan(0);
  });

  it('calls an answer old by the date of the release, not by the clock', () => {
    expect([isOld(2020, { datum: '2026-01-01' }), isOld(2021, { datum: '2026-12-31' })]).toEqual([
      true,
      false,
    ]);
  });

  it('knows the years with answers, newest first', () => {
    const area = index.catalogue.omraden.find((o) => o.slug === 'hemloshet');
    const years = answeredYears(index, 'hemloshet');
    expect(years.length).toBeGreaterThan(0);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
    expect(area?.utgavor.map((edition) => edition.ar)).toEqual(expect.arrayContaining([...years]));
  });
});
