import { describe, expect, it } from 'vitest';
import type { SearchName } from '../../../src/files/search/model.ts';
import { kindOf, matchNames, saidOtherwise } from '../../../src/islands/search/match.ts';

const name = (namn: string, slag = 'Kommun'): SearchName => ({ namn, slag, path: `/${namn}/`, i: '' });
const NAMES = [
  name('Jönköping'),
  name('Linköping'),
  name('Lund'),
  name('Malmö'),
  name('Jönköpings län', 'Län'),
  name('Rutin vid avhysning', 'Indikator'),
];
const synonymer = {
  vräkning: ['avhysning'],
  'våld i hemmet': ['våld i nära relation'],
  rutin: ['avhysning'],
};
const found = (query: string) => matchNames({ namn: NAMES, synonymer }, query).map((n) => n.namn);

describe('matchNames', () => {
  it('puts the name itself before what begins with it', () => {
    expect(found('jönköping')).toEqual(['Jönköping', 'Jönköpings län']);
  });
  it('finds within a name, words before letters', () => {
    expect(found('köping')).toEqual(['Jönköping', 'Linköping', 'Jönköpings län']);
    expect(found('avhysning')).toEqual(['Rutin vid avhysning']);
  });
  it('forgives a keyboard without ö, and two wrong letters', () => {
    expect(found('malmo')).toEqual(['Malmö']);
    expect(found('Jönkopin')).toEqual(['Jönköping', 'Jönköpings län']);
    expect(found('Linkpöing')).toEqual(['Linköping']);
  });
  it("knows the pages' own word for what is typed, and names a thing once", () => {
    expect(found('vräkning')).toEqual(['Rutin vid avhysning']);
    expect(found('rutin')).toEqual(['Rutin vid avhysning']);
  });
  it('finds nothing rather than anything', () => {
    expect(found('xyzzy')).toEqual([]);
    expect(found('l')).toEqual([]);
  });
});

describe('saidOtherwise', () => {
  it('replaces whole words, also several', () => {
    expect(saidOtherwise(synonymer, 'Vräkning av barn')).toEqual(['avhysning av barn']);
    expect(saidOtherwise(synonymer, 'våld i hemmet')).toEqual(['våld i nära relation']);
  });
  it('leaves words that only hold a synonym', () => {
    expect(saidOtherwise(synonymer, 'vräkningar')).toEqual([]);
  });
});

it('says what kind of page an address is', () => {
  expect(kindOf('/kommuner/umea/')).toBe('Kommun');
  expect(kindOf('/om/')).toBe('Sida');
});
