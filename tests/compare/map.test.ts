import { describe, expect, it } from 'vitest';
import { mapHtml } from '../../src/compare/map.ts';
import { matrixOf } from '../../src/compare/matrix.ts';
import { CITY, compareFixture } from './fixture.ts';

const data = compareFixture();
const kommuner = ['0001', '0002', '0007', CITY];
const map = (karta: string | null, indikatorer: readonly string[] = []) =>
  mapHtml(data, matrixOf(data, { kommuner, indikatorer, ar: null }), karta);
const names = (html: string) => [...html.matchAll(/<title>([^<]*)<\/title>/g)].map(([, name]) => name);
const legend = (html: string) =>
  [...html.matchAll(/<li>.*?<\/span>([^<]*)<span class="count">(\d+)/g)].map(([, label, n]) => [
    label,
    Number(n),
  ]);

describe('the map of the chosen', () => {
  it('links every kommun by name, and says of each what it is', () => {
    const html = map('U1');
    expect(html.match(/<a href="\/kommuner\//g)).toHaveLength(data.kommuner.length);
    expect(names(html).slice(0, 3)).toEqual(['Åmål: Ja', 'Älvkarleby: Ja, med vissa', 'Örebro: inte vald']);
  });

  it('counts the chosen in each class, those without a value by reason, and the rest', () => {
    expect(legend(map('U1'))).toEqual([
      ['Ja', 1],
      ['Ja, med vissa', 1],
      ['Nej', 0],
      ['Svarade inte', 1],
      ['Stadsdelarna svarar', 1],
      ['Inte vald', 56],
    ]);
    const counts = legend(map('N1'));
    expect(counts.find(([label]) => label === 'Uppgift saknas')).toEqual(['Uppgift saknas', 1]);
    expect(counts.reduce((sum, [, n]) => sum + Number(n), 0)).toBe(60);
  });

  it('shows who is chosen when no indicator is, and the only indicator when there is one', () => {
    expect(legend(map(null))).toEqual([
      ['Vald kommun', 4],
      ['Inte vald', 56],
    ]);
    expect(map(null, ['U1'])).toBe(map('U1', ['U1']));
  });

  it('gives a gap no class of a value', () => {
    for (const karta of ['U1', 'N1']) {
      const tile = map(karta).match(/<title>Älvkarleby 6:[^<]*<\/title><path class="([^"]*)"/);
      expect(tile?.[1]).toBe('c-na');
    }
  });
});
