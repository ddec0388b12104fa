import { describe, expect, it } from 'vitest';
import { check } from '../../src/checks/index.ts';
import { RULES } from '../../src/checks/rules.ts';
import { indexCatalogue } from '../../src/model/catalogue.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import {
  ANTAL,
  append,
  type Change,
  ENKAT,
  ENKAT_2018,
  folder,
  INDIKATORER,
  PUBLICERAT,
  replace,
} from '../ingest/folder.ts';

type Case = {
  readonly name: string;
  readonly change: readonly Change[];
  readonly finding: {
    readonly file: string;
    readonly row?: number | null;
    readonly message: string;
    readonly value?: string;
  };
};

/** Codes that a change of one file cannot give alone; they have tests of their own below. */
const ELSEWHERE = ['exempel-blandat', 'ar-utan-utgava', 'kommun-troligen-lan'] as const;

/** Makes the count a rate, so that sums are no longer sums. */
const asRate = replace(INDIKATORER, '"svarstyp": "antal"', '"svarstyp": "per-100000", "decimaler": 2');
const published = (line: string) => append(PUBLICERAT, line);

const CASES: Readonly<Record<Exclude<keyof typeof RULES, (typeof ELSEWHERE)[number]>, readonly Case[]>> = {
  'publicerat-skiljer': [
    {
      name: 'the answers give another share',
      change: [replace(PUBLICERAT, 'U1;2016;60', 'U1;2016;61')],
      finding: {
        file: PUBLICERAT,
        row: 2,
        value: '61',
        message: 'data ger 60 % (3 av 5), men publicerat är 61 %',
      },
    },
    {
      name: 'of an answer that is not the first',
      change: [replace(PUBLICERAT, 'U2;2016;20', 'U2;2016;40')],
      finding: { file: PUBLICERAT, row: 3, message: '20 % (1 av 5)' },
    },
    {
      name: 'a single answer has changed',
      change: [replace(ENKAT_2018, 'Håbo;;nej', 'Håbo;;ja')],
      finding: { file: PUBLICERAT, row: 4, message: 'data ger 60 % (3 av 5), men publicerat är 40 %' },
    },
    {
      name: 'a count',
      change: [
        replace(PUBLICERAT, 'not;svar', 'not;svar;grupp;enhet'),
        (files) =>
          void files.set(
            PUBLICERAT,
            `${String(files.get(PUBLICERAT)).replace(/;(delvis)?$/gm, ';$1;;')}U1;2016;4;Påhittad;;;;antal\n`,
          ),
      ],
      finding: { file: PUBLICERAT, row: 5, message: 'data ger 3 (3 av 5), men publicerat är 4' },
    },
    {
      name: 'the stadsdelar of the cities',
      change: [
        replace(PUBLICERAT, 'not;svar', 'not;svar;grupp'),
        (files) =>
          void files.set(
            PUBLICERAT,
            `${String(files.get(PUBLICERAT)).replace(/;(delvis)?$/gm, ';$1;')}U1;2016;51;Påhittad;;;stadsdelar-storstad\n`,
          ),
      ],
      finding: { file: PUBLICERAT, row: 5, message: 'data ger 50 % (1 av 2), men publicerat är 51 %' },
    },
    {
      name: 'a register',
      change: [
        replace(PUBLICERAT, 'not;svar', 'not;svar;grupp;enhet'),
        (files) =>
          void files.set(
            PUBLICERAT,
            `${String(files.get(PUBLICERAT)).replace(/;(delvis)?$/gm, ';$1;;')}OJ-1;2022;999;Påhittad;;;;antal\n`,
          ),
      ],
      finding: { file: PUBLICERAT, row: 5, message: 'data ger 1\u00a0000' },
    },
  ],
  'publicerat-skiljer-ungefar': [
    {
      name: 'more than two away from "about"',
      change: [
        replace(PUBLICERAT, 'not;svar', 'not;svar;ungefar'),
        (files) =>
          void files.set(
            PUBLICERAT,
            String(files.get(PUBLICERAT))
              .replace(/;(delvis)?$/gm, ';$1;')
              .replace('40;Påhittad;;;', '43;Påhittad;;;ja'),
          ),
      ],
      finding: { file: PUBLICERAT, row: 4, message: 'ungefär 43 %' },
    },
  ],
  'enkat-kommuner-saknas': [
    {
      name: 'two kommuner without a row',
      change: [
        replace(ENKAT, '0114;Upplands Väsby;;ja;nej\n', ''),
        replace(ENKAT, '0643;Habo;;-;-\n', ''),
        replace(PUBLICERAT, 'U1;2016;60', 'U1;2016;50'),
        replace(PUBLICERAT, 'U2;2016;20', 'U2;2016;25'),
      ],
      finding: {
        file: ENKAT,
        row: null,
        value: '2',
        message: '2 kommuner saknas: Upplands Väsby (0114), Habo (0643).',
      },
    },
  ],
  'enkat-stadsdelar-saknas': [
    {
      name: 'a stadsdel without a row',
      change: [
        replace(ENKAT, '0180;Stockholm;Farsta;ja;ja\n', ''),
        replace(PUBLICERAT, 'U1;2016;60', 'U1;2016;50'),
        replace(PUBLICERAT, 'U2;2016;20', 'U2;2016;25'),
      ],
      finding: { file: ENKAT, row: null, value: '1', message: '1 stadsdel saknas: Farsta (0180-farsta).' },
    },
  ],
  'register-kommuner-saknas': [
    {
      name: 'a kommun without a row',
      change: [replace(ANTAL, '0643;2022;T;;X\n', '')],
      finding: { file: ANTAL, row: null, value: '1', message: '1 kommun saknas 2022: Habo (0643)' },
    },
  ],
  'kommun-lika-lan': [
    {
      name: 'a count that is the whole län, though others have some too',
      change: [
        replace(ANTAL, '0114;2022;T;100', '0114;2022;T;700'),
        replace(ANTAL, '00;2022;T;1000', '00;2022;T;2000'),
      ],
      finding: {
        file: ANTAL,
        row: 4,
        value: '700',
        message: 'Upplands Väsby har 2022 samma värde som Stockholms län',
      },
    },
    {
      name: 'a rate of many digits, kommun and län of the same name',
      change: [
        asRate,
        replace(ANTAL, '01;2022;T;700', '01;2022;T;43.54'),
        replace(ANTAL, '0180;2022;T;500', '0180;2022;T;43,54'),
      ],
      finding: { file: ANTAL, row: 5, value: '43.54', message: 'Stockholms län' },
    },
  ],
  'kommun-kanske-lika-lan': [
    {
      name: 'a count, where nothing is known of the others',
      change: [
        replace(ANTAL, '0114;2022;T;100;', '0114;2022;T;700;'),
        replace(ANTAL, '0180;2022;T;500;', '0180;2022;T;;X'),
      ],
      finding: { file: ANTAL, row: 4, message: 'Upplands Väsby' },
    },
    {
      name: 'a rate of few digits, kommun and län of the same name',
      change: [
        asRate,
        replace(ANTAL, '01;2022;T;700', '01;2022;T;4.5'),
        replace(ANTAL, '0180;2022;T;500', '0180;2022;T;4.5'),
      ],
      finding: { file: ANTAL, row: 5, message: 'Stockholm' },
    },
  ],
  'summa-kon': [
    {
      name: 'women and men are not all',
      change: [append(ANTAL, '0114;2022;K;40;', '0114;2022;M;59;')],
      finding: {
        file: ANTAL,
        row: 4,
        value: '100',
        message: '40 kvinnor och 59 män blir 99, men för alla står 100',
      },
    },
  ],
  'summa-over-lan': [
    {
      name: 'the kommuner have more than their län',
      change: [replace(ANTAL, '01;2022;T;700', '01;2022;T;599')],
      finding: { file: ANTAL, row: 3, value: '599', message: 'tillsammans 600, men länet har 599' },
    },
  ],
  'summa-over-riket': [
    {
      name: 'the kommuner have more than riket',
      change: [replace(ANTAL, '00;2022;T;1000', '00;2022;T;800')],
      finding: {
        file: ANTAL,
        row: 2,
        value: '800',
        message: 'Kommunerna har 2022 tillsammans 820, men riket har 800',
      },
    },
    {
      name: 'the län have more than riket',
      change: [append(ANTAL, '03;2022;T;301;')],
      finding: { file: ANTAL, row: 2, message: 'Länen har 2022 tillsammans 1\u00a0001' },
    },
    {
      name: 'rates, weighted with the population',
      change: [
        asRate,
        replace(ANTAL, '00;2022;T;1000', '00;2022;T;400'),
        replace(ANTAL, '01;2022;T;700;\n', ''),
      ],
      finding: { file: ANTAL, row: 2, value: '400', message: 'vägda med folkmängden' },
    },
  ],
};

describe.each(Object.entries(CASES))('%s', (code, cases) => {
  it.each(cases.map((c) => [c.name, c] as const))('%s', (_, { change, finding }) => {
    const { message, ...exact } = finding;
    expect(loadFiles(folder(...change)).report.findings).toEqual([
      expect.objectContaining({
        ...exact,
        ...RULES[code as keyof typeof RULES],
        code,
        message: expect.stringContaining(message),
      }),
    ]);
  });
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
    ['when women and men are all', [append(ANTAL, '0114;2022;K;40;', '0114;2022;M;60;')]],
  ])('%s', (_, change) => {
    expect(loadFiles(folder(...change)).report.findings).toEqual([]);
  });
});

it('kommun-troligen-lan: a namesake jumps in the year when the sum is too large', () => {
  const { report } = loadFiles(
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

describe('what no data folder can hold, but an importer could make', () => {
  const { index } = loadFiles(folder());
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
