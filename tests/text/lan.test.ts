import { describe, expect, it } from 'vitest';
import { placesResult, type SaidPlaces } from '../../src/text/sentences/lan.ts';

const BASE: SaidPlaces = {
  place: 'Västerbottens län',
  ar: 2016,
  om: 'arbetet mot hemlöshet',
  asked: 23,
  kommuner: 15,
  answered: 14,
  middle: 1.5,
  riket: 3,
  most: { yes: 15, names: ['Skellefteå'] },
  missing: ['Vännäs'],
  cities: [],
};
const said = (part: Partial<SaidPlaces>) => placesResult({ ...BASE, ...part }).replaceAll('\u00a0', ' ');

describe('the first sentences about a län', () => {
  it('say who answered, the middle beside riket, who does most and who is missing', () => {
    expect(said({})).toBe(
      '14 av 15 kommuner i Västerbottens län svarade på enkäten om arbetet mot hemlöshet 2016. Kommunen i mitten svarade ja på mellan en och två av 23 frågor. I riket är det tre. Flest ja har Skellefteå: 15. Vännäs svarade inte.',
    );
  });

  it('of one kommun speak of it alone', () => {
    expect(
      said({ place: 'Gotlands län', kommuner: 1, answered: 1, middle: 3, most: null, missing: [] }),
    ).toBe(
      'Den enda kommunen i Gotlands län svarade på enkäten om arbetet mot hemlöshet 2016. Den svarade ja på tre av 23 frågor.',
    );
  });

  it('tell first of a city whose stadsdelar answered, and count the others', () => {
    expect(said({ cities: ['Stockholm'], kommuner: 25, answered: 25, missing: [], middle: 8 })).toMatch(
      /^I Stockholm svarade stadsdelarna i stället för staden\. Alla 25 andra kommuner i /,
    );
  });

  it('name at most four, and nobody where nobody says yes', () => {
    const many = ['A', 'B', 'C', 'D', 'E'];
    expect(said({ most: { yes: 3, names: many }, missing: many })).toMatch(
      /Flest ja har fem kommuner: tre\.$/,
    );
    expect(said({ most: { yes: 0, names: many }, middle: 0 })).not.toContain('Flest');
    expect(said({ middle: 0 })).toContain('svarade inte ja på någon av 23 frågor. I riket är det tre.');
  });

  it('of a län without answers say only that', () => {
    expect(said({ answered: 0, middle: null, most: null })).toBe(
      'Ingen kommun i Västerbottens län svarade på enkäten om arbetet mot hemlöshet 2016.',
    );
  });
});
