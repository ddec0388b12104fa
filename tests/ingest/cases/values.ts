import {
  ANDEL,
  ANTAL,
  type Change,
  ENKAT,
  INDIKATORER,
  PUBLICERAT,
  replace,
  textOf,
  UTAN_AR,
  write,
} from '../folder.ts';
import type { Case } from './case.ts';

const andel = (text: string) => replace(ANDEL, '4,5', text);
const antal = (text: string) => replace(ANTAL, ';100;', `;${text};`);
/** The counts of the folder as something else: amounts, inhabitants, years. */
const as =
  (svarstyp: string, enhet: string): Change =>
  (files) => {
    const all = JSON.parse(textOf(files, INDIKATORER)).map((i: { id: string }) =>
      i.id === 'OJ-1' ? { ...i, svarstyp, enhet, decimaler: 0, utanPersonskydd: null } : i,
    );
    files.set(INDIKATORER, JSON.stringify(all));
  };
const inKronor = as('kronor', 'kronor');
const asInhabitants = as('folkmangd', 'invånare');
/** Years in place of the counts, the first being the one given. */
const years = (first: string): readonly Change[] => [
  as('artal', 'år'),
  write(
    ANTAL,
    `${['kod;ar;kon;varde;saknas', `0114;2022;T;${first};`, '0180;2022;T;2019;', '0305;2022;T;2020;', '0380;2022;T;2022;', '0643;2022;T;;X'].join('\n')}\n`,
  ),
];
const atYear = { file: ANTAL, row: 2, column: 'varde' };
/** Who stands behind the count in row 4, whose people (if any) another indicator counts. */
const bidrag =
  (vilkas: string | null, column: string, value: string): Change =>
  (files) => {
    const all = JSON.parse(textOf(files, INDIKATORER)) as { id: string }[];
    const own = all.map((i) => (i.id === 'OJ-1' && vilkas !== null ? { ...i, vilkas } : i));
    const people = {
      ...all.find((i) => i.id === 'OJ-1'),
      id: 'OJ-9',
      slug: 'nio',
      utanPersonskydd: null,
      personskydd: {},
    };
    files.set(INDIKATORER, JSON.stringify(vilkas === null ? own : [...own, people]));
    if (vilkas !== null) files.set('omraden/prov/register/OJ-9.csv', textOf(files, ANTAL));
    const columns = ['bidragande', 'storsta_andel', 'nast_storsta_andel'];
    const given = (of: string) =>
      of === column ? value : of === 'storsta_andel' && column !== 'bidragande' ? '50' : '';
    const [header = '', ...rows] = textOf(files, ANTAL).trimEnd().split('\n');
    const lines = rows.map((row, i) => [row, ...columns.map((of) => (i === 2 ? given(of) : ''))].join(';'));
    files.set(ANTAL, `${[[header, ...columns].join(';'), ...lines].join('\n')}\n`);
  };
const atAndel = { file: ANDEL, row: 2, column: 'varde' };
const atAntal = { file: ANTAL, row: 4, column: 'varde' };

/** Answers, numbers, years. */
export const valueCases = {
  'svar-ogiltigt': [
    {
      name: 'an answer that is not in the answer type',
      change: [replace(ENKAT, ';ja;nej', ';jaa;nej')],
      finding: {
        file: ENKAT,
        row: 2,
        column: 'U1',
        value: 'jaa',
        suggestion: '”ja”? Giltiga svar: ja, nej',
      },
    },
    {
      name: 'an answer of another type',
      change: [replace(ENKAT, ';ja;nej', ';delvis;nej')],
      finding: { file: ENKAT, row: 2, column: 'U1', value: 'delvis', suggestion: 'Giltiga svar: ja, nej' },
    },
    {
      name: 'the text of an answer in place of its word',
      change: [replace(ENKAT, 'nej;delvis', 'nej;Ja, med vissa')],
      finding: { file: ENKAT, row: 4, column: 'U2', value: 'Ja, med vissa', suggestion: '”delvis”' },
    },
    {
      name: 'an unknown category',
      change: [replace(UTAN_AR, 'Underskott', 'Underskot')],
      finding: { file: UTAN_AR, row: 3, column: 'varde', suggestion: '”Underskott”' },
    },
    {
      name: 'a published figure about an answer that does not exist',
      change: [replace(PUBLICERAT, ';delvis', ';delvist')],
      finding: { file: PUBLICERAT, row: 3, column: 'svar', suggestion: '”delvis”' },
    },
  ],
  'cell-datum': [
    {
      name: 'day and month',
      change: [andel('1-mar')],
      finding: { ...atAndel, value: '1-mar', suggestion: '”1,3”' },
    },
    { name: 'month and year', change: [andel('maj-21')], finding: { ...atAndel, suggestion: '”5,21”' } },
    { name: 'a whole date', change: [andel('2022-03-01')], finding: { ...atAndel, suggestion: 'text' } },
    {
      name: 'in an answer',
      change: [replace(ENKAT, ';ja;nej', ';01-feb;nej')],
      finding: { file: ENKAT, row: 2, column: 'U1', value: '01-feb' },
    },
    {
      name: 'in a code',
      change: [replace(ANTAL, '\n01;', '\n01-jan;')],
      finding: { file: ANTAL, row: 3, column: 'kod' },
    },
  ],
  'tal-ogiltigt': [
    { name: 'words', change: [andel('fyra')], finding: { ...atAndel, value: 'fyra' } },
    { name: 'a decimal sign and no decimals', change: [andel('4,')], finding: { ...atAndel, value: '4,' } },
  ],
  'tal-mellanslag': [
    {
      name: 'an ordinary space',
      change: [antal('0 100')],
      finding: { ...atAntal, value: '0 100', message: '0100' },
    },
    {
      name: 'a no-break space',
      change: [replace(ANTAL, '1000', '1\u00a0000')],
      finding: { file: ANTAL, row: 2, message: 'U+00A0', suggestion: '”1000”' },
    },
    {
      name: 'a narrow no-break space',
      change: [replace(ANTAL, '1000', '1\u202f000')],
      finding: { file: ANTAL, row: 2, message: 'U+202F' },
    },
    {
      name: 'a thin space',
      change: [replace(ANTAL, '1000', '1\u2009000')],
      finding: { file: ANTAL, row: 2, message: 'U+2009' },
    },
    { name: 'a space at the end', change: [andel('4,5 ')], finding: { ...atAndel, suggestion: '”4,5”' } },
  ],
  'tal-tvetydigt': [
    {
      name: 'a space that does not part thousands',
      change: [antal('1 00')],
      finding: { ...atAntal, suggestion: '”100”' },
    },
    { name: 'point and comma', change: [antal('1.000,5')], finding: { ...atAntal, suggestion: '”1000,5”' } },
    { name: 'an English thousand', change: [antal('1,000')], finding: { ...atAntal, suggestion: '426700' } },
    { name: 'a count with a point', change: [antal('1.234')], finding: { ...atAntal, suggestion: '426700' } },
    { name: 'two points', change: [antal('1.000.000')], finding: { ...atAntal, suggestion: '”1000000”' } },
  ],
  'tal-minustecken': [
    {
      name: 'a real minus sign',
      change: [replace(ANDEL, '100', '\u22120')],
      finding: { file: ANDEL, row: 5, column: 'varde', value: '\u22120', suggestion: '”-0”' },
    },
  ],
  'tal-med-enhet': [
    {
      name: 'a percent sign',
      change: [andel('4,5 %')],
      finding: { ...atAndel, value: '4,5 %', suggestion: '”4,5”' },
    },
    { name: 'kronor', change: [antal('100 kr')], finding: { ...atAntal, suggestion: '”100”' } },
  ],
  'tal-exponent': [
    {
      name: 'as spreadsheets write large numbers',
      change: [antal('1E+02')],
      finding: { ...atAntal, suggestion: '100' },
    },
  ],
  'bidrag-ogiltigt': (
    [
      ['an indicator that belongs to no people', null, 'bidragande', '12', 'vilkas'],
      ['a half person', 'OJ-9', 'bidragande', '12,5', 'till exempel 12'],
      ['more than everything', 'OJ-9', 'storsta_andel', '120', 'till exempel 37,5'],
      ['a second that is larger than the first', 'OJ-9', 'nast_storsta_andel', '60', 'Rätta andelarna'],
    ] as const
  ).map(([name, vilkas, column, value, suggestion]) => ({
    name,
    change: [bidrag(vilkas, column, value)],
    finding: { file: ANTAL, row: 4, column, value, suggestion },
  })),
  'tal-utanfor': [
    {
      name: 'more than a hundred percent',
      change: [andel('104,5')],
      finding: { ...atAndel, value: '104,5', suggestion: 'mellan 0 och 100' },
    },
    {
      name: 'less than nothing',
      change: [antal('-1')],
      finding: { ...atAntal, value: '-1', suggestion: 'minst 0' },
    },
    {
      name: 'a year of two digits',
      change: years('21'),
      finding: { ...atYear, value: '21', suggestion: 'Skriv året med fyra siffror, från 1900 till 2100.' },
    },
    {
      name: 'a year as a date',
      change: years('20210101'),
      finding: { ...atYear, value: '20210101', suggestion: 'fyra siffror, från 1900' },
    },
    {
      name: 'a kommun where nobody lives',
      change: [asInhabitants, antal('0')],
      finding: { ...atAntal, value: '0', suggestion: 'minst 1' },
    },
    {
      name: 'a published share over a hundred',
      change: [replace(PUBLICERAT, 'U1;2016;60', 'U1;2016;160')],
      finding: { file: PUBLICERAT, row: 2, column: 'varde', value: '160' },
    },
  ],
  'tal-ej-heltal': [
    { name: 'half a person', change: [antal('100,5')], finding: { ...atAntal, value: '100,5' } },
    {
      name: 'half an inhabitant',
      change: [asInhabitants, antal('100,5')],
      finding: { ...atAntal, value: '100,5' },
    },
    {
      name: 'a year with a thousands mark',
      change: years('2,021'),
      finding: { ...atYear, value: '2,021', suggestion: 'fyra siffror, från 1900' },
    },
    {
      name: 'less than nothing, with decimals: one fault',
      change: [antal('-1,5')],
      finding: { ...atAntal, value: '-1,5' },
    },
    {
      name: 'half a year',
      change: years('2021,5'),
      finding: { ...atYear, value: '2021,5', suggestion: 'fyra siffror, från 1900' },
    },
    {
      name: 'an amount in kronor with decimals, as when a thousands mark is read as a decimal point',
      change: [inKronor, antal('426,7')],
      finding: { ...atAntal, value: '426,7' },
    },
  ],
  'ar-ogiltigt': [
    {
      name: 'a year that the indicator does not have',
      change: [replace(ANTAL, '01;2022', '01;2012')],
      finding: { file: ANTAL, row: 3, column: 'ar', value: '2012', suggestion: '”2021”' },
    },
    {
      name: 'a year where none is known',
      change: [replace(UTAN_AR, '0114;;', '0114;2020;')],
      finding: { file: UTAN_AR, row: 2, column: 'ar', value: '2020' },
    },
    {
      name: 'a published figure of a year that the question does not have',
      change: [replace(PUBLICERAT, 'U2;2016', 'U2;2018')],
      finding: { file: PUBLICERAT, row: 3, column: 'ar', value: '2018', suggestion: '"ar": [2016, 2018]' },
    },
    {
      name: 'a new year in every row',
      change: [(files) => void files.set(ANTAL, textOf(files, ANTAL).replaceAll(';2022;', ';2024;'))],
      finding: {
        file: ANTAL,
        row: 2,
        alsoRows: [3, 4, 5, 6, 7, 8],
        value: '2024',
        suggestion: '"ar": [2021, 2022, 2024]',
      },
    },
  ],
  'kon-ogiltigt': [
    {
      name: 'small letter',
      change: [replace(ANTAL, '01;2022;T', '01;2022;t')],
      finding: { file: ANTAL, row: 3, column: 'kon', value: 't', suggestion: '”T”' },
    },
  ],
  'varde-och-saknas': [
    {
      name: 'a value and a reason that there is none',
      change: [replace(ANDEL, ';T;;uppgift-saknas', ';T;5;uppgift-saknas')],
      finding: { file: ANDEL, row: 6, column: 'varde', value: '5' },
    },
  ],
} as const satisfies Record<string, readonly Case[]>;
