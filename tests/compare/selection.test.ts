import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addKommuner,
  MAX_KOMMUNER,
  NOTHING,
  parseSelection,
  toSearch,
  VIEWS,
} from '../../src/compare/selection.ts';
import { compareFixture } from './fixture.ts';

const data = compareFixture();
const kod = fc.constantFrom(...data.kommuner.map((k) => k.kod));

describe('the address of a comparison', () => {
  it('survives being written and read', () => {
    const selection = fc.record({
      kommuner: fc.uniqueArray(kod, { maxLength: MAX_KOMMUNER }),
      indikatorer: fc.uniqueArray(fc.constantFrom('U1', 'N1')),
      vy: fc.constantFrom(...VIEWS),
      ar: fc.constantFrom(null, 2016, 2018, 2022),
      med: fc.constantFrom(null, 2016, 2018),
      karta: fc.constantFrom(null, 'U1'),
      mot: fc.constantFrom(null, 'lan:03', 'grupp:B3', '0001,0002'),
    });
    fc.assert(
      fc.property(selection, (s) => {
        expect(parseSelection(toSearch(s), data)).toEqual({ selection: s, messages: [] });
      }),
    );
  });

  it('keeps what is valid and says what is not', () => {
    const { selection, messages } = parseSelection('?k=9999,0001&i=N1,X9', data);
    expect(selection.kommuner).toEqual(['0001']);
    expect(selection.indikatorer).toEqual(['N1']);
    expect(messages).toEqual([
      'Det finns ingen kommun med koden ”9999”. Övriga val är kvar.',
      'Det finns ingen indikator att jämföra med id ”X9”. Övriga val är kvar.',
    ]);
  });

  it('keeps the rest of an address whose year nobody has', () => {
    for (const ar of ['1999', '2016,2018', 'x', '']) {
      const { selection, messages } = parseSelection(`?k=0001&ar=${ar}&vy=punkter`, data);
      expect(selection).toEqual({ ...NOTHING, kommuner: ['0001'], vy: 'punkter' });
      expect(messages).toEqual([expect.stringContaining(`”${ar.slice(0, 12)}”`)]);
    }
  });

  it('keeps the rest of an address whose map shows what is not there', () => {
    const { selection, messages } = parseSelection('?k=0001&karta=X9&vy=karta', data);
    expect(selection).toEqual({ ...NOTHING, kommuner: ['0001'], vy: 'karta' });
    expect(messages).toEqual(['Kartan kan inte visa ”X9”. Övriga val är kvar.']);
  });

  it('keeps the kommuner that there are of a second group, each once', () => {
    const { selection, messages } = parseSelection('?k=0001&mot=0002,9999,0002,0003', data);
    expect(selection.mot).toBe('0002,0003');
    expect(messages).toEqual([
      'Den andra gruppen saknar ”9999”: det finns ingen sådan kommun. Övriga val är kvar.',
    ]);
  });

  it('shows the table where an address asks for a view that is not there', () => {
    const { selection, messages } = parseSelection('?k=0001&vy=cirkel&ar=2016', data);
    expect(selection).toEqual({ ...NOTHING, kommuner: ['0001'], ar: 2016 });
    expect(messages).toEqual([
      'Det går inte att visa jämförelsen som ”cirkel”. Tabellen visas. Övriga val är kvar.',
    ]);
  });

  it('keeps the first fifty of a group of two hundred, and says so', () => {
    const all = compareFixture(200);
    const many = all.kommuner.map((k) => k.kod);
    const { selection, messages } = parseSelection(`?k=${many.join(',')}`, all);
    expect(selection.kommuner).toEqual(many.slice(0, MAX_KOMMUNER));
    expect(messages).toEqual(['Du kan jämföra högst 50 kommuner åt gången. De första 50 av 200 visas.']);
  });

  it('keeps the rest of an address that sets against a group that is not there', () => {
    for (const mot of ['lan:99', 'grupp:', '9999', '']) {
      const { selection, messages } = parseSelection(`?k=0001&mot=${mot}`, data);
      expect(selection).toEqual({ ...NOTHING, kommuner: ['0001'] });
      expect(messages).toEqual([expect.stringContaining('Det finns ingen grupp')]);
    }
  });

  it('caps an overlong list and says so', () => {
    const { selection, messages } = parseSelection(`?k=${data.kommuner.map((k) => k.kod).join(',')}`, data);
    expect(selection.kommuner).toHaveLength(50);
    expect(messages).toEqual(['Du kan jämföra högst 50 kommuner åt gången. De första 50 av 60 visas.']);
  });

  it('survives any text at all', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { selection } = parseSelection(`?k=${text}&i=${text}&vy=${text}`, data);
        expect(selection.kommuner.length).toBeLessThanOrEqual(MAX_KOMMUNER);
      }),
    );
  });
});

describe('addKommuner', () => {
  it('adds each once and tells how many did not fit', () => {
    const codes = data.kommuner.map((k) => k.kod);
    const { selection, left } = addKommuner(addKommuner(NOTHING, codes.slice(0, 5)).selection, codes);
    expect(selection.kommuner).toEqual(codes.slice(0, 50));
    expect(left).toBe(10);
  });
});
