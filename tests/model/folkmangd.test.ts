import { expect, it } from 'vitest';
import { folkmangdOf } from '../../src/model/kommun.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import { rankedUnit } from '../../src/statistics/rank.ts';
import { folder } from '../ingest/folder.ts';

const withYears = folder((files) =>
  files.set('referens/folkmangd.csv', 'kommunkod;ar;folkmangd\n0114;2021;40000\n0114;2022;41000\n'),
);

it('a figure of a year is set against that year’s population, else the one beside the kommuner', async () => {
  const { index, report } = await loadFiles(withYears);
  expect(report.findings).toEqual([]);
  if (!index) throw new Error('no release');
  const { referens } = index.catalogue;
  expect(folkmangdOf(referens, 2021).get('0114')).toBe(40_000);
  expect(folkmangdOf(referens, 2022).get('0114')).toBe(41_000);
  for (const ar of [2023, null]) expect(folkmangdOf(referens, ar).get('0114')).toBe(50_000);
  // A kommun that the year's file does not have.
  expect(folkmangdOf(referens, 2021).get('0180')).toBe(1_000_000);
});

it('a smaller population gives a wider interval of the same share', () => {
  const of = (base: number) => rankedUnit({ svarstyp: 'andel', decimaler: 1 }, '0114', 5, base);
  expect(of(1000).high - of(1000).low).toBeGreaterThan(of(50_000).high - of(50_000).low);
});

it.each([
  ['0114;2022;många', 'folkmangd'],
  ['0114;22;1000', 'ar'],
  ['9999;2022;1000', 'kommunkod'],
])('a row that cannot be used is said: %s', async (line, column) => {
  const { report } = await loadFiles(
    folder((files) => files.set('referens/folkmangd.csv', `kommunkod;ar;folkmangd\n${line}\n`)),
  );
  expect(report.findings).toMatchObject([
    { severity: 'error', file: 'referens/folkmangd.csv', row: 2, column },
  ]);
});
