import { describe, expect, it } from 'vitest';
import { CHECK_RULES } from '../../src/checks/rules.ts';
import { allFiles } from '../../src/files/index.ts';
import { INGEST_RULES } from '../../src/ingest/rules.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import { DISCLOSURE_RULES } from '../../src/pipeline/protect.ts';
import { RULEBOOK } from '../../src/pipeline/rulebook.ts';
import {
  inventering,
  kartlaggning,
  people,
  program,
  REGISTER_LINES,
  register,
} from '../disclosure/planted.ts';
import { type Change, folder, replace, write } from '../ingest/folder.ts';

// Reading and the checks of the whole have a case for each code, and where its finding is, in `tests/ingest` and
// `tests/checks`. Here are the codes of the protection of people, and that there are no others.

type Where = {
  readonly file: string;
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
};

const samband = (summa: string, ...delar: readonly string[]): Change =>
  write('samband.json', JSON.stringify([{ titel: 'Ett samband i provet', summa, delar }]));
const places = (...lines: readonly string[]) =>
  write('inventering/prov.csv', `kommunkod;ar;uppgift;kon;alder;varde;text\n${lines.join('\n')}\n`);
const rounded = { personskydd: { metod: 'avrunda-5' } };

/** A kept version that shows what is hidden now. */
async function earlier(): Promise<Change> {
  const { index } = await loadFiles(folder(register(...REGISTER_LINES)));
  const file = index && allFiles(index).find((f) => f.path === 'data/indikatorer/oj-1.csv');
  const csv = file ?? (index && allFiles(index).find((f) => /observationer\.csv$/.test(f.path)));
  if (!csv) throw new Error('no file of values');
  const bytes = await csv.content();
  return (files) => {
    files.set('versioner/2025.1/observationer.csv', new TextDecoder().decode(bytes));
  };
}

/** A folder for each way that a finding of the code comes about, and where in the data it points. */
const CASES: Readonly<
  Record<
    keyof typeof DISCLOSURE_RULES,
    readonly (readonly [name: string, changes: readonly (Change | Promise<Change>)[], where: Where])[]
  >
> = {
  'motsager-varandra': [
    [
      'a declared identity',
      [
        inventering('kontrakt-alla;T;alla;43;', 'uppsokta;T;alla;30;', 'fortur;T;alla;10;'),
        samband('inventering/kontrakt-alla', 'inventering/uppsokta', 'inventering/fortur'),
      ],
      { file: 'samband.json', column: 'summa', value: 'inventering/kontrakt-alla' },
    ],
  ],
  'kan-inte-skyddas': [
    [
      'rounded counts that a programme shows as they are',
      [
        kartlaggning(['personer;alla;T;43', 'personer;alla;K;21', 'personer;alla;M;22'], rounded),
        program(['hemlosa;43;21;22'], null),
      ],
      { file: 'kartlaggningar/vasby/kartlaggning.json', column: 'id', value: 'kartlaggning/vasby' },
    ],
    [
      'an identity of rounded and hidden counts',
      [
        kartlaggning(['personer;alla;T;43'], rounded),
        inventering('uppsokta;T;alla;43;'),
        samband('kartlaggning/vasby/personer', 'inventering/uppsokta'),
      ],
      { file: 'samband.json', column: 'summa', value: 'kartlaggning/vasby/personer' },
    ],
  ],
  'belopp-utan-vilkas': [
    [
      'kronor of a programme, beside a hidden count of the same year',
      [
        program(['hemlosa;40;3;37'], {}),
        replace(
          'program/prov/indikatorer.csv',
          'hemlosa;farre;Personer;personer;minska;2022;40;3;37;;Påhittad\n',
          'hemlosa;farre;Personer;personer;minska;2022;40;3;37;;Påhittad\nkostnad;farre;Boende;kronor;minska;2022;36000;;;;Påhittad\n',
        ),
      ],
      { file: 'program/prov/indikatorer.csv', row: 3, column: 'vilkas' },
    ],
  ],
  'dolt-tal-i-not': [
    [
      'a note',
      [kartlaggning(['personer;alla;T;40', 'personer;alla;K;3;antal;Bara 3 svar', 'personer;alla;M;37'])],
      { file: 'kartlaggningar/vasby/varden.csv', row: 3, column: 'not', value: '3' },
    ],
  ],
  'dolt-tal-i-text': [
    [
      'a text of an inventory',
      [
        inventering(
          'akut-alla;T;alla;40;',
          'akut-alla;K;alla;3;',
          'akut-alla;M;alla;37;',
          'medarbetare;T;alla;;Vi har mött tre kvinnor',
        ),
      ],
      { file: 'inventering/vasby.csv', row: 5, column: 'text', value: '3' },
    ],
  ],
  'samband-funnet': [
    [
      'the same sum everywhere',
      [
        places(
          ...(
            [
              ['0114', 43, 30, 13],
              ['0180', 90, 70, 20],
              ['0305', 51, 31, 20],
              ['0380', 43, 40, 3],
            ] as const
          ).flatMap(([kod, all, some, rest]) =>
            [`kontrakt-alla;T;alla;${all};`, `uppsokta;T;alla;${some};`, `sover-ute;T;alla;${rest};`].map(
              (line) => `${kod};2022;${line}`,
            ),
          ),
        ),
      ],
      { file: 'samband.json', column: 'summa', value: 'inventering/kontrakt-alla' },
    ],
  ],
  'redan-i-version': [
    [
      'a register',
      [people(), register(...REGISTER_LINES), earlier()],
      { file: 'versioner/2025.1', column: 'indikator', value: 'OJ-1' },
    ],
  ],
};

describe.each(Object.entries(CASES))('%s', (code, cases) => {
  it.each(cases)('%s: names the file and the nearest row or key', async (_, changes, where) => {
    const { report } = await loadFiles(folder(...(await Promise.all(changes))));
    const found = report.findings.filter((f) => f.code === code);
    const { value = '', ...place } = where;
    expect(found).not.toEqual([]);
    expect(found[0]).toMatchObject({ ...place, value: expect.stringContaining(value) });
    expect(report.findings.filter((f) => f.file === '' || (f.row === null && f.column === null))).toEqual([]);
  });
});

it('there are no rules but those of reading, of the whole, and of the protection of people', () => {
  expect(Object.keys(RULEBOOK).sort()).toEqual(
    [INGEST_RULES, CHECK_RULES, DISCLOSURE_RULES].flatMap((rules) => Object.keys(rules)).sort(),
  );
});
