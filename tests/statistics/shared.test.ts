import { beforeAll, describe, expect, it } from 'vitest';
import { type CatalogueIndex, indexCatalogue } from '../../src/model/catalogue.ts';
import {
  alikeIn,
  askedApart,
  askedOnce,
  sharedQuestions,
  together,
  waitingQuestions,
  widest,
} from '../../src/statistics/shared.ts';
import { loaded } from '../pipeline/loaded.ts';

let index: CatalogueIndex;
beforeAll(async () => {
  ({ index } = await loaded());
});

const find = (namn: string) => {
  const question = sharedQuestions(index).find((q) => q.namn === namn);
  if (!question) throw new Error(namn);
  return question;
};

describe('questions that areas share', () => {
  it('are named by the data, in the year that most areas asked', () => {
    const question = find('Rutin vid tecken på våld mot vuxna');
    expect(question.ar).toBe(2016);
    expect(question.parts.map((p) => [p.omrade, p.indikatorer.map((i) => i.id)])).toEqual([
      ['ekonomiskt-bistand', ['U37535']],
      ['hemloshet', ['U30440']],
    ]);
  });

  it('take in one indicator that two areas show, and all ways in which an area asks', () => {
    const parts = find('Rutin mot avhysning av barnfamiljer').parts;
    expect(parts.map((p) => p.indikatorer.map((i) => i.id))).toEqual([['U30442'], ['U30442']]);
    expect(find('Standardiserade bedömningsmetoder').parts[0]?.indikatorer.length).toBe(4);
  });

  it('say when there is only one answer, which is then not counted as agreement', () => {
    expect(
      sharedQuestions(index)
        .filter(askedOnce)
        .map((q) => q.namn),
    ).toEqual(['Rutin mot avhysning av barnfamiljer']);
    expect(askedApart(index)).toHaveLength(sharedQuestions(index).length - 1);
  });

  it('wait while one area alone has asked', () => {
    expect(waitingQuestions(index).map((q) => q.namn)).toEqual(['Systematisk uppföljning']);
  });

  it('are gone when no indicator names them', () => {
    const indikatorer = index.catalogue.indikatorer.map((i) => ({
      ...i,
      gemensamFraga: null,
      omraden: [i.omrade],
    }));
    expect(sharedQuestions(indexCatalogue({ ...index.catalogue, indikatorer }))).toEqual([]);
  });
});

describe('the same kommuner', () => {
  it('add up to those that answered in every area', () => {
    const koder = index.catalogue.referens.kommuner.map((k) => k.kod);
    for (const question of sharedQuestions(index)) {
      const { of, every, some, none } = together(index, question, koder);
      expect(every + some + none).toBe(of);
      expect(of).toBeGreaterThan(200);
      // Counted the plain way where each area asks once: yes in both.
      const [a, b] = question.parts.map((p) => p.indikatorer);
      if (question.parts.length === 2 && a?.length === 1 && b?.length === 1) {
        const yes = (kod: string, id = '') => index.observation(id, kod, question.ar)?.varde === 'ja';
        const both = koder.filter((kod) => yes(kod, a[0]?.id) && yes(kod, b[0]?.id)).length;
        expect([question.namn, every]).toEqual([question.namn, both]);
      }
    }
  });

  it('one that did not answer is neither alike nor different', () => {
    expect(alikeIn(index, '1785')).toEqual({ same: 0, of: 0 });
    const { same, of } = alikeIn(index, '2480');
    expect(of).toBe(askedApart(index).length);
    expect(same).toBeLessThanOrEqual(of);
  });
});

it('the widest gap is given low first, and never of a small base', () => {
  const found = widest(index, '00');
  if (!found) throw new Error('nothing differs');
  const { low, high } = found;
  expect(low.share.count / low.share.of).toBeLessThan(high.share.count / high.share.of);
  for (const { kod } of index.catalogue.referens.lan) {
    const lan = widest(index, kod);
    if (lan) expect(Math.min(lan.low.share.of, lan.high.share.of)).toBeGreaterThanOrEqual(5);
  }
});
