import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { borderPath, centre, neighbours, tilePath } from '../../src/charts/hex/geometry.ts';
import { hexLayout } from '../../src/charts/hex/layout.ts';
import { locator } from '../../src/charts/hex/locator.ts';
import { hexMapLanSvg, hexMapSvg } from '../../src/charts/hex/map.ts';
import { referens } from './fixture.ts';

const cell = fc.record({ col: fc.integer({ min: 0, max: 30 }), row: fc.integer({ min: 0, max: 60 }) });

/** Line segments that a path draws, each as an unordered pair of points. */
function segments(path: string): readonly string[] {
  const found: string[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const to = (nx: number, ny: number) => {
    const pair = [`${x},${y}`, `${nx},${ny}`].toSorted();
    found.push(pair.join(' '));
    [x, y] = [nx, ny];
  };
  for (const [, command, rest = ''] of path.matchAll(/([Mlhvz])([^Mlhvz]*)/g)) {
    const [a = 0, b = 0] = rest.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
    if (command === 'M') [x, y, startX, startY] = [a, b, a, b];
    else if (command === 'l') to(x + a, y + b);
    else if (command === 'h') to(x + a, y);
    else if (command === 'v') to(x, y + a);
    else to(startX, startY);
  }
  return found;
}

test('neighbours are mutual, opposite and one tile away', () => {
  fc.assert(
    fc.property(cell, fc.integer({ min: 0, max: 5 }), (here, side) => {
      const there = neighbours(here)[side] ?? here;
      expect(neighbours(there)[(side + 3) % 6]).toEqual(here);
      const [x, y] = centre(here);
      const [nx, ny] = centre(there);
      expect([14, Math.hypot(7, 12)]).toContain(Math.hypot(nx - x, ny - y));
    }),
  );
});

test('neighbouring tiles share exactly one side', () => {
  fc.assert(
    fc.property(cell, fc.integer({ min: 0, max: 5 }), (here, side) => {
      const there = neighbours(here)[side] ?? here;
      const mine = new Set(segments(tilePath(here)));
      expect(mine.size).toBe(6);
      expect(segments(tilePath(there)).filter((s) => mine.has(s))).toHaveLength(1);
    }),
  );
});

test('the strokes of a missing value stand below the letter of a large tile', () => {
  const svg = hexMapLanSvg(referens, {
    label: 'Län',
    tiles: referens.lan.map((l) => ({ kod: l.kod, name: l.namn, fill: 'c-na', href: '/', value: '' })),
  });
  const strokes = segments(/class="hatch large" d="([^"]+)"/.exec(svg)?.[1] ?? '');
  // A letter and an empty value in each tile, in the order of the strokes, of which a tile has three.
  const baselines = [...svg.matchAll(/<text[^>]* y="(-?[\d.]+)"[^>]*>[A-ZÅÄÖ]+</g)].map(([, y]) => Number(y));
  expect(baselines).toHaveLength(referens.lan.length);
  expect(strokes).toHaveLength(3 * referens.lan.length);
  strokes.forEach((stroke, i) => {
    for (const point of stroke.split(' '))
      expect(Number(point.split(',')[1])).toBeGreaterThan(baselines[Math.floor(i / 3)] ?? Number.NaN);
  });
});

test('borders are every side where groups differ, each drawn once', () => {
  const cells = fc.uniqueArray(fc.record({ col: fc.nat(6), row: fc.nat(6) }), {
    selector: (c) => `${c.col} ${c.row}`,
    minLength: 1,
  });
  fc.assert(
    fc.property(cells, fc.integer({ min: 1, max: 4 }), (some, groups) => {
      const groupOf = (c: { col: number; row: number }) => String((c.col * 7 + c.row * 3) % groups);
      const owners = new Map<string, string[]>();
      for (const c of some)
        for (const s of segments(tilePath(c))) owners.set(s, [...(owners.get(s) ?? []), groupOf(c)]);
      const wanted = [...owners].filter(([, g]) => g.length === 1 || g[0] !== g[1]).map(([s]) => s);
      const drawn = segments(borderPath(some, groupOf));
      expect(drawn.toSorted()).toEqual(wanted.toSorted());
    }),
  );
});

test('every kommun has a tile of its own, and the outline closes', () => {
  const { tiles, land } = hexLayout(referens);
  expect(new Set(tiles.map((t) => tilePath(t))).size).toBe(290);
  expect(land.match(/M/g)?.length).toBe(land.match(/z/g)?.length);
  expect(hexLayout(referens)).toBe(hexLayout(referens));
});

test('the locator is small, has no links, and says where', () => {
  for (const kommun of referens.kommuner) {
    const svg = locator(referens, { lanskod: kommun.lanskod, kommunkod: kommun.kod, label: kommun.namn });
    expect(svg.length).toBeLessThan(6000);
    expect(svg).not.toContain('<a ');
    expect(svg).toContain(`aria-label="${kommun.namn}"`);
    expect(svg.match(/class="me"/g)).toHaveLength(1);
  }
});

test('the whole map with links stays small', () => {
  const tiles = referens.kommuner.map((k, i) => ({
    kod: k.kod,
    fill: `c-${i % 5}`,
    name: `${k.namn}: ${i}`,
    href: `/kommuner/${k.slug}/`,
  }));
  const svg = hexMapSvg(referens, { label: 'Karta', tiles });
  expect(svg.length).toBeLessThan(60_000);
  expect(gzipSync(svg).length).toBeLessThan(12_000);
});
