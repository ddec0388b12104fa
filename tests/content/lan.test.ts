import { beforeAll, describe, expect, it } from 'vitest';
import { lanSentence, newestAnswers, placeYears } from '../../src/content/lan.ts';
import { riketDocument } from '../../src/content/riket.ts';
import { shareRows } from '../../src/content/shares.ts';
import { type CatalogueIndex, indexCatalogue } from '../../src/model/catalogue.ts';
import { RIKET } from '../../src/model/kommun.ts';
import { recomputedPairs } from '../../src/statistics/kartlaggning.ts';
import { shareOf } from '../../src/statistics/profile.ts';
import { compareSwedish } from '../../src/text/collate.ts';
import { loaded } from '../pipeline/loaded.ts';

let index: CatalogueIndex;
beforeAll(async () => {
  ({ index } = await loaded());
});

it('every län is described in one to six whole sentences, by patterns and not by points', () => {
  for (const omrade of index.catalogue.omraden)
    for (const lan of index.catalogue.referens.lan) {
      const said = lanSentence(index, omrade, lan);
      expect([said, said.split(/(?<=\.) (?=[\p{Lu}\d])/u).length]).toEqual([
        said,
        expect.toSatisfy((n: number) => n >= 1 && n <= 6),
      ]);
      expect(said).not.toMatch(/undefined|null|NaN|Infinity| {2}|Flest ja|i mitten/);
      expect(said).toContain(lan.namn);
    }
});

it('what is far from riket is said, also where all answers are made up', () => {
  let far = 0;
  for (const omrade of index.catalogue.omraden)
    for (const lan of index.catalogue.referens.lan) {
      const differs = shareRows(index, omrade.slug, lan.kod).some(
        ({ indicator, example, share, riketShare }) =>
          indicator.polaritet !== 'neutral' &&
          example === omrade.utgavor.every((u) => u.exempel) &&
          share !== null &&
          riketShare !== null &&
          Math.min(share.of, riketShare.of) >= 20 &&
          Math.abs(share.count / share.of - riketShare.count / riketShare.of) > 0.3,
      );
      if (!differs) continue;
      far += 1;
      expect(lanSentence(index, omrade, lan)).toContain('än i riket');
    }
  expect(far).toBeGreaterThan(0);
});

it('the table has every kommun once, by name, with what it answered', () => {
  const kommuner = index.catalogue.referens.kommuner;
  const rows = newestAnswers(index, kommuner, 'i riket')?.rows ?? [];
  expect(new Set(rows.map((r) => r[0]?.href)).size).toBe(kommuner.length);
  const names = rows.map((r) => r[0]?.text ?? '');
  expect(names).toEqual(names.toSorted(compareSwedish));
});

it('every share of a län stands in its own year, and that is the newest with an answer', () => {
  for (const omrade of index.catalogue.omraden)
    for (const { kod } of index.catalogue.referens.lan)
      for (const { indicator, ar, share, riketShare } of shareRows(index, omrade.slug, kod)) {
        expect(shareOf(indicator, index.observation(indicator.id, kod, ar))).toEqual(share);
        expect(shareOf(indicator, index.observation(indicator.id, '00', ar))).toEqual(riketShare);
        for (const later of index.yearsOf(indicator.id).filter((y) => y !== null && y > ar))
          expect(shareOf(indicator, index.observation(indicator.id, kod, later))?.of ?? 0).toBe(0);
      }
});

it('the lead about riket rests on published figures', () => {
  const { lead, areas } = riketDocument(index);
  const pair = index.catalogue.kartlaggningar
    .filter((k) => k.kod === RIKET && k.slag === 'hemloshet')
    .flatMap(recomputedPairs)
    .at(-1);
  if (pair) {
    const said = lead.replaceAll('\u00a0', '');
    expect(said).toContain(`År ${pair.newer.ar} räknades ${pair.newer.varde}`);
    expect(said).toContain(`${Math.abs(pair.change)} färre än ${pair.recomputed.ar}`);
  }
  // Without a count that can be compared, a published share of an area.
  const without = riketDocument(indexCatalogue({ ...index.catalogue, kartlaggningar: [] })).lead;
  expect(areas.flatMap((a) => [a.message?.sentence, ...a.briefs.map((b) => b.sentence)])).toContain(without);
});

describe('year by year', () => {
  it('shows a gap in words, never as a zero, and names each break between the years shown', () => {
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
