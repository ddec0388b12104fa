import { describe, expect, it } from 'vitest';
import type { SearchName } from '../../../src/files/search/model.ts';
import { foundSentence, kindOf, matchNames, saidOtherwise } from '../../../src/islands/search/match.ts';

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

describe('what people type', () => {
  const places: readonly SearchName[] = [
    { ...name('Håbo'), kod: '0305' },
    { ...name('Borås'), kod: '1490' },
    { ...name('Göteborg'), kod: '1480', path: '/kommuner/goteborg/' },
    { ...name('Habo'), kod: '0643', path: '/kommuner/habo/' },
    { ...name('Skövde'), kod: '1496' },
    { ...name('Stockholm'), kod: '0180' },
    { ...name('Upplands Väsby'), kod: '0114', path: '/kommuner/upplands-vasby/' },
    { ...name('Uppsala'), kod: '0380' },
    name('Stockholms län', 'Län'),
    { ...name('Rutin mot avhysning', 'Indikator'), path: '/indikatorer/rutin/', svar: 'hemloshet/#svar-u1' },
    { ...name('Genomförda avhysningar', 'Indikator'), path: '/indikatorer/avhysningar/' },
  ];
  const all = { namn: places, synonymer: { ...synonymer, gbg: ['Göteborg'] } };
  const first = (query: string) => matchNames(all, query)[0]?.namn;

  it.each([
    ['habo', 'Habo'],
    ['håbo', 'Håbo'],
    ['Skövde kommun', 'Skövde'],
    ['Göteborgs stad', 'Göteborg'],
    ['borås stad', 'Borås'],
    ['borås', 'Borås'],
    ['GBG', 'Göteborg'],
    ['0114', 'Upplands Väsby'],
    ['Uppsalas', 'Uppsala'],
    ['Upsala', 'Uppsala'],
    ['Stokholm', 'Stockholm'],
    ['Stokholms  kommun', 'Stockholm'],
    ['stockholms län', 'Stockholms län'],
  ])('%s is %s', (query, place) => {
    expect(first(query)).toBe(place);
  });

  it.each([
    'vräkning habo',
    'Habo vräkning',
    'vräkning i Habo',
    'vräkning Habo kommun',
  ])('%s finds what Habo answers, then Habo', (query) => {
    expect(matchNames(all, query).map((n) => [n.namn, n.path])).toEqual([
      ['Habo: Rutin mot avhysning', '/kommuner/habo/hemloshet/#svar-u1'],
      ['Habo: Genomförda avhysningar', '/indikatorer/avhysningar/?k=0643'],
      ['Habo', '/kommuner/habo/'],
    ]);
  });
  it('puts the page that gathers a citizen’s question first, and no target group among answers', () => {
    const topics = [
      { namn: 'Vräkning', slag: 'Ämne', path: '/amnen/vrakning/', i: '', svar: 'fraga/vrakning/' },
      { namn: 'Barn som berörs av avhysning', slag: 'Ämne', path: '/amnen/barn/', i: '' },
    ];
    const found = matchNames({ ...all, namn: [...all.namn, ...topics] }, 'vräkning habo');
    expect(found.map((n) => n.path)).toEqual([
      '/kommuner/habo/fraga/vrakning/',
      '/kommuner/habo/hemloshet/#svar-u1',
      '/indikatorer/avhysningar/?k=0643',
      '/kommuner/habo/',
    ]);
  });
  it('finds a place of two words together with a subject, and the place alone when the subject is unknown', () => {
    expect(matchNames(all, 'rutin upplands väsby')[0]?.path).toBe(
      '/kommuner/upplands-vasby/hemloshet/#svar-u1',
    );
    expect(matchNames(all, 'xyzzy habo').map((n) => n.namn)).toEqual(['Habo']);
  });
  it('counts what it found, and says what to try when that is nothing', () => {
    const said = (...args: Parameters<typeof foundSentence>) =>
      foundSentence(...args).replaceAll('\u00a0', ' ');
    expect(said('habo', 1, 12, [])).toBe('1 namn passar och 12 sidor nämner ”habo”.');
    expect(said('an', 40, 0, ['en'])).toBe(
      '40 namn passar ”an”. De 8 närmaste namnen visas. Sökningen tog också med ”en”.',
    );
    expect(said('xyzzy', 0, 0, [])).toMatch(/Inget hittades.*Kontrollera stavningen/);
  });
});
