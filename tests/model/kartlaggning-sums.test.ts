import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partsIn, sumsOf } from '../../src/model/kartlaggning-sums.ts';
import { value } from './kartlaggning-value.ts';

const partsOf = (kod: string) => (kod === '00' ? [['01', '03']] : []);

it('finds every total that is divided, and no other', () => {
  const klass = { alder: '18–29', hushallstyp: null, tid: null, orsak: 'skulder' };
  const varden = [
    value({ varde: 10 }),
    value({ kon: 'K', varde: 4 }),
    value({ kon: 'M', varde: 6 }),
    value({ plats: '01', varde: 7 }),
    value({ ar: 2017, kon: 'K', varde: 3 }),
    value({ klass: { ...klass, orsak: null }, varde: 5 }),
    value({ klass: { ...klass, alder: null }, varde: 9 }),
    value({ enhet: 'procent', situation: '1', varde: 20 }),
  ];
  const indelningar = {
    alder: { klasser: ['18–29', '30–'], enda: true },
    orsak: { klasser: ['skulder', 'sjukdom'], enda: false },
  };
  const found = sumsOf({ indelningar, varden }, partsOf).map(({ by, parts, complete }) => ({
    by,
    parts: parts.map((p) => p.varde),
    complete,
  }));
  expect(found).toEqual([
    { by: 'kon', parts: [4, 6], complete: true },
    { by: 'alder', parts: [5], complete: false },
    { by: 'plats', parts: [7], complete: false },
  ]);
});

it('adds up whatever was divided exactly', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 }), (counts) => {
      const parts = (['1', '2', '3', '4', 'ej-angiven'] as const).map((situation, i) =>
        value({ situation, varde: counts[i] ?? 0 }),
      );
      const total = value({ varde: counts.reduce((a, b) => a + b, 0) });
      const [sum, ...others] = sumsOf({ indelningar: {}, varden: [...parts, total] }, partsOf);
      expect(others).toEqual([]);
      expect(sum?.complete).toBe(true);
      expect(sum?.parts.reduce((a, p) => a + p.varde, 0)).toBe(sum?.total.varde);
    }),
  );
});

it('finds the years in which kommuner stand with the figures of their län', () => {
  const [lan, kommuner] = [
    ['01', '03'],
    ['0180', '0184', '0305', '0380'],
  ];
  const referens = {
    lan: lan.map((kod) => ({ kod, namn: kod, slug: kod, bokstav: 'X' })),
    kommuner: kommuner.map((kod) => ({
      kod,
      namn: kod,
      slug: kod,
      lanskod: kod.slice(0, 2),
      kommungrupp: 'A1',
      folkmangd: 1,
      giltigFran: null,
      giltigTill: null,
      ersattAv: [],
    })),
    tidigareKommuner: [],
    stadsdelar: [],
  };
  const year = (ar: number, counts: readonly number[]) => [
    value({ ar, plats: '00', matt: 'avhysningar', varde: 100 }),
    ...kommuner.map((plats, i) => value({ ar, plats, matt: 'avhysningar', varde: counts[i] ?? 0 })),
  ];
  // Stockholm has 50 of its län's 60, Uppsala 25 of 30; in 2018 and 2022 they were given the län's.
  const varden = [2017, 2018, 2019, 2022].flatMap((ar) =>
    year(ar, ar === 2018 || ar === 2022 ? [60, 10, 5, 30] : [50, 10, 5, 25]),
  );
  const wrong = sumsOf({ indelningar: {}, varden }, partsIn(referens))
    .filter(
      ({ by, parts, total }) => by === 'plats' && parts.reduce((sum, v) => sum + v.varde, 0) > total.varde,
    )
    .map(({ total }) => total.ar);
  expect(wrong).toEqual([2018, 2022]);
});
