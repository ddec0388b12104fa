import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { pxNumber, pxText, windows1252 } from '../../src/files/px/encode.ts';
import { type Published, publish } from './helpers/catalogue.ts';
import { readPx } from './helpers/px.ts';

let site: Published;
beforeAll(async () => {
  site = await publish();
});

const DOTS: Readonly<Record<string, string>> = {
  'ej-tillamplig': '.',
  'uppgift-saknas': '..',
  bortfall: '...',
  skyddad: '....',
  'ej-efterfragad': '.....',
  'ej-publicerad': '......',
};
const OBLIGATORY = 'MATRIX SUBJECT-CODE SUBJECT-AREA TITLE CONTENTS UNITS DECIMALS STUB HEADING'.split(' ');

describe('PX', () => {
  it('holds the same cube as JSON-stat, which is held against the API', async () => {
    for (const { id } of site.index.catalogue.indikatorer) {
      const { keys, data } = readPx(await site.bytes(`data/indikatorer/${id.toLowerCase()}.px`));
      const stat = await site.json(`data/indikatorer/${id.toLowerCase()}.jsonstat.json`);
      const cells = stat.value.map((v: number | null, i: number) => v ?? DOTS[stat.status[i]]);
      // PX has at most fifteen decimals, JSON every digit.
      const rounded = (c: number | string) => (typeof c === 'number' ? Number(c.toFixed(15)) : c);
      expect(data).toEqual(cells.map(rounded));
      const text = new TextDecoder('windows-1252').decode(
        await site.bytes(`data/indikatorer/${id.toLowerCase()}.px`),
      );
      const declared = Number(/DECIMALS=(\d+);/.exec(text)?.[1]);
      const decimals = [...text.slice(text.indexOf('DATA=')).matchAll(/\.(\d+)/g)].map(
        (m) => m[1]?.length ?? 0,
      );
      expect(Math.max(0, ...decimals)).toBeLessThanOrEqual(declared);
      for (const [px, json] of [
        ['plats', 'plats'],
        ['mått', 'matt'],
        ['kön', 'kon'],
        ['år', 'ar'],
      ] as const) {
        const codes = stat.dimension[json].category.index;
        expect(keys.get(`CODES("${px}")`)).toEqual(codes);
        const labels = codes.map((c: string) => stat.dimension[json].category.label[c]);
        expect(keys.get(`VALUES("${px}")`)).toEqual(labels.map(pxText));
        expect(new Set(keys.get(`VALUES("${px}")`)).size).toBe(codes.length);
      }
    }
  });

  it('has every obligatory keyword, and no string longer than 256', async () => {
    for (const { id, kalla } of site.index.catalogue.indikatorer) {
      const bytes = await site.bytes(`data/indikatorer/${id.toLowerCase()}.px`);
      const { keys } = readPx(bytes);
      for (const key of OBLIGATORY) expect([id, key, keys.has(key)]).toEqual([id, key, true]);
      expect(keys.get('SOURCE')).toEqual([pxText(kalla)]);
      const strings = new TextDecoder('windows-1252').decode(bytes).match(/"[^"]*"/g) ?? [];
      expect(Math.max(...strings.map((s) => s.length - 2))).toBeLessThanOrEqual(256);
    }
  });

  it('says in the file that figures are examples, or that there are none', async () => {
    const note = async (id: string) =>
      readPx(await site.bytes(`data/indikatorer/${id}.px`)).keys.get('NOTEX')?.[0];
    const example = site.index.observationsOf('U30428').some((o) => o.exempel);
    expect((await note('u30428'))?.includes('Exempeldata') ?? false).toBe(example);
    expect(await note('n30466')).toContain('Inga värden är publicerade för indikatorn.');
    expect(await note('n07907')).not.toContain('Exempeldata');
  });

  it('keeps every number, without exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (n) => {
        expect(pxNumber(n)).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(pxNumber(n))).toBe(n === 0 ? 0 : n);
      }),
    );
  });

  it('gives text that windows-1252 holds and that ends no string, å ä ö é ü unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const made = pxText(text);
        expect(made).not.toContain('"');
        expect(new TextDecoder('windows-1252').decode(windows1252(made))).toBe(made);
      }),
    );
    expect(pxText('Åsele; Öckerö & Malå – ”é ü”')).toBe("Åsele; Öckerö & Malå - 'é ü'");
  });
});
