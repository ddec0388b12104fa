import { expect, it } from 'vitest';
import { markRules } from '../../src/charts/answer-mark.ts';
import { comparedIn } from '../../src/compare/beside.ts';
import { resultOf } from '../../src/compare/result.ts';
import { NOTHING } from '../../src/compare/selection.ts';
import { comparisonCsv } from '../../src/files/compare/rows.ts';
import { compareFixture } from './fixture.ts';

const data = compareFixture(20);
const html = (selection: Partial<typeof NOTHING>) => {
  const { shown } = resultOf(data, { ...NOTHING, ...selection });
  return 'html' in shown ? shown.html.replaceAll('\u00a0', ' ') : shown.words;
};
const cells = (text: string) => [...text.matchAll(/<td class="num sum">([^<]*)/g)].map(([, cell]) => cell);

it('says one kommun of one, and several of several', () => {
  expect(html({ kommuner: ['0001'] })).toContain('<caption>1 kommun</caption>');
  expect(html({ kommuner: ['0001', '0002'], ar: 2018 })).toContain('2 kommuner sida vid sida, 2018');
  expect(html({})).toMatch(/^Inga kommuner är valda/);
});

it('sets one group against another, in the table, the dots and the file', () => {
  const selection = { ...NOTHING, kommuner: ['0001', '0003'], mot: 'lan:03' };
  const table = html(selection);
  expect(table).toContain('mot Uppsala län (10 kommuner)');
  expect([...table.matchAll(/<th scope="col" class="num sum">([^<]*)/g)].map(([, t]) => t)).toEqual([
    'Gruppen',
    'Uppsala län',
    'Riket',
  ]);
  // Group, second group and riket; the group itself is the same with and without.
  expect(cells(table)).toHaveLength(6);
  const alone = cells(html({ ...selection, mot: null }));
  expect(alone).toEqual(cells(table).filter((_, i) => i % 3 !== 1));
  expect(html({ ...selection, vy: 'punkter' })).toMatch(/Gruppen bredvid Uppsala län.*Uppsala län \d/s);
  const rows = comparisonCsv(comparedIn(data, selection), data).split('\r\n');
  expect(rows.filter((r) => r.includes('Uppsala län;grupp'))).toHaveLength(2);
});

it('a group set against itself is the same', () => {
  const koder = data.kommuner.slice(0, 9).map((k) => k.kod);
  const [group, other] = cells(html({ kommuner: koder, mot: koder.join(','), indikatorer: ['U1'] }));
  expect(other).toBe(group);
});

it('marks every answer with its symbol, which the stylesheet draws', () => {
  const table = html({ kommuner: ['0001', '0002', '0003', '0007'], indikatorer: ['U1'] });
  const used = [...table.matchAll(/ (m-[a-z]+)"/g)].map(([, name]) => name);
  expect(used).toEqual(['m-ja', 'm-delvis', 'm-nej', 'm-saknas']);
  for (const name of used)
    expect(markRules('light')).toMatch(new RegExp(`\\.${name}[,{][^}]*url\\("data:image/svg\\+xml,%3Csvg`));
});
