import { beforeAll, describe, expect, it } from 'vitest';
import { answerAnchor } from '../../src/content/kommun/answers.ts';
import { kommunArea } from '../../src/content/kommun/area.ts';
import { changesPart } from '../../src/content/kommun/changes.ts';
import { kommunDocument } from '../../src/content/kommun/document.ts';
import { profileSentence } from '../../src/content/kommun/lead.ts';
import { missingGroups } from '../../src/content/kommun/missing.ts';
import { peers, profile } from '../../src/content/kommun/profiles.ts';
import { type CatalogueIndex, indexCatalogue } from '../../src/model/catalogue.ts';
import { changesOf } from '../../src/statistics/changes.ts';
import { breaksOf, comparable } from '../../src/statistics/comparability.ts';
import { byStadsdelar, silent } from '../../src/statistics/profile.ts';
import { genitive } from '../../src/text/names.ts';
import { loaded } from '../pipeline/loaded.ts';

let index: CatalogueIndex;
beforeAll(async () => {
  ({ index } = await loaded());
});

/** Every kommun in every area, with its newest answers. */
const everyone = () =>
  index.catalogue.omraden.flatMap((omrade) =>
    index.catalogue.referens.kommuner.map((kommun) => ({
      omrade,
      kommun,
      mine: profile(index, omrade.slug, kommun.kod),
    })),
  );

describe('the first sentences about all 290 kommuner', () => {
  it('are whole: two to six, of that kommun, without holes, doubled s, points or words for nobody', () => {
    for (const { omrade, kommun, mine } of everyone()) {
      const said = profileSentence(index, omrade, kommun, mine);
      const sentences = said.split(/(?<=\.) (?=[\p{Lu}\d])/u);
      expect([said, sentences.length >= 2 && sentences.length <= 6]).toEqual([said, true]);
      expect(said.startsWith(kommun.namn)).toBe(true);
      expect(said).not.toMatch(/undefined|null|NaN| {2}|\.\.|\d[\d ]* av 0/);
      expect(said).not.toMatch(/fler frågor|kommit längre|ja på \d+|de flesta/);
      if (/[sxz]$/.test(kommun.namn)) expect(said).not.toContain(`${kommun.namn}s `);
      if (said.includes(' stadsdelar svarar var för sig'))
        expect(said.startsWith(`${genitive(kommun.namn)} stadsdelar`)).toBe(true);
    }
  });

  it('never say what a kommun does when it gave no answers', () => {
    const without = everyone().filter(({ mine }) => silent(mine) && !byStadsdelar(mine));
    for (const { omrade, kommun, mine } of without)
      expect(profileSentence(index, omrade, kommun, mine)).toContain('betyder inte nej');
  });
});

it('those to ask are alike, answered yes, and are linked to that very answer', () => {
  let shown = 0;
  for (const { omrade, kommun } of everyone().filter((_, i) => i % 7 === 0)) {
    const area = kommunArea(index, kommun, omrade);
    for (const row of area?.rows ?? []) {
      expect(row.ask.length).toBeLessThanOrEqual(3);
      if (row.standing === 'gor' || row.indicator.polaritet === 'neutral') expect(row.ask).toEqual([]);
      for (const asked of row.ask) {
        shown += 1;
        expect(peers(index, kommun.kod).map((p) => p.kod)).toContain(asked.kod);
        const other = index.kommun(asked.kod);
        const theirs =
          other && kommunArea(index, other, omrade)?.rows.find((r) => r.indicator === row.indicator);
        expect(theirs?.standing).toBe('gor');
        expect(asked.href).toBe(`/kommuner/${other?.slug}/${omrade.slug}/#${answerAnchor(row.indicator)}`);
      }
    }
  }
  expect(shown).toBeGreaterThan(100);
});

it('a document is plain data: it can be written as JSON and read back the same', () => {
  for (const kommun of index.catalogue.referens.kommuner.slice(0, 20)) {
    const made = kommunDocument(index, kommun);
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  }
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
      if (!byStadsdelar(mine)) continue;
      expect(changesPart(index, omrade, kommun)?.sentence).toMatch(/Därför räknas ingen förändring/);
    }
  });
});
