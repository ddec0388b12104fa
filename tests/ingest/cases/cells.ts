import { ANDEL, ANTAL, ENKAT, PUBLICERAT, replace } from '../folder.ts';
import type { Case } from './case.ts';

const andel = (text: string) => replace(ANDEL, '4,5', text);
const atAndel = { file: ANDEL, row: 2, column: 'varde' };
const antal = (text: string) => replace(ANTAL, ';100;', `;${text};`);
const atAntal = { file: ANTAL, row: 4, column: 'varde' };

/** What is wrong with a cell whatever its column. */
export const cellCases = {
  'cell-tom': [
    {
      name: 'an empty answer',
      change: [replace(ENKAT, ';ja;nej', ';;nej')],
      finding: { file: ENKAT, row: 2, column: 'U1', value: '', suggestion: '- (svarade inte)' },
    },
    { name: 'neither value nor reason', change: [antal('')], finding: { ...atAntal, value: '' } },
    {
      name: 'an empty year where the year is known',
      change: [replace(ANTAL, '01;2022', '01;')],
      finding: { file: ANTAL, row: 3, column: 'ar', suggestion: '2021, 2022' },
    },
    {
      name: 'a published figure without its source',
      change: [replace(PUBLICERAT, '20;Påhittad', '20;')],
      finding: { file: PUBLICERAT, row: 3, column: 'kalla', suggestion: 'Skriv ett värde.' },
    },
  ],
  'cell-formel': [
    {
      name: 'an equals sign in an answer',
      change: [replace(ENKAT, ';ja;nej', ';=1+1;nej')],
      finding: { file: ENKAT, row: 2, column: 'U1', value: '=1+1' },
    },
    {
      name: 'an at sign in a name',
      change: [replace(ENKAT, ';Upplands Väsby', ';@Upplands Väsby')],
      finding: {
        file: ENKAT,
        row: 2,
        column: 'kommun',
        value: '@Upplands Väsby',
        suggestion: '”Upplands Väsby”',
      },
    },
    {
      name: 'a link of Excel in a name, with what it shows',
      change: [
        replace(ENKAT, ';Upplands Väsby', ';"=HYPERLINK(""https://example.org/vasby"";""Upplands Väsby"")"'),
      ],
      finding: { file: ENKAT, row: 2, column: 'kommun', suggestion: '”Upplands Väsby”' },
    },
    {
      name: 'a link of Excel in a note, in Swedish and without words of its own',
      change: [replace(ANDEL, 'En not', '"=HYPERLÄNK(""https://example.org/not"")"')],
      finding: { file: ANDEL, row: 3, column: 'not', suggestion: '”https://example.org/not”' },
    },
    {
      name: 'a code that is kept as text by a formula',
      change: [replace(ENKAT, '\n0114;', '\n"=""0114""";')],
      finding: { file: ENKAT, row: 2, column: 'kommunkod', suggestion: '”0114”' },
    },
    {
      name: 'a plus sign in a source',
      change: [replace(ANDEL, 'En annan källa', '+En annan källa')],
      finding: { file: ANDEL, row: 3, column: 'kalla', suggestion: '”En annan källa”' },
    },
    {
      name: 'a hyphen in a note',
      change: [replace(ANDEL, 'En not', '-En not')],
      finding: { file: ANDEL, row: 3, column: 'not' },
    },
    {
      name: 'a tab in a note',
      change: [replace(ANDEL, 'En not', '\tEn not')],
      finding: { file: ANDEL, row: 3, column: 'not', message: 'tabb' },
    },
    {
      name: 'a carriage return in a note',
      change: [replace(ANDEL, 'En not', '"\rEn not"')],
      finding: { file: ANDEL, row: 3, column: 'not', message: 'radslut' },
    },
    {
      name: 'a plus sign before a number',
      change: [andel('+4,5')],
      finding: { ...atAndel, value: '+4,5', suggestion: '”4,5”' },
    },
    {
      name: 'a formula in the reference data',
      change: [
        replace(
          'referens/stadsdelar.csv',
          '0180-farsta;0180;Farsta;stadsdelsområde;2007-01-01;;;',
          '0180-farsta;0180;Farsta;stadsdelsområde;2007-01-01;;=A1;',
        ),
      ],
      finding: { file: 'referens/stadsdelar.csv', row: 4, column: 'not', value: '=A1' },
    },
  ],
  'tecken-osynligt': [
    {
      name: 'a soft hyphen in a name',
      change: [replace(ENKAT, 'Uppsala;', 'Upp\u00adsala;')],
      finding: { file: ENKAT, row: 7, column: 'kommun', message: 'U+00AD', suggestion: '”Uppsala”' },
    },
    {
      name: 'a space without width in an answer',
      change: [replace(ENKAT, ';ja;nej', ';ja\u200b;nej')],
      finding: { file: ENKAT, row: 2, column: 'U1', message: 'Tecken 3 i cellen', suggestion: '”ja”' },
    },
    {
      name: 'a mark of direction before a code',
      change: [replace(ANTAL, '\n0114;', '\n\u200e0114;')],
      finding: { file: ANTAL, row: 4, column: 'kod', message: 'U+200E', suggestion: '”0114”' },
    },
    {
      name: 'a space without width in a number',
      change: [replace(ANTAL, ';700;', ';7\u200b00;')],
      finding: { file: ANTAL, row: 3, column: 'varde', message: 'U+200B', suggestion: '”700”' },
    },
    {
      name: 'a byte order mark in a header',
      change: [replace(ANTAL, 'kod;ar;kon', 'kod;\u2060ar;kon')],
      finding: { file: ANTAL, row: 1, message: 'U+2060', suggestion: '”ar”' },
    },
  ],
  'cell-blanksteg': [
    {
      name: 'a space before a code',
      change: [replace(ANTAL, '\n0114;', '\n 0114;')],
      finding: { file: ANTAL, row: 4, column: 'kod', value: ' 0114', suggestion: '”0114”' },
    },
    {
      name: 'a space after a name',
      change: [replace(ENKAT, 'Uppsala;', 'Uppsala ;')],
      finding: { file: ENKAT, row: 7, column: 'kommun', suggestion: '”Uppsala”' },
    },
    {
      name: 'a space after a sign',
      change: [replace(ANDEL, '..', '.. ')],
      finding: { file: ANDEL, row: 4, column: 'varde', suggestion: '”..”' },
    },
  ],
  'cell-ogiltig': [
    {
      name: 'half a column',
      change: [replace('referens/kommunrutor.csv', '0643;3;3', '0643;3,5;3')],
      finding: { file: 'referens/kommunrutor.csv', column: 'col', value: '3,5' },
    },
    {
      name: 'a population that is not a number of people',
      change: [replace('referens/kommuner.csv', ';20000', ';0')],
      finding: { file: 'referens/kommuner.csv', row: 4, column: 'folkmangd', value: '0' },
    },
    {
      name: 'an unknown unit of a published figure',
      change: [
        replace(PUBLICERAT, 'kalla;not;svar', 'kalla;not;svar;enhet'),
        (files) =>
          void files.set(
            PUBLICERAT,
            String(files.get(PUBLICERAT))
              .replace(/;(delvis)?$/gm, ';$1;')
              .replace('delvis;', 'delvis;promille'),
          ),
      ],
      finding: { file: PUBLICERAT, row: 3, column: 'enhet', value: 'promille', suggestion: 'procent, antal' },
    },
  ],
} as const satisfies Record<string, readonly Case[]>;
