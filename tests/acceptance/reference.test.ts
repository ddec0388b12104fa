import { describe, expect, it } from 'vitest';
import { Release } from '../../src/model/release.ts';
import { json, rows, stadsdelar } from './folder.ts';

const kommuner = rows('referens/kommuner.csv');
const kods = kommuner.map((k) => k.kommunkod ?? '');
const lan = rows('referens/lan.csv').map((l) => l.lanskod);
const ISO = /^\d{4}-\d{2}-\d{2}$/;

describe('publicering.json', () => {
  it('follows its schema and shows that the organisation is an example', () => {
    const release = Release.parse(json('publicering.json'));
    expect(release.organisation.namn).toContain('Exempelutgivaren');
    expect(release.organisation.orgnr).toBeNull();
  });
});

describe('kommuner and län', () => {
  it('are the 290 kommuner and 21 län, in code order, with the population of 2024', () => {
    expect(new Set(kods).size).toBe(290);
    expect(kods).toEqual(kods.toSorted());
    expect(new Set(lan).size).toBe(21);
    expect(kommuner.reduce((sum, k) => sum + Number(k.folkmangd), 0)).toBe(10_587_710);
  });

  it('begin with their län and belong to a group', () => {
    const groups = new Set(rows('referens/kommungrupper.csv').map((g) => g.kod));
    expect(kommuner.filter((k) => !k.kommunkod?.startsWith(k.lanskod ?? '?'))).toEqual([]);
    expect(kommuner.filter((k) => !lan.includes(k.lanskod))).toEqual([]);
    expect(kommuner.filter((k) => !groups.has(k.kommungrupp))).toEqual([]);
    const sizes = [...groups].map((g) => kommuner.filter((k) => k.kommungrupp === g).length);
    expect(sizes).toEqual([3, 43, 23, 63, 24, 27, 51, 35, 21]);
  });
});

describe('the hex map', () => {
  it('gives every kommun and län one tile of its own', () => {
    const tiles = rows('referens/kommunrutor.csv');
    expect(tiles.map((t) => t.kod).sort()).toEqual(kods);
    const water = rows('referens/vattenrutor.csv');
    const places = [...tiles, ...water].map((t) => `${t.col},${t.row}`);
    expect(new Set(places).size).toBe(290 + water.length);
    const lanTiles = rows('referens/lanrutor.csv');
    expect(lanTiles.map((t) => t.kod)).toEqual(lan);
    expect(new Set(lanTiles.map((t) => `${t.col},${t.row}`)).size).toBe(21);
  });

  it('has borders between two different kommuner, each once', () => {
    const borders = rows('referens/grannar.csv').map((g) => [g.kommunkod_a ?? '', g.kommunkod_b ?? '']);
    expect(borders.filter(([a = '', b = '']) => !(a < b && kods.includes(a) && kods.includes(b)))).toEqual(
      [],
    );
    expect(new Set(borders.map(String)).size).toBe(728);
  });
});

describe('stadsdelar', () => {
  it('have a code that starts with their kommun, and whole dates in order', () => {
    const all = stadsdelar();
    expect(new Set(all.map((s) => s.kod)).size).toBe(all.length);
    for (const s of all) {
      expect(s.kod).toMatch(new RegExp(`^${s.kommunkod}-[a-z0-9-]+$`));
      expect(s.giltigFran).toMatch(ISO);
      if (s.giltigTill !== null) {
        expect(s.giltigTill).toMatch(ISO);
        expect(s.giltigFran < s.giltigTill, s.kod).toBe(true);
      }
      expect(s.kalla !== '' || s.not.includes('inte hittat någon officiell källa'), s.kod).toBe(true);
    }
  });

  it('keeps both units called Centrum in Göteborg apart, and one name never twice on a day', () => {
    const centrum = stadsdelar().filter((s) => s.namn === 'Centrum');
    expect(centrum.map((s) => s.kod)).toEqual(['1480-centrum', '1480-centrum-2021']);
    expect((centrum[0]?.giltigTill ?? '') < (centrum[1]?.giltigFran ?? '')).toBe(true);
  });

  it('says where the source gives only a year, and keeps what is not verified visible', () => {
    const yearOnly = stadsdelar().filter(
      (s) => s.giltigFran === '2007-01-01' || s.giltigTill === '2017-12-31',
    );
    expect(
      yearOnly.filter(
        (s) => !s.not.includes('källan anger bara året') && !s.not.includes('Källan anger bara året'),
      ),
    ).toEqual([]);
    expect(
      stadsdelar().filter((s) =>
        /inte kontrollerat|ingen officiell källa|inte hittat någon officiell källa/.test(
          `${s.not} ${s.kalla}`,
        ),
      ).length,
    ).toBeGreaterThan(5);
  });
});
