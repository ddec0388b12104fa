import { expect, test } from 'vitest';
import { CHART_CLASSES } from '../../src/charts/classes.ts';
import type { Figure } from '../../src/charts/figure.ts';
import { indicatorDistribution } from '../../src/charts/from/distribution.ts';
import { indicatorGroups } from '../../src/charts/from/groups.ts';
import { indicatorMap } from '../../src/charts/from/map.ts';
import { indicatorMapLan } from '../../src/charts/from/map-lan.ts';
import { indicatorSeries } from '../../src/charts/from/series.ts';
import { answersBar } from '../../src/charts/from/stacked.ts';
import { forbiddenIn } from '../../src/charts/plot-svg.ts';
import { standaloneSvg } from '../../src/charts/standalone.ts';
import { indexCatalogue } from '../../src/model/catalogue.ts';
import { AGREEMENT, fixtureIndex, PLAN, referens, SUPPORT } from './fixture.ts';

const index = fixtureIndex();

function figure(made: Figure | null): Figure {
  if (made === null) throw new Error('no figure');
  return made;
}

const mapOfNumbers = figure(indicatorMap(index, SUPPORT, 2022));
const mapOfAnswers = figure(indicatorMap(index, AGREEMENT, 2016));
const figures: readonly (readonly [string, Figure])[] = [
  ['map of numbers', mapOfNumbers],
  ['map of answers', mapOfAnswers],
  ['map of län', figure(indicatorMapLan(index, PLAN, 2016))],
  ['strip', figure(indicatorDistribution(index, SUPPORT, 2022))],
  ['strip of a kommun', figure(indicatorDistribution(index, SUPPORT, 2022, { kod: '2480' }))],
  ['answers', figure(indicatorDistribution(index, AGREEMENT, 2016, { kod: '2480' }))],
  ['answers of a city', figure(indicatorDistribution(index, PLAN, 2016, { kod: '0180' }))],
  ['series', figure(indicatorSeries(index, PLAN))],
  ['series of a län', figure(indicatorSeries(index, PLAN, '24'))],
  ['stacked', figure(answersBar(index, PLAN, 2016))],
  ['groups of answers', figure(indicatorGroups(index, AGREEMENT, 2016))],
  ['groups of numbers', figure(indicatorGroups(index, SUPPORT, 2022))],
];

test.each(figures)('%s holds nothing that may not be published', (_, f) => {
  for (const svg of [f.svg, f.narrow]) {
    if (svg === null) continue;
    expect(forbiddenIn(svg, f.id)).toBeNull();
    expect(svg).toMatch(/^<svg [^>]*aria-label="[^"]+"/);
    for (const [, names = ''] of svg.matchAll(/class="([^"]*)"/g))
      for (const name of names.split(' ')) expect(Object.keys(CHART_CLASSES)).toContain(name);
  }
});

test.each(figures)('%s is picture, table and sentence in one', (_, f) => {
  expect(f.id).toMatch(/^[a-z0-9-]+$/);
  expect(f.sentence).toMatch(/\.$/);
  expect(f.sentence).not.toMatch(/undefined|NaN|null| {2}/);
  expect(f.source).toMatch(/\.$/);
  expect(f.table.rows.length).toBeGreaterThan(0);
  for (const row of f.table.rows) expect(row).toHaveLength(f.table.columns.length);
  if (f.svg.includes('<text') && !f.svg.includes('hexmap')) expect(f.narrow).toMatch(/narrow/);
  if (f.example) expect(f.notes.join(' ')).toContain('Exempeldata');
});

test.each(figures)('%s can leave the site on its own', (_, f) => {
  const alone = standaloneSvg(f);
  expect(alone).not.toMatch(/class=|var\(|<a |style|https?:(?!\/\/www\.w3\.org)/);
  expect(alone).toContain('Källa:'.slice(0, f.example ? 0 : 6));
  expect(alone).toMatch(/^<svg width="\d+" height="\d+"/);
  if (f.example) expect(alone).toContain('Exempeldata');
});

test.each([
  ['numbers', mapOfNumbers],
  ['answers', mapOfAnswers],
])('a map of %s has every kommun once: as a named link, in the legend and in the table', (_, f) => {
  const links = [...f.svg.matchAll(/<a href="([^"]+)"><title>([^<]+)<\/title>/g)];
  expect(new Set(links.map(([, href]) => href)).size).toBe(
    new Set(referens.kommuner.map((k) => k.slug)).size,
  );
  expect(links).toHaveLength(290);
  expect(links.map(([, , name]) => name)).toContain(
    f === mapOfNumbers ? 'Umeå: 0,6\u00a0%' : 'Stockholm: Stadsdelarna svarar',
  );
  const counts = f.legend.map((l) => Number(l.count?.split('\u00a0')[0]));
  expect(counts.reduce((a, b) => a + b, 0)).toBe(290);
  expect(f.table.rows).toHaveLength(290);
  expect(new Set(f.table.rows.map((r) => r[0]?.text)).size).toBe(290);
});

test('a map pattern marks what is missing, so that colour is never alone', () => {
  const missing = mapOfNumbers.legend.find((l) => l.swatch === 'c-na');
  const tiles = mapOfNumbers.svg.match(/class="c-na"/g)?.length ?? 0;
  const strokes = /class="hatch" d="([^"]*)"/.exec(mapOfNumbers.svg)?.[1]?.match(/M/g)?.length ?? 0;
  expect(missing?.count).toBe(`${tiles}\u00a0kommuner`);
  expect(strokes).toBe(3 * tiles);
});

test('a län on too small a base shows x av n and has no class', () => {
  const lan = figures[2]?.[1];
  expect(lan?.svg).toContain('Gotlands län: 0\u00a0av\u00a01');
  expect(lan?.svg).toMatch(/Gotlands län[^<]*<\/title><path class="c-small"/);
  expect(lan?.table.rows).toHaveLength(21);
});

test('counts in stacked rows and their table add up to everyone asked', () => {
  const stacked = figures[9]?.[1];
  for (const row of stacked?.table.rows ?? []) {
    const [, , ...numbers] = row.map((c) => Number(c.sort));
    const asked = numbers.pop();
    expect(numbers.reduce((a, b) => a + b, 0)).toBe(asked);
  }
});

test('what shares dots is computed once, and only the marks differ', () => {
  const base = /class="dots"[^>]*d="([^"]*)"/.exec(figures[3]?.[1].svg ?? '')?.[1]?.split('M').length;
  const own = /class="dots"[^>]*d="([^"]*)"/.exec(figures[4]?.[1].svg ?? '')?.[1]?.split('M').length;
  expect(base).toBe(own);
  expect(figures[3]?.[1].svg).not.toContain('me-dot');
  expect(figures[4]?.[1].svg.match(/me-dot/g)).toHaveLength(1);
});

test('no values, no figure', () => {
  expect(indicatorMap(index, SUPPORT, 1999)).toBeNull();
  expect(indicatorMapLan(index, SUPPORT, 2022)).toBeNull();
  expect(indicatorDistribution(index, SUPPORT, 1999)).toBeNull();
  expect(indicatorGroups(index, PLAN, 1999)).toBeNull();
  expect(indicatorSeries(index, AGREEMENT)).toBeNull();
  expect(answersBar(index, PLAN, 1999)).toBeNull();
});

test('figures that disagree are named under the picture, and made-up ones never join real ones', () => {
  const index = fixtureIndex();
  const [earlier, later] = index.catalogue.publicerat;
  if (!earlier || !later) throw new Error('nothing published');
  const series = indicatorSeries(
    indexCatalogue({
      ...index.catalogue,
      publicerat: [earlier, { ...later, not: 'Avrundat' }, { ...later, varde: 21, kalla: 'Tidningen' }],
    }),
    PLAN,
  );
  expect(series?.notes).toContain('* 2020: Avrundat. Tidningen anger 21\u00a0%.');
  expect(series?.svg).toContain('ca 20\u00a0%*');
  const row = (ar: string) => series?.table.rows.find((r) => r[0]?.text === ar)?.map((c) => c.text);
  expect(row('2020')?.at(-1)).toContain('Tidningen anger');
  expect(row('2016')?.[1]).toBe('Ingen publicerad siffra');
  expect(series?.example).toBe(false);
});
