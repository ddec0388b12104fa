import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Figure } from '../../src/charts/figure.ts';
import { indicatorDistribution } from '../../src/charts/from/distribution.ts';
import { indicatorGroups } from '../../src/charts/from/groups.ts';
import { indicatorMap } from '../../src/charts/from/map.ts';
import { indicatorMapLan } from '../../src/charts/from/map-lan.ts';
import { indicatorSeries } from '../../src/charts/from/series.ts';
import { answersBar } from '../../src/charts/from/stacked.ts';
import { locator } from '../../src/charts/hex/locator.ts';
import { standaloneSvg } from '../../src/charts/standalone.ts';
import { AGREEMENT, fixtureIndex, PLAN, referens, SUPPORT } from './fixture.ts';

const index = fixtureIndex();
const UMEA = { kod: '2480' };

function figure(made: Figure | null): Figure {
  if (made === null) throw new Error('no figure');
  return made;
}

/** Wide and narrow pictures of a figure, by file name. */
const pictures = (name: string, f: Figure): readonly (readonly [string, string])[] =>
  f.narrow === null
    ? [[name, f.svg]]
    : [
        [name, f.svg],
        [`${name}-narrow`, f.narrow],
      ];

const support = figure(indicatorDistribution(index, SUPPORT, 2022, UMEA));

/** Every change of a picture is a diff of a committed file. `UPDATE_GOLDEN=1` writes them anew. */
test.each([
  ...pictures('map-numbers', figure(indicatorMap(index, SUPPORT, 2022, UMEA.kod))),
  ...pictures('map-answers', figure(indicatorMap(index, AGREEMENT, 2016))),
  ...pictures('map-lan', figure(indicatorMapLan(index, PLAN, 2016, '24'))),
  ...pictures('strip', figure(indicatorDistribution(index, SUPPORT, 2022))),
  ...pictures('strip-kommun', support),
  ...pictures('answers', figure(indicatorDistribution(index, AGREEMENT, 2016))),
  ...pictures('answers-kommun', figure(indicatorDistribution(index, AGREEMENT, 2016, UMEA))),
  ...pictures('series-break', figure(indicatorSeries(index, PLAN))),
  ...pictures('series', figure(indicatorSeries(index, SUPPORT))),
  ...pictures('stacked', figure(answersBar(index, PLAN, 2016, '24'))),
  ...pictures('groups-answers', figure(indicatorGroups(index, AGREEMENT, 2016))),
  ...pictures('groups-numbers', figure(indicatorGroups(index, SUPPORT, 2022))),
  [
    'locator',
    locator(referens, { lanskod: '24', kommunkod: '2480', label: 'Umeå ligger i Västerbottens län' }),
  ],
  ['standalone', standaloneSvg(support)],
  [
    'standalone-example',
    standaloneSvg(figure(indicatorDistribution(index, AGREEMENT, 2016)), 'light', 'Prov, version 2026.1.'),
  ],
] as const)('%s is drawn as agreed', (name, svg) => {
  const file = new URL(`../golden/charts/${name}.svg`, import.meta.url);
  // One element a line, so that a diff can be read; the pictures themselves have no line breaks.
  const readable = `${svg.replaceAll('><', '>\n<')}\n`;
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, readable);
  expect(existsSync(file)).toBe(true);
  expect(readable).toBe(readFileSync(file, 'utf8'));
});
