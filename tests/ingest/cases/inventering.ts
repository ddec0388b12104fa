import { FORMULAR_FILE } from '../../fixtures/formular.ts';
import { type Change, replace, write } from '../folder.ts';
import type { Case } from './case.ts';

const FILE = 'inventering/prov.csv';
const HEADER = 'kommunkod;ar;uppgift;kon;alder;varde;text';
const row = (
  uppgift: string,
  varde: string,
  kon = 'T',
  alder = 'alla',
  text = '',
  kod = '0114',
  ar = '2024',
) => [kod, ar, uppgift, kon, alder, varde, text].join(';');
const file = (...rows: readonly string[]): readonly Change[] => [
  write(FILE, `${[HEADER, ...rows].join('\n')}\n`),
];

export const wholeInventering = file(row('hotell', '7'));

export const inventeringCases = {
  'uppgift-okand': [
    {
      name: 'something that the inventory does not ask for',
      change: file(row('hotel', '4')),
      finding: { file: FILE, row: 2, column: 'uppgift', value: 'hotel', suggestion: '”hotell”' },
    },
  ],
  'uppgift-delas-inte': [
    {
      name: 'money by sex',
      change: file(row('akut-kostnad', '4000', 'K')),
      finding: { file: FILE, row: 2, column: 'kon', value: 'K' },
    },
  ],
  'uppgift-fel-sort': [
    {
      name: 'a number for free text',
      change: file(row('medarbetare', '4')),
      finding: { file: FILE, row: 2, column: 'varde', value: '4', message: 'fri text' },
    },
    {
      name: 'text for a number',
      change: file(row('hotell', '4', 'T', 'alla', 'fyra')),
      finding: { file: FILE, row: 2, column: 'text', value: 'fyra' },
    },
  ],
  'inventering-ar': [
    {
      name: 'a year with two digits',
      change: file(row('hotell', '4', 'T', 'alla', '', '0114', '24')),
      finding: { file: FILE, row: 2, column: 'ar', value: '24' },
    },
    {
      name: 'no year',
      change: file(row('hotell', '4', 'T', 'alla', '', '0114', '')),
      finding: { file: FILE, row: 2, column: 'ar', value: '', message: 'Året saknas' },
    },
  ],
  'inventering-dubbel': [
    {
      name: 'the same year in two files',
      change: [
        ...file(row('hotell', '4')),
        write('inventering/prov-2.csv', `${[HEADER, row('harbarge', '7')].join('\n')}\n`),
      ],
      finding: { file: FILE, column: 'ar', value: '2024', message: 'inventering/prov-2.csv' },
    },
  ],
  'inventering-summa': [
    {
      name: 'sexes that are more than all',
      change: file(row('hotell', '9'), row('hotell', '5', 'K'), row('hotell', '5', 'M')),
      finding: { file: FILE, row: 2, value: '9', message: 'kvinnor och män är tillsammans 10' },
    },
    {
      name: 'an age larger than all',
      change: file(row('akut-alla', '9'), row('akut-alla', '10', 'T', '65-')),
      finding: { file: FILE, row: 2, value: '9', message: 'åldrarna är tillsammans 10' },
    },
  ],
  'inventering-del': [
    {
      name: 'a part larger than the whole',
      change: file(row('akut-alla', '9'), row('hotell', '10')),
      finding: { file: FILE, row: 3, value: '10', suggestion: 'Alla i akuta boendelösningar' },
    },
  ],
  'inventering-skillnad': [
    {
      name: 'contracts reported otherwise to Boverket',
      change: file(row('kontrakt-alla', '50'), row('kontrakt-bme', '53')),
      finding: { file: FILE, row: 3, value: '53', message: 'är 50' },
    },
  ],
  'inventering-fler': [
    {
      name: 'more contracts taken over than there are',
      change: file(row('kontrakt-alla', '5'), row('kontrakt-overtagna', '6')),
      finding: { file: FILE, row: 3, value: '6' },
    },
  ],
  'formular-dubbel': [
    {
      name: 'two figures with one code',
      change: [replace(FORMULAR_FILE, '"kod": "hotell"', '"kod": "harbarge"')],
      finding: { file: FORMULAR_FILE, column: 'uppgifter[2].kod', value: 'harbarge' },
    },
    {
      name: 'two figures with one name, which workbooks could not tell apart',
      change: [replace(FORMULAR_FILE, 'Hotell, vandrarhem eller stuga', 'Härbärge eller akutboende')],
      finding: { file: FORMULAR_FILE, column: 'uppgifter[2].namn' },
    },
  ],
  'formular-okand': [
    {
      name: 'a part that the form does not have',
      change: [replace(FORMULAR_FILE, '"del": "utanfor"', '"del": "utanför"')],
      finding: { file: FORMULAR_FILE, column: 'uppgifter[20].del', suggestion: 'utanfor' },
    },
    {
      name: 'a question answered from something that is not asked',
      change: [replace(FORMULAR_FILE, '"per": "akut-dygn"', '"per": "akut-dyngn"')],
      finding: { file: FORMULAR_FILE, column: 'fragor.akut.svar[2]', suggestion: 'akut-dygn' },
    },
  ],
} as const satisfies Record<string, readonly Case[]>;

/** Defects whose code belongs to every file: here, that this file is held to them as well. */
export const inventeringDefects = [
  { name: 'a negative count', change: file(row('hotell', '-1')), code: 'tal-utanfor', column: 'varde' },
  { name: 'half a person', change: file(row('hotell', '1,5')), code: 'tal-ej-heltal', column: 'varde' },
  {
    name: 'the same figure twice',
    change: file(row('hotell', '5'), row('hotell', '5')),
    code: 'dubblett',
    column: 'uppgift',
  },
  {
    name: 'a lost zero in a code',
    change: file(row('hotell', '5', 'T', 'alla', '', '114')),
    code: 'kommunkod-tappad-nolla',
    column: 'kommunkod',
  },
  { name: 'a third sex', change: file(row('hotell', '5', 'X')), code: 'cell-ogiltig', column: 'kon' },
] as const;
