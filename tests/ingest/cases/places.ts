import { ANTAL, append, ENKAT, ENKAT_2018, OMRADE, replace } from '../folder.ts';
import { withHistory } from '../kommun-history.ts';
import type { Case } from './case.ts';

const KOMMUNER = 'referens/kommuner.csv';

/** Codes and names. */
export const placeCases = {
  'kommunkod-okand': [
    {
      name: 'a code that does not exist, with a name that does',
      change: [replace(ENKAT, '0380;Uppsala;;ja', '0399;Uppsala;;ja')],
      finding: { file: ENKAT, row: 7, column: 'kommunkod', value: '0399', suggestion: '”0380” (Uppsala)' },
    },
    {
      name: 'a code that does not exist in a register',
      change: [replace(ANTAL, '0305;', '0306;')],
      finding: { file: ANTAL, row: 6, column: 'kod', value: '0306', suggestion: 'referens/kommuner.csv' },
    },
    {
      name: 'two digits that have changed places',
      change: [replace(ANTAL, '0305;', '0350;')],
      finding: { file: ANTAL, row: 6, column: 'kod', value: '0350', suggestion: '”0305” (Håbo)' },
    },
    {
      name: 'the code of a region in Kolada',
      change: [replace(ANTAL, '01;2022', '0001;2022')],
      finding: { file: ANTAL, row: 3, value: '0001', suggestion: 'Stockholms län skrivs ”01”' },
    },
    {
      name: 'the code of riket in Kolada',
      change: [replace(ANTAL, '00;2022', '0000;2022')],
      finding: { file: ANTAL, row: 2, value: '0000', suggestion: '”00”' },
    },
    {
      name: 'a län in a survey',
      change: [append(ENKAT_2018, '01;Stockholms län;;ja')],
      finding: {
        file: ENKAT_2018,
        row: 7,
        value: '01',
        message: 'Stockholms län',
        suggestion: 'Ta bort raden',
      },
    },
    {
      name: 'code and name in one cell',
      change: [replace(ANTAL, '0305;', '0305 Håbo;')],
      finding: { file: ANTAL, row: 6, value: '0305 Håbo', suggestion: '”0305” (Håbo)' },
    },
    {
      name: 'a code that a spreadsheet took for a number',
      change: [replace(ANTAL, '0305;', '305.0;')],
      finding: { file: ANTAL, row: 6, value: '305.0', suggestion: '”0305” (Håbo)' },
    },
    {
      name: 'a name with kommun after it',
      change: [replace(ANTAL, '0380;', 'Uppsala kommun;')],
      finding: { file: ANTAL, row: 7, value: 'Uppsala kommun', suggestion: '”0380” (Uppsala)' },
    },
    {
      name: 'a city that does not exist in an edition',
      change: [replace(OMRADE, '"2018.1",', '"2018.1", "stadsdelsstader": ["0181"],')],
      finding: { file: OMRADE, value: '0181', suggestion: 'referens/kommuner.csv' },
    },
  ],
  'kommunkod-tappad-nolla': [
    {
      name: 'a kommun in the survey',
      change: [replace(ENKAT, '0114;', '114;')],
      finding: {
        file: ENKAT,
        row: 2,
        column: 'kommunkod',
        value: '114',
        suggestion: '”0114” (Upplands Väsby)',
      },
    },
    {
      name: 'a kommun in a register',
      change: [replace(ANTAL, '\n0380;', '\n380;')],
      finding: { file: ANTAL, row: 7, column: 'kod', value: '380', suggestion: '”0380”' },
    },
    {
      name: 'a län',
      change: [replace(ANTAL, '\n01;', '\n1;')],
      finding: { file: ANTAL, row: 3, value: '1', suggestion: '”01”' },
    },
    {
      name: 'in the reference data, without a flood of unknown codes',
      change: [replace('referens/kommuner.csv', '0305;', '305;')],
      finding: {
        file: 'referens/kommuner.csv',
        row: 4,
        column: 'kommunkod',
        value: '305',
        suggestion: '”0305”',
      },
    },
    {
      name: 'riket',
      change: [replace(ANTAL, '\n00;', '\n0;')],
      finding: { file: ANTAL, row: 2, value: '0', suggestion: '”00”' },
    },
  ],
  'kommunkod-nedlagd': [
    {
      name: 'a kommun that moved to another län',
      change: [replace(ENKAT, '0643;Habo', '1623;Habo')],
      finding: { file: ENKAT, row: 8, column: 'kommunkod', value: '1623', suggestion: '”0643” (Habo)' },
    },
    {
      name: 'a kommun of a län that is gone',
      change: [append(ANTAL, '1504;2022;T;1;')],
      finding: { file: ANTAL, row: 9, value: '1504', message: 'Älvsborgs län' },
    },
  ],
  'kommunnamn-annan-kod': [
    {
      name: 'rows of a register that have slipped by one',
      change: [
        (files) =>
          void files.set(
            ANTAL,
            'kod;kommun;ar;kon;varde;saknas\n0114;Upplands Väsby;2022;T;100;\n0180;Håbo;2022;T;500;\n0305;;2022;T;20;\n0380;Uppsala;2022;T;200;\n0643;Habo;2022;T;;X\n',
          ),
      ],
      finding: { file: ANTAL, row: 3, column: 'kommun', value: 'Håbo', suggestion: 'förskjutits' },
    },
    {
      name: 'a name that belongs to another code',
      change: [replace(ENKAT, '0305;Håbo', '0305;Habo')],
      finding: {
        file: ENKAT,
        row: 6,
        column: 'kommun',
        value: 'Habo',
        suggestion: '”0643” eller namnet ”Håbo”',
      },
    },
  ],
  'kommunnamn-fel': [
    {
      name: 'a misspelt name',
      change: [replace(ENKAT, ';Upplands Väsby', ';Uplands Väsby')],
      finding: {
        file: ENKAT,
        row: 2,
        column: 'kommun',
        value: 'Uplands Väsby',
        suggestion: '”Upplands Väsby”',
      },
    },
  ],
  'stadsdel-okand': [
    {
      name: 'a misspelt stadsdel',
      change: [replace(ENKAT, 'Bromma', 'Broma')],
      finding: { file: ENKAT, row: 4, column: 'stadsdel', value: 'Broma', suggestion: '”Bromma”' },
    },
  ],
  'stadsdel-annan-stad': [
    {
      name: "another city's stadsdel",
      change: [replace(ENKAT, 'Bromma', 'Gottsunda')],
      finding: { file: ENKAT, row: 4, column: 'stadsdel', value: 'Gottsunda', message: '0380' },
    },
  ],
  'stadsdel-ej-giltig': [
    {
      name: 'a stadsdel that no longer existed',
      change: [append(ENKAT, '0180;Stockholm;Älvsjö;ja;ja')],
      finding: { file: ENKAT, row: 9, column: 'stadsdel', value: 'Älvsjö', message: '2015-12-31' },
    },
  ],
  'stadsdel-ej-med': [
    {
      name: 'a stadsdel in an edition without them',
      change: [append(ENKAT_2018, '0180;Stockholm;Bromma;ja')],
      finding: { file: ENKAT_2018, row: 7, column: 'stadsdel', value: 'Bromma' },
    },
  ],
  'stad-med-svar': [
    {
      name: 'a city that answers beside its stadsdelar',
      change: [replace(ENKAT, '0180;Stockholm;;.;.', '0180;Stockholm;;.;ja')],
      finding: { file: ENKAT, row: 3, column: 'U2', value: 'ja', suggestion: '”.”' },
    },
  ],
  'referens-okand-kod': [
    {
      name: 'a code that has gone, replaced by one that is not there',
      change: [replace('referens/utgangna_koder.csv', '1623;0643', '1623;0663')],
      finding: { file: 'referens/utgangna_koder.csv', row: 3, column: 'ersatt_av', value: '0663' },
    },
    {
      name: 'an unknown kommungrupp',
      change: [replace('referens/kommuner.csv', '0305;Håbo;03;B4', '0305;Håbo;03;B5')],
      finding: {
        file: 'referens/kommuner.csv',
        row: 4,
        column: 'kommungrupp',
        value: 'B5',
        suggestion: 'A1, B4',
      },
    },
    {
      name: 'a tile for nobody',
      change: [append('referens/kommunrutor.csv', '0999;9;9')],
      finding: { file: 'referens/kommunrutor.csv', row: 7, column: 'kod', value: '0999' },
    },
    {
      name: 'an unknown neighbour',
      change: [append('referens/grannar.csv', '0114;0999')],
      finding: { file: 'referens/grannar.csv', row: 4, column: 'kommunkod_b', value: '0999' },
    },
    {
      name: "a stadsdel with another kommun's code in its own",
      change: [replace('referens/stadsdelar.csv', '0380-gottsunda', '0381-gottsunda')],
      finding: { file: 'referens/stadsdelar.csv', row: 5, column: 'kod', suggestion: '0380-gottsunda' },
    },
  ],
  'referens-lanskod': [
    {
      name: 'a kommun in the wrong län',
      change: [replace('referens/kommuner.csv', '0643;Habo;06', '0643;Habo;03')],
      finding: { file: 'referens/kommuner.csv', row: 6, column: 'lanskod', value: '03', suggestion: '”06”' },
    },
  ],
  'referens-ruta-saknas': [
    {
      name: 'a kommun without a tile',
      change: [replace('referens/kommunrutor.csv', '0643;3;3\n', '')],
      finding: { file: 'referens/kommunrutor.csv', value: '0643' },
    },
  ],
  'referens-kod-i-bruk': [
    {
      name: 'a kommun that is said to be gone, and is there',
      change: [append('referens/utgangna_koder.csv', '0305;0380;2010-12-31;Håbo gick upp i Uppsala 2011')],
      finding: { file: 'referens/utgangna_koder.csv', row: 4, column: 'kod', value: '0305' },
    },
    {
      name: 'a län that is said to be gone, and is there',
      change: [append('referens/utgangna_koder.csv', '03;;;Uppsala län är borta')],
      finding: { file: 'referens/utgangna_koder.csv', row: 4, value: '03', suggestion: 'lan.csv' },
    },
  ],
  'referens-efterfoljare': [
    {
      name: 'a kommun that ends without saying what it became',
      change: [withHistory(['0399;Gamla;03;A1;100;;2010-12-31;'])],
      finding: { file: KOMMUNER, column: 'giltig_till', value: '2010-12-31', suggestion: 'ersatt_av' },
    },
    {
      name: 'a kommun that has become another, and still is',
      change: [withHistory([], { '0305': ';;0380' })],
      finding: { file: KOMMUNER, column: 'giltig_till', value: '', suggestion: 'giltig_till' },
    },
  ],
  'referens-datum': [
    {
      name: 'an end before the beginning',
      change: [replace('referens/stadsdelar.csv', '2007-01-01;2015-12-31', '2007-01-01;2005-12-31')],
      finding: { file: 'referens/stadsdelar.csv', row: 2, column: 'giltig_till', value: '2005-12-31' },
    },
  ],
} as const satisfies Record<string, readonly Case[]>;
