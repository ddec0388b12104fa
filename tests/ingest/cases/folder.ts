import { ANDEL, ENKAT_2018, INDIKATORER, OMRADE, PUBLICERAT, remove, replace, write } from '../folder.ts';
import type { Case } from './case.ts';

const REGISTER = 'kod;ar;kon;varde;saknas\n0114;2022;T;4;\n';

const EVENT = {
  id: 'nasta',
  datum: '2027-03',
  titel: 'Nästa version',
  text: 'Nya svar från alla kommuner.',
  beslutat: '2026-12-01',
};

export const folderCases = {
  'fil-saknas': [
    {
      name: 'a reference file is gone',
      change: [remove('referens/vattenrutor.csv')],
      finding: { file: 'referens/vattenrutor.csv', row: null },
    },
    {
      name: 'publicering.json is gone',
      change: [remove('publicering.json')],
      finding: { file: 'publicering.json' },
    },
  ],
  'fil-okand': [
    {
      name: 'a misspelt copy of a file that is there',
      change: [write('omraden/prov/publiserat.csv', 'x')],
      finding: { file: 'omraden/prov/publiserat.csv', message: 'omraden/prov/publicerat.csv' },
    },
    {
      name: 'a stray file beside a kartläggning',
      change: [write('kartlaggningar/anteckningar.txt', 'x')],
      finding: { file: 'kartlaggningar/anteckningar.txt', suggestion: 'Flytta bort filen' },
    },
    {
      name: 'a stray file in a programme',
      change: [write('program/budget.xlsx', 'x')],
      finding: { file: 'program/budget.xlsx' },
    },
    {
      name: 'a file that has nothing to do here',
      change: [write('budget.xlsx', 'x')],
      finding: { file: 'budget.xlsx', suggestion: 'Flytta bort filen' },
    },
  ],
  'fil-felnamn': [
    {
      name: 'a register saved as a workbook',
      change: [
        remove(ANDEL),
        write('omraden/prov/register/OJ-2.xlsx', 'x'),
        replace(PUBLICERAT, '\n', '\nOJ-2;2022;50;Påhittad;;\n'),
      ],
      finding: { file: 'omraden/prov/register/OJ-2.xlsx', suggestion: 'omraden/prov/register/OJ-2.csv' },
    },
    {
      name: 'an inventory saved as a workbook',
      change: [write('inventering/prov.xlsx', 'x')],
      finding: { file: 'inventering/prov.xlsx', suggestion: 'inventering/prov.csv' },
    },
    {
      name: 'a misspelt glossary',
      change: [write('texter/ordlsta.csv', 'x')],
      finding: { file: 'texter/ordlsta.csv', suggestion: 'texter/ordlista.csv' },
    },
  ],
  'fil-namn': [
    {
      name: 'capitals in a folder and an ending',
      change: [remove(ANDEL), (files) => void files.set('omraden/prov/Register/OJ-2.CSV', REGISTER)],
      finding: { file: 'omraden/prov/Register/OJ-2.CSV', message: 'omraden/prov/register/OJ-2.csv' },
    },
    {
      name: 'a glossary with a capital',
      change: [write('texter/Ordlista.csv', 'term;forklaring;se_aven\nprov;ett försök;\n')],
      finding: { file: 'texter/Ordlista.csv' },
    },
    {
      name: 'a text of the guide with a shouting ending',
      change: [
        write('texter/ordlista.csv', 'term;forklaring;se_aven\nprov;ett försök;\n'),
        write(
          'texter/anvandarguide/10-prov.MD',
          '---\ntitel: Ett prov\nkortnamn: Prov\ningress: En text som bara finns i tester.\n---\n',
        ),
      ],
      finding: {
        file: 'texter/anvandarguide/10-prov.MD',
        message: 'lästes som texter/anvandarguide/10-prov.md',
      },
    },
  ],
  'ordlista-saknas': [
    {
      name: 'a guide without a glossary',
      change: [
        write(
          'texter/anvandarguide/10-prov.md',
          '---\ntitel: Ett prov\nkortnamn: Prov\ningress: En text som bara finns i tester.\n---\n',
        ),
      ],
      finding: { file: 'texter/ordlista.csv' },
    },
  ],
  'omrade-saknas': [
    {
      name: 'no area at all',
      change: [
        (files) => {
          for (const path of [...files.keys()]) if (path.startsWith('omraden/')) files.delete(path);
        },
      ],
      finding: { file: 'omraden' },
    },
  ],
  'kalender-dubbel': [
    {
      name: 'an id twice in the calendar',
      change: [write('kalender.json', JSON.stringify([EVENT, EVENT]))],
      finding: { file: 'kalender.json', value: 'nasta' },
    },
  ],
  'kalender-omrade': [
    {
      name: 'an area that is not there',
      change: [write('kalender.json', JSON.stringify([{ ...EVENT, omrade: 'porv' }]))],
      finding: { file: 'kalender.json', value: 'porv', suggestion: 'prov' },
    },
  ],
  'samband-okand': [
    {
      name: 'an identity of something that nobody counts',
      change: [
        write('samband.json', JSON.stringify([{ titel: 'Ett samband', summa: 'OJ-1', delar: ['OJ-9'] }])),
      ],
      finding: { file: 'samband.json', value: 'OJ-9', suggestion: 'OJ-1' },
    },
  ],
  'inlasning-utan-fil': [
    {
      name: 'a record of an import whose file is gone',
      change: [
        write(
          'omraden/prov/enkat/2017.inlasning.json',
          JSON.stringify({
            fil: '2017.csv',
            sha256: 'a'.repeat(64),
            inlasningar: [
              {
                kalla: 'Kolada',
                indikatorer: ['U1'],
                ar: [2017],
                fraga: ['https://example.org/'],
                hamtad: '2026-01-01T00:00:00Z',
                sha256: 'b'.repeat(64),
              },
            ],
          }),
        ),
      ],
      finding: { file: 'omraden/prov/enkat/2017.inlasning.json', column: 'fil', value: '2017.csv' },
    },
  ],
  'enkat-saknas': [
    {
      name: 'an edition without its file',
      change: [remove(ENKAT_2018)],
      finding: { file: OMRADE, row: 36, column: 'utgavor[1].ar', value: '2018', suggestion: ENKAT_2018 },
    },
  ],
  'enkat-utan-utgava': [
    {
      name: 'answers of a year that no edition has',
      change: [(files) => void files.set('omraden/prov/enkat/2017.csv', files.get(ENKAT_2018) ?? '')],
      finding: { file: 'omraden/prov/enkat/2017.csv', value: '2017', suggestion: '2018, 2016' },
    },
  ],
  'enkat-utan-fragor': [
    {
      name: 'an edition for which no question is valid',
      change: [
        (files) => void files.set('omraden/prov/enkat/2019.csv', files.get(ENKAT_2018) ?? ''),
        replace(OMRADE, '"ar": 2018,\n      "version": "2018.1"', '"ar": 2019,\n      "version": "2019.1"'),
        remove(ENKAT_2018),
      ],
      finding: { file: OMRADE, row: 36, column: 'utgavor[1].ar', value: '2019', message: 'enkat/2019.csv' },
    },
  ],
  'register-utan-indikator': [
    {
      name: 'a register file with a misspelt id',
      change: [write('omraden/prov/register/OJ-22.csv', 'kod;ar;kon;varde;saknas\n00;2022;T;1;\n')],
      finding: { file: 'omraden/prov/register/OJ-22.csv', value: 'OJ-22', suggestion: 'OJ-2.csv' },
    },
    {
      name: 'a register file of a new indicator',
      change: [write('omraden/prov/register/OJ-7.csv', REGISTER)],
      finding: { file: 'omraden/prov/register/OJ-7.csv', suggestion: '"id": "OJ-7"' },
    },
    {
      name: 'a register file for a survey question',
      change: [write('omraden/prov/register/U1.csv', 'kod;ar;kon;varde;saknas\n00;2022;T;1;\n')],
      finding: { file: 'omraden/prov/register/U1.csv', message: 'enkätfråga' },
    },
    {
      name: 'a register file in the wrong area',
      change: [(files) => void files.set('omraden/annat/register/OJ-2.csv', files.get(ANDEL) ?? '')],
      finding: { file: 'omraden/annat/register/OJ-2.csv', suggestion: 'omraden/prov/register/' },
    },
  ],
  'register-saknas': [
    {
      name: 'a register indicator without figures',
      change: [remove(ANDEL)],
      finding: { file: INDIKATORER, row: 82, column: 'OJ-2.id', value: 'OJ-2', suggestion: ANDEL },
    },
  ],
  'indikator-okand': [
    {
      name: 'a published figure about an unknown indicator',
      change: [replace(PUBLICERAT, 'U2;2016', 'U22;2016')],
      finding: { file: PUBLICERAT, row: 3, column: 'indikator', value: 'U22', suggestion: '”U2”' },
    },
  ],
} as const satisfies Record<string, readonly Case[]>;
