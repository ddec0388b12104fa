import { describe, expect, it } from 'vitest';
import { answerCodes, confirmedCoding } from '../../src/import/coding.ts';
import type { Indicator } from '../../src/model/indicator.ts';

const of = (svarstyp: Indicator['svarstyp'], kategorier: readonly string[] = []) =>
  ({ id: 'U1', svarstyp, kategorier }) as unknown as Indicator;
const read = (indicator: Indicator, title: string, ar = 2016) => {
  const codes = answerCodes(indicator, title, ar);
  return typeof codes === 'string' ? codes : Object.fromEntries([...codes].map(([n, a]) => [a, n]));
};

describe('the coding that a title states', () => {
  it.each([
    ['Plan, (Ja=1, Nej=0)', of('ja-nej'), { ja: 1, nej: 0 }],
    ['Plan (Ja=1, Nej=2)', of('ja-nej'), { ja: 1, nej: 2 }],
    ['Plan, (Ja=1, Nej=0) (-2016)', of('ja-nej'), { ja: 1, nej: 0 }],
    ['Avtal (Ja=2 / Ja, med vissa=1 / Nej=0)', of('ja-delvis-nej'), { ja: 2, delvis: 1, nej: 0 }],
    ['Avtal, (Ja=2, Ja=, med vissa=1, Nej=0)', of('ja-delvis-nej'), { ja: 2, delvis: 1, nej: 0 }],
    ['Metod, (Ja=2, Delvis=1, Nej=0) (-2016)', of('ja-delvis-nej'), { ja: 2, delvis: 1, nej: 0 }],
    [
      'Insats, (Ja, alla=2, Ja, men inte alla=1, Nej=0)',
      of('alla-vissa-ingen'),
      { alla: 2, vissa: 1, ingen: 0 },
    ],
    [
      'Insats, (Ja, för alla=2, Ja, men inte för alla=1, Nej=0)',
      of('alla-vissa-ingen'),
      { alla: 2, vissa: 1, ingen: 0 },
    ],
    [
      'Läge, (Överskott=2, Balans=1, Underskott=0)',
      of('kategori', ['överskott', 'balans', 'underskott']),
      { överskott: 2, balans: 1, underskott: 0 },
    ],
  ])('%s', (title, indicator, codes) => {
    expect(read(indicator, title)).toEqual(codes);
  });

  it('may differ between years', () => {
    const title = 'Uppföljning (-2017 Ja=1, Nej=0. 2018- 2=Ja, 1=Delvis och 0=Nej)';
    expect(read(of('ja-nej'), title, 2017)).toEqual({ ja: 1, nej: 0 });
    expect(read(of('ja-delvis-nej'), title, 2018)).toEqual({ ja: 2, delvis: 1, nej: 0 });
    expect(read(of('ja-nej'), title, 2018)).toContain('passar inte');
  });

  it.each([
    ['Väntetid, (Max 14 dagar = 1, 15 dagar eller mer = 0)', of('ja-nej')],
    ['Plan, (Ja=1, Nej=0)', of('ja-delvis-nej')],
    ['Plan, (Ja=1, Ja=0)', of('ja-nej')],
    ['Avtal, (Ja=2, Delvis=1, Nej=0)', of('ja-nej')],
    ['Plan', of('ja-nej')],
  ])('%s does not fit and says why', (title, indicator) => {
    expect(typeof read(indicator, title)).toBe('string');
  });

  it('can be confirmed by a person', () => {
    expect(confirmedCoding('U31467:1=ja,0=nej')).toEqual([
      'U31467',
      new Map([
        [1, 'ja'],
        [0, 'nej'],
      ]),
    ]);
    expect(confirmedCoding('U31467')).toBeNull();
    expect(confirmedCoding('U31467:ja=1')).toBeNull();
  });
});
