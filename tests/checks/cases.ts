import type { CHECK_RULES } from '../../src/checks/rules.ts';
import {
  ANTAL,
  append,
  type Change,
  ENKAT,
  ENKAT_2018,
  INDIKATORER,
  PUBLICERAT,
  replace,
} from '../ingest/folder.ts';

/** One defect in the test folder, and the only finding that it may give. */
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
const ELSEWHERE = [
  'exempel-blandat',
  'ar-utan-utgava',
  'kommun-troligen-lan',
  'version-andrad',
  'version-sankt',
  'rattelse-saknas',
  'skala-avviker',
  'skala-hopp',
  'andel-som-kvot',
  'folkmangd-orimlig',
] as const;

/** Makes the count a rate, so that sums are no longer sums. */
export const asRate = replace(INDIKATORER, '"svarstyp": "antal"', '"svarstyp": "per-100000", "decimaler": 2');
export const published = (line: string) => append(PUBLICERAT, line);

export const CASES: Readonly<
  Record<Exclude<keyof typeof CHECK_RULES, (typeof ELSEWHERE)[number]>, readonly Case[]>
> = {
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
