import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { besideOf, comparedIn, yearNotes } from '../../src/compare/beside.ts';
import { matrixOf } from '../../src/compare/matrix.ts';
import { NOTHING } from '../../src/compare/selection.ts';
import { tableHtml } from '../../src/compare/table.ts';
import { comparisonCsv } from '../../src/files/compare/rows.ts';
import { breaksBetween } from '../../src/statistics/comparability.ts';
import { compareFixture } from './fixture.ts';

const data = compareFixture();
/** The same without the break: then the two years of the question may be compared. */
const whole = { ...data, indikatorer: data.indikatorer.map((i) => ({ ...i, brott: [] })) };
const chosen = { ...NOTHING, kommuner: ['0001', '0002', '0007'], indikatorer: ['U1'], med: 2016 };

describe('another year beside the one shown', () => {
  it('is never across a break, and the reason is given', () => {
    const shown = matrixOf(data, chosen);
    const beside = besideOf(data, chosen, shown);
    expect(beside?.matrix.indikatorer).toEqual([]);
    expect(tableHtml(shown, data.omraden, { caption: '', beside })).not.toContain('2016:');
    expect(yearNotes(shown, chosen, beside)).toBe(
      '2016 står inte bredvid för ”Plan”, för att åren inte går att jämföra: Frågan ändrades.',
    );
    expect(comparisonCsv(comparedIn(data, chosen), data)).not.toContain(';2016;');
  });

  it('stands under each value where nothing stops it, in bold where it was another', () => {
    const shown = matrixOf(whole, chosen);
    const html = tableHtml(shown, whole.omraden, { caption: '', beside: besideOf(whole, chosen, shown) });
    expect(html).toContain('Ja<small>2016: Ja</small>');
    expect(html).toContain('Ja, med vissa<small class="andrat">2016: Ja</small>');
    expect(html).toContain('Svarade inte<small>2016: Ja</small>');
    expect(html).toContain('<small>2016: 3\u00a0av\u00a03: Ja</small>');
    expect(comparisonCsv(comparedIn(whole, chosen), whole)).toMatch(/;2018;.*;2016;/s);
  });

  it('says when there is nothing to set beside', () => {
    const alone = { ...chosen, indikatorer: ['N1'] };
    const shown = matrixOf(data, alone);
    expect(yearNotes(shown, alone, besideOf(data, alone, shown))).toBe(
      'Ingen av indikatorerna har ett annat värde från 2016 att ställa bredvid.',
    );
    expect(besideOf(data, { ...alone, med: null }, shown)).toBeNull();
  });

  it('holds no pair of years with a break between, whatever is chosen', () => {
    const year = fc.constantFrom(null, 2016, 2018, 2022);
    fc.assert(
      fc.property(year, year, fc.integer({ min: 2015, max: 2023 }), (ar, med, franAr) => {
        const cut = {
          ...data,
          indikatorer: data.indikatorer.map((i) => ({ ...i, brott: [{ franAr, orsak: 'x' }] })),
        };
        const selection = { ...NOTHING, kommuner: ['0001'], ar, med };
        const shown = matrixOf(cut, selection);
        for (const { id, brott, utgava } of besideOf(cut, selection, shown)?.matrix.indikatorer ?? []) {
          const own = shown.indikatorer.find((i) => i.id === id)?.utgava.ar ?? Number.NaN;
          expect(utgava.ar).not.toBe(own);
          expect(breaksBetween(brott, own, utgava.ar ?? Number.NaN)).toEqual([]);
        }
      }),
    );
  });
});
