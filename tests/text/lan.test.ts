import { describe, expect, it } from 'vitest';
import { placesResult, type SaidPlaces } from '../../src/text/sentences/lan.ts';

const BASE: SaidPlaces = {
  place: 'Västerbottens län',
  om: 'arbetet mot hemlöshet',
  fragor: 12,
  first: 2016,
  last: 2023,
  kommuner: 15,
  answered: 14,
  contrasts: [{ pastaende: 'har en plan', ar: 2020, here: '8 av 9', riket: '23 %', more: true }],
  missing: ['Vännäs'],
  cities: [],
};
const said = (part: Partial<SaidPlaces>) => placesResult({ ...BASE, ...part }).replaceAll('\u00a0', ' ');

describe('the first sentences about a län', () => {
  it('say who answered, what is more common than in riket, and who is missing', () => {
    expect(said({})).toBe(
      '14 av 15 kommuner i Västerbottens län svarade på frågor om arbetet mot hemlöshet 2016–2023. Vanligare än i riket är svaret att de har en plan: 8 av 9 i länet mot 23 % i riket 2020. Vännäs svarade inte.',
    );
  });

  it('of one kommun speak of it alone', () => {
    expect(said({ place: 'Gotlands län', kommuner: 1, answered: 1, contrasts: [], missing: [] })).toBe(
      'Den enda kommunen i Gotlands län svarade på frågor om arbetet mot hemlöshet 2016–2023.',
    );
  });

  it('of an area with one question say that it is the only one', () => {
    expect(said({ fragor: 1, contrasts: [], missing: [] })).toBe(
      '14 av 15 kommuner i Västerbottens län svarade på den enda frågan om arbetet mot hemlöshet 2016–2023.',
    );
  });

  it('begin with a city whose stadsdelar answered, and count the others', () => {
    expect(said({ cities: ['Stockholm'], kommuner: 25, answered: 25, missing: [] })).toMatch(
      /^I Stockholm svarade stadsdelarna i stället för staden\. Alla 25 andra kommuner i /,
    );
  });

  it('name at most four who are missing', () => {
    expect(said({ missing: ['A', 'B', 'C', 'D', 'E'] })).not.toContain('svarade inte');
  });

  it('of a län without answers say only that', () => {
    expect(said({ answered: 0, contrasts: [], missing: [] })).toBe(
      'Ingen kommun i Västerbottens län svarade på frågor om arbetet mot hemlöshet 2016–2023.',
    );
  });
});
