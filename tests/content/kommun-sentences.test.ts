import { beforeAll, describe, expect, it } from 'vitest';
import { changesPart } from '../../src/content/kommun/changes.ts';
import { profileSentence } from '../../src/content/kommun/lead.ts';
import { missingGroups } from '../../src/content/kommun/missing.ts';
import { ahead, isStadsdelsstad, mainYear, profile } from '../../src/content/kommun/profiles.ts';
import { nodeEffects } from '../../src/effects-node.ts';
import { type CatalogueIndex, indexCatalogue } from '../../src/model/catalogue.ts';
import { load } from '../../src/pipeline/load.ts';
import { changesOf } from '../../src/statistics/changes.ts';
import { breaksOf, comparable } from '../../src/statistics/comparability.ts';
import { silent } from '../../src/statistics/profile.ts';
import { genitive } from '../../src/text/names.ts';

let index: CatalogueIndex;
beforeAll(async () => {
  const loaded = await load('data', nodeEffects());
  if (!loaded.index) throw new Error('data has errors');
  index = loaded.index;
});

/** Every kommun in every area, with its profile of the year that is shown. */
const everyone = () =>
  index.catalogue.omraden.flatMap((omrade) => {
    const ar = mainYear(index, omrade.slug) ?? 0;
    return index.catalogue.referens.kommuner.map((kommun) => ({
      omrade,
      kommun,
      mine: profile(index, omrade.slug, ar, kommun.kod),
    }));
  });

describe('the first sentences about all 290 kommuner', () => {
  it('are whole: two to four, of that kommun, without holes or doubled s', () => {
    for (const { omrade, kommun, mine } of everyone()) {
      const said = profileSentence(index, omrade, kommun, mine);
      const sentences = said.split(/(?<=\.) (?=\p{Lu})/u);
      expect([said, sentences.length >= 2 && sentences.length <= 4]).toEqual([said, true]);
      expect(said.startsWith(kommun.namn)).toBe(true);
      expect(said).not.toMatch(/undefined|null|NaN| {2}|\.\.|\d[\d ]* av 0/);
      if (/[sxz]$/.test(kommun.namn)) expect(said).not.toContain(`${kommun.namn}s `);
      if (said.includes(' stadsdelar svarar var för sig'))
        expect(said.startsWith(`${genitive(kommun.namn)} stadsdelar`)).toBe(true);
    }
  });

  it('never say how much a kommun does when it gave no answers', () => {
    const without = everyone().filter(({ mine }) => silent(mine));
    expect(without.length).toBeGreaterThan(5);
    for (const { omrade, kommun, mine } of without)
      expect(profileSentence(index, omrade, kommun, mine)).not.toContain(`${kommun.namn} svarade ja`);
  });
});

it('those who have come further do more on the whole, and nothing neutral counts', () => {
  let shown = 0;
  for (const { omrade, mine } of everyone()) {
    if (silent(mine)) continue;
    for (const { kod, does } of ahead(index, mine)) {
      shown += 1;
      expect(profile(index, omrade.slug, mine.ar, kod).tally.gor).toBeGreaterThan(mine.tally.gor);
      expect(does.map((i) => i.polaritet)).not.toContain('neutral');
      for (const indicator of does)
        expect(mine.items.find((i) => i.indicator === indicator)?.standing).not.toBe('gor');
    }
  }
  expect(shown).toBeGreaterThan(500);
});

it('every question of a profile is either answered or missing for one reason', () => {
  for (const { kommun, omrade, mine } of everyone()) {
    const groups = missingGroups(index, mine);
    const questions = groups.flatMap((g) => g.indicators).filter((i) => i.typ === 'enkat');
    expect([kommun.namn, omrade.slug, questions.length]).toEqual([
      kommun.namn,
      omrade.slug,
      mine.tally.saknas,
    ]);
    expect(new Set(questions).size).toBe(questions.length);
  }
});

describe('what changed', () => {
  it('is computed only inside a comparability segment, from the newest answer there is', () => {
    let computed = 0;
    for (const { omrade, kommun } of everyone())
      for (const { indicator, earlier, later, change } of changesOf(index, omrade.slug, kommun.kod)) {
        const breaks = breaksOf(indicator, index.omrade(indicator.omrade));
        const may = comparable(breaks, earlier.ar ?? 0, later.ar ?? 0);
        if (!may) expect(change.kind).toBe('break');
        if (change.kind === 'answer') {
          computed += 1;
          expect([change.from, change.to]).toEqual([earlier.varde, later.varde]);
        }
      }
    expect(computed).toBeGreaterThan(1000);
  });

  it('says why, and computes nothing, when a break comes between', () => {
    const brott = [{ franAr: 2017, orsak: 'Frågan ställdes om.' }];
    const broken = indexCatalogue({
      ...index.catalogue,
      indikatorer: index.catalogue.indikatorer.map((i) => ({ ...i, brott })),
    });
    const [omrade] = broken.catalogue.omraden.filter((o) => o.slug === 'hemloshet');
    const kommun = broken.kommun('2480');
    if (!omrade || !kommun) throw new Error('no Umeå');
    const rows = changesPart(broken, omrade, kommun)?.table.rows ?? [];
    const across = rows.filter((r) => r[1]?.text.includes('2016'));
    expect(across.length).toBeGreaterThan(2);
    for (const row of across) expect(row[3]?.text).toBe('Räknas inte: Frågan ställdes om.');
  });

  it('of a city whose stadsdelar answered is not computed', () => {
    for (const { omrade, kommun, mine } of everyone()) {
      if (!isStadsdelsstad(index, omrade.slug, mine.ar, kommun.kod) || kommun.namn === 'Malmö') continue;
      expect(changesPart(index, omrade, kommun)?.sentence).toMatch(/Därför räknas ingen förändring/);
    }
  });
});
