import { expect, it } from 'vitest';
import { loadFiles } from '../../src/pipeline/load.ts';
import { ANDEL, type Change, folder, INDIKATORER, replace, write } from '../ingest/folder.ts';

const KODER = ['0114', '0180', '0305', '0380', '0643'];
const findings = async (...changes: readonly Change[]) =>
  (await loadFiles(folder(...changes))).report.findings.map(({ code, row, message }) => ({
    code,
    row,
    message,
  }));
const register = (...rows: readonly string[]) =>
  write(ANDEL, `${['kod;ar;kon;varde;saknas', ...rows].join('\n')}\n`);
const shares = (ar: number, values: readonly number[]) =>
  KODER.map((kod, i) => `${kod};${ar};T;${values[i]};`);
const twoYears = replace(
  INDIKATORER,
  '"decimaler": 1,\n    "ar": [\n      2022',
  '"decimaler": 1,\n    "ar": [\n      2021,\n      2022',
);
const asCrowns = replace(
  INDIKATORER,
  '"svarstyp": "andel",\n    "enhet": "procent"',
  '"svarstyp": "kronor",\n    "enhet": "kronor"',
);

it('finds percentages that are written as parts of one', async () => {
  expect(await findings(register(...shares(2022, [0.1, 0.25, 0.3, 0.05, 0.9])))).toMatchObject([
    { code: 'andel-som-kvot', row: 2, message: expect.stringContaining('det största är 0,9') },
  ]);
});

it('finds a year in another unit than the year before', async () => {
  const change = [
    twoYears,
    register(...shares(2021, [1, 2, 3, 4, 5]), ...shares(2022, [10, 20, 30, 40, 50])),
  ];
  expect(await findings(...change)).toMatchObject([
    { code: 'skala-hopp', row: 7, message: expect.stringContaining('10 gånger större') },
  ]);
});

it('finds one kommun whose amount is in another unit', async () => {
  const crowns = replace(INDIKATORER, '"min": 0,\n    "max": 100', '"min": 0');
  const change = [asCrowns, crowns, register(...shares(2022, [300_000, 310_000, 320, 330_000, 340_000]))];
  expect(await findings(...change)).toMatchObject([
    { code: 'skala-avviker', row: 4, message: expect.stringContaining('Håbo') },
  ]);
});

it('says nothing about kommuner that only differ', async () => {
  expect(await findings(register(...shares(2022, [0.5, 2, 10, 40, 90])))).toEqual([]);
});
