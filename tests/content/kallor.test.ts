import { expect, it } from 'vitest';
import { sourceGroups } from '../../src/content/kallor.ts';
import { linkedSources, sourceCell, sourceParts } from '../../src/markup/sources.ts';
import { indexCatalogue } from '../../src/model/catalogue.ts';
import type { Kallpost } from '../../src/model/kalla.ts';
import { fixtureIndex } from '../charts/fixture.ts';

const kalla = (id: string, said: Partial<Kallpost>): Kallpost => ({
  id,
  namn: id,
  visas: id,
  utgivare: 'Ingen',
  publikation: null,
  slag: 'forstahand',
  sida: null,
  url: null,
  hamtad: null,
  kontrollerad: true,
  not: null,
  ...said,
});

const index = indexCatalogue({
  ...fixtureIndex().catalogue,
  kallor: [
    kalla('socialstyrelsen', {
      namn: 'Socialstyrelsen',
      visas: 'Socialstyrelsen',
      url: 'https://example.org/',
    }),
    kalla('tidningen', { namn: 'Tidningen', visas: 'Tidningen (andrahandskälla)', slag: 'andrahand' }),
  ],
});

it('links each of several sources, and leaves what is not in the register as it is', () => {
  expect(sourceParts(index, 'Socialstyrelsen; Tidningen (andrahandskälla)')).toEqual([
    { text: 'Socialstyrelsen', href: '/kallor/#socialstyrelsen' },
    { text: '; ' },
    { text: 'Tidningen (andrahandskälla)', href: '/kallor/#tidningen' },
  ]);
  expect(sourceParts(index, 'Någon annan')).toEqual([{ text: 'Någon annan' }]);
});

it('says that an address is missing, and why; our own calculation has none to miss', () => {
  const remarks = (said: Partial<Kallpost>) =>
    sourceGroups(indexCatalogue({ ...fixtureIndex().catalogue, kallor: [kalla('en-kalla', said)] }))[0]
      ?.entries[0]?.remarks;
  expect(remarks({})).toEqual(['Adress saknas: den sida där siffran stod är inte antecknad.']);
  expect(remarks({ not: 'Varje siffra har sin egen källa.' })).toEqual([
    'Adress saknas.',
    'Varje siffra har sin egen källa.',
  ]);
  expect(remarks({ url: 'https://example.org/' })).toEqual([]);
  expect(remarks({ slag: 'egen' })).toEqual([]);
});

it('links what a line of words names, and nothing else of it', () => {
  expect(linkedSources(index, 'Källa: Socialstyrelsen. Mer hos Tidningen (andrahandskälla).')).toEqual([
    { text: 'Källa: ' },
    { text: 'Socialstyrelsen', href: '/kallor/#socialstyrelsen' },
    { text: '. Mer hos ' },
    { text: 'Tidningen (andrahandskälla)', href: '/kallor/#tidningen' },
    { text: '.' },
  ]);
  const none = indexCatalogue({ ...fixtureIndex().catalogue, kallor: [] });
  expect(linkedSources(none, 'Källa: Socialstyrelsen.')).toEqual([{ text: 'Källa: Socialstyrelsen.' }]);
});

it('keeps the whole text of a cell for those who read only that', () => {
  const cell = sourceCell(index, 'Tidningen', 'Avrundat');
  expect(cell.text).toBe('Tidningen. Avrundat');
  expect(cell.parts?.map((p) => p.text).join('')).toBe(cell.text);
});

it('lists sources by how near they are, with how many figures name them', () => {
  const groups = sourceGroups(index);
  expect(groups.map((g) => [g.slag, g.entries.map((e) => e.id)])).toEqual([
    ['forstahand', ['socialstyrelsen']],
    ['andrahand', ['tidningen']],
  ]);
  expect(groups[0]?.entries[0]?.figures).toBe('2\u00a0siffror');
  expect(groups[0]?.entries[0]?.where.at(-1)).toEqual({
    text: 'https://example.org/',
    href: 'https://example.org/',
  });
  expect(groups[1]?.entries[0]?.figures).toBe('');
});
