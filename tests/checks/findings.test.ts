import { describe, expect, it } from 'vitest';
import { check } from '../../src/checks/index.ts';
import { CHECK_RULES } from '../../src/checks/rules.ts';
import { indexCatalogue } from '../../src/model/catalogue.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import { ANTAL, append, type Change, ENKAT_2018, folder, INDIKATORER, replace } from '../ingest/folder.ts';
import { asRate, CASES, published } from './cases.ts';

describe.each(Object.entries(CASES))('%s', (code, cases) => {
  it.each(cases.map((c) => [c.name, c] as const))('%s', async (_, { change, finding }) => {
    const { message, ...exact } = finding;
    expect((await loadFiles(folder(...change))).report.findings).toEqual([
      expect.objectContaining({
        ...exact,
        ...CHECK_RULES[code as keyof typeof CHECK_RULES],
        code,
        message: expect.stringContaining(message),
      }),
    ]);
  });
});

it('every finding names a file, and the nearest row or column', async () => {
  const changes = Object.values(CASES).flatMap((cases) => cases.map(({ change }) => change));
  const reports = await Promise.all(changes.map((change) => loadFiles(folder(...change))));
  const found = reports.flatMap(({ report }) => report.findings);
  expect(found.length).toBeGreaterThan(15);
  expect(found.filter((f) => f.file === '' || (f.row === null && f.column === null))).toEqual([]);
});

/** A person who moves is counted twice: the parts may have a little more than the whole. */
const DOUBLE = replace(
  INDIKATORER,
  '"svarstyp": "antal"',
  '"svarstyp": "antal", "dubbelrakning": "Den som flyttar räknas i båda kommunerna."',
);
/** A year when almost everybody lived where the rate is low. */
const POPULATION = [
  'kommunkod;ar;folkmangd',
  '0114;2022;100',
  '0180;2022;100',
  '0305;2022;100000',
  '0380;2022;100000',
  '0643;2022;100',
  '',
].join('\n');

it('summa-over-riket: far more than riket is a fault even where a person can be counted twice', async () => {
  const { report } = await loadFiles(
    folder(
      DOUBLE,
      replace(ANTAL, '00;2022;T;1000', '00;2022;T;770'),
      replace(ANTAL, '01;2022;T;700', '01;2022;T;600'),
    ),
  );
  expect(report.findings).toMatchObject([{ code: 'summa-over-riket', value: '770' }]);
});

describe('the checks say nothing', () => {
  it.each<[string, readonly Change[]]>([
    ['about a folder without defects', []],
    [
      'about a figure that is published with two values, when one is right',
      [published('U1;2016;61;En annan;;')],
    ],
    [
      'about a published year without answers',
      [replace(INDIKATORER, '2018', '2018, 2019'), published('U1;2019;99;Påhittad;;')],
    ],
    [
      'when riket has more than the kommuner: some cases belong to no kommun',
      [replace(ANTAL, '1000', '1001')],
    ],
    [
      'when the only value in a län is its total',
      [
        replace(ANTAL, '0114;2022;T;100', '0114;2022;T;0'),
        replace(ANTAL, '01;2022;T;700', '01;2022;T;500'),
        replace(ANTAL, '0180;2022;T;500', '0180;2022;T;0'),
        replace(ANTAL, '0114;2022;T;0', '0114;2022;T;500'),
      ],
    ],
    [
      'when a län has a single kommun',
      [append(ANTAL, '06;2022;T;7;'), replace(ANTAL, '0643;2022;T;;X', '0643;2022;T;7;')],
    ],
    [
      'about equal rates that can be chance',
      [
        asRate,
        replace(ANTAL, '01;2022;T;700', '01;2022;T;4.5'),
        replace(ANTAL, '0114;2022;T;100', '0114;2022;T;4.5'),
      ],
    ],
    [
      'when the parts have a little more, and a person can be counted in several of them',
      [
        DOUBLE,
        replace(ANTAL, '00;2022;T;1000', '00;2022;T;800'),
        replace(ANTAL, '01;2022;T;700', '01;2022;T;590'),
      ],
    ],
    [
      'about rates that fit the population of their year',
      [
        asRate,
        replace(ANTAL, '00;2022;T;1000', '00;2022;T;280'),
        replace(ANTAL, '01;2022;T;700;\n', ''),
        (files) => files.set('referens/folkmangd.csv', POPULATION),
      ],
    ],
    ['when women and men are all', [append(ANTAL, '0114;2022;K;40;', '0114;2022;M;60;')]],
  ])('%s', async (_, change) => {
    expect((await loadFiles(folder(...change))).report.findings).toEqual([]);
  });
});

it('kommun-troligen-lan: a namesake jumps in the year when the sum is too large', async () => {
  const { report } = await loadFiles(
    folder(
      append(ANTAL, '00;2021;T;900;', '0114;2021;T;100;', '0180;2021;T;490;', '0305;2021;T;20;'),
      append(ANTAL, '0380;2021;T;190;', '0643;2021;T;0;'),
      replace(ANTAL, '01;2022;T;700;\n', ''),
      replace(ANTAL, '0180;2022;T;500', '0180;2022;T;990'),
    ),
  );
  expect(report.findings).toMatchObject([
    { code: 'summa-over-riket', file: ANTAL, row: 2 },
    { code: 'kommun-troligen-lan', file: ANTAL, row: 4, value: '990' },
  ]);
  expect(report.findings[1]?.message).toContain('Stockholm har 990 2022, mot 490 ett vanligt år');
});

it('kommun-troligen-lan: rates of both namesakes are pointed out in the years that they jump, in no other', async () => {
  const years = [2017, 2018, 2019, 2020, 2021, 2022];
  const jumps = (ar: number) => ar === 2018 || ar === 2022;
  const rates = years.flatMap((ar) => {
    const [stockholm, uppsala] = jumps(ar) ? ['71.25', '40.12'] : ['11.31', '9.77'];
    const rows = [`00;${ar};T;12.00;`, `0114;${ar};T;8.00;`, `0180;${ar};T;${stockholm};`];
    return [...rows, `0305;${ar};T;7.00;`, `0380;${ar};T;${uppsala};`, `0643;${ar};T;6.00;`];
  });
  const header = 'kod;ar;kon;varde;saknas';
  const { report } = await loadFiles(
    folder(
      asRate,
      replace(INDIKATORER, '2021,', '2017, 2018, 2019, 2020, 2021,'),
      (files) => void files.set(ANTAL, `${[header, ...rates].join('\n')}\n`),
    ),
  );
  const yearOf = (row: number | null) => years[Math.floor(((row ?? 0) - 2) / 6)];
  const sums = report.findings.filter((f) => f.code === 'summa-over-riket');
  expect(sums.map((f) => yearOf(f.row))).toEqual([2018, 2022]);
  const pointed = report.findings.filter((f) => f.code === 'kommun-troligen-lan');
  expect(pointed.map((f) => [yearOf(f.row), f.value])).toEqual([
    [2018, '71.25'],
    [2018, '40.12'],
    [2022, '71.25'],
    [2022, '40.12'],
  ]);
  expect(report.findings).toHaveLength(6);
});

describe('what no data folder can hold, but an importer could make', async () => {
  const { index } = await loadFiles(folder());
  if (!index) throw new Error('no catalogue');
  const { catalogue } = index;

  it('exempel-blandat', () => {
    const observationer = catalogue.observationer.map((o) =>
      o.indikator === 'U1' && o.ar === 2018 && o.kod === '0305' ? { ...o, exempel: false } : o,
    );
    const findings = check(indexCatalogue({ ...catalogue, observationer }));
    expect(findings).toMatchObject([{ code: 'exempel-blandat', file: ENKAT_2018, row: 4, column: 'U1' }]);
  });

  it('ar-utan-utgava', () => {
    const omraden = catalogue.omraden.map((o) => ({ ...o, utgavor: o.utgavor.filter((e) => e.ar !== 2018) }));
    const findings = check(indexCatalogue({ ...catalogue, omraden }));
    expect(findings).toMatchObject([
      { code: 'ar-utan-utgava', file: ENKAT_2018, column: 'U1', value: '2018' },
    ]);
  });
});
