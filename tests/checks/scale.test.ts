import { describe, expect, it } from 'vitest';
import { loadFiles } from '../../src/pipeline/load.ts';
import { ANDEL, ANTAL, type Change, folder, INDIKATORER, replace, textOf, write } from '../ingest/folder.ts';

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

describe('inhabitants', () => {
  const asInhabitants: Change = (files) => {
    const all = JSON.parse(textOf(files, INDIKATORER)).map((i: { id: string }) =>
      i.id === 'OJ-1' ? { ...i, svarstyp: 'folkmangd', enhet: 'invånare', utanPersonskydd: null } : i,
    );
    files.set(INDIKATORER, JSON.stringify(all));
  };
  const PEOPLE = [50_500, 975_000, 21_000, 240_000, 10_400];
  const counted = (values: readonly number[], kon = 'T', ar = 2022) =>
    KODER.map((kod, i) => `${kod};${ar};${kon};${values[i]};`);
  const inhabitants = (...rows: readonly string[]) => [
    asInhabitants,
    write(ANTAL, `${['kod;ar;kon;varde;saknas', ...rows].join('\n')}\n`),
  ];

  it('may differ from those of the reference data, and need no protection', async () => {
    expect(await findings(...inhabitants(...counted(PEOPLE)))).toEqual([]);
  });

  it('in thousands are one finding, with the numbers', async () => {
    expect(await findings(...inhabitants(...counted([50, 975, 21, 240, 10])))).toMatchObject([
      {
        code: 'folkmangd-orimlig',
        row: 2,
        message: expect.stringMatching(/5 av 5 värden.*Upplands Väsby har 50 invånare, men har 50\u00a0000/),
      },
    ]);
  });

  it('on rows that have slipped by one are found', async () => {
    const [first = 0, ...rest] = PEOPLE;
    expect(await findings(...inhabitants(...counted([...rest, first])))).toMatchObject([
      { code: 'folkmangd-orimlig', message: expect.stringContaining('5 av 5') },
    ]);
  });

  it('of women and men are held against half', async () => {
    const half = PEOPLE.map((n) => n / 2);
    const both = [...counted(PEOPLE), ...counted(half, 'K'), ...counted(half, 'M')];
    expect(await findings(...inhabitants(...both))).toEqual([]);
    const { report } = await loadFiles(
      folder(
        ...inhabitants(
          ...counted(
            half.map((n) => Math.round(n / 30)),
            'K',
          ),
        ),
      ),
    );
    expect(report.findings).toMatchObject([
      { code: 'folkmangd-orimlig', message: expect.stringContaining('väntas ha omkring 25') },
    ]);
  });

  it('a year in thousands after a year in ones is one finding, not two', async () => {
    expect(
      (await findings(...inhabitants(...counted(PEOPLE, 'T', 2021), ...counted([50, 975, 21, 240, 10])))).map(
        (f) => f.code,
      ),
    ).toEqual(['folkmangd-orimlig']);
  });
});

it('a year that many kommuner have in common with their län is no mistake', async () => {
  const asYears: Change = (files) => {
    const all = JSON.parse(textOf(files, INDIKATORER)).map((i: { id: string }) =>
      i.id === 'OJ-1' ? { ...i, svarstyp: 'artal', enhet: 'år', utanPersonskydd: null } : i,
    );
    files.set(INDIKATORER, JSON.stringify(all));
  };
  const rows = ['01', ...KODER].map((kod) => `${kod};2022;T;2021;`);
  expect(
    await findings(asYears, write(ANTAL, `${['kod;ar;kon;varde;saknas', ...rows].join('\n')}\n`)),
  ).toEqual([]);
});
