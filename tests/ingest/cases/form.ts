import { ANDEL, ANTAL, append, ENKAT, ENKAT_2018, OMRADE, replace, textOf, write } from '../folder.ts';
import type { Case } from './case.ts';

const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));
/** A file saved in another encoding. */
const resaved =
  (path: string, encode: (text: string) => Uint8Array) => (files: Map<string, string | Uint8Array>) =>
    void files.set(path, encode(textOf(files, path)));
const rewritten =
  (path: string, change: (text: string) => string) => (files: Map<string, string | Uint8Array>) =>
    void files.set(path, change(textOf(files, path)));

/** Bytes, characters, and the form of a CSV file. */
export const formCases = {
  'kodning-utf16': [
    {
      name: 'UTF-16 with byte order mark',
      change: [resaved(ENKAT, (text) => bytes(`\uFEFF${text}`, 'utf16le'))],
      finding: { file: ENKAT, row: 1, value: '0xFF', suggestion: 'CSV UTF-8' },
    },
  ],
  'kodning-ej-utf8': [
    {
      name: 'Windows-1252, as Excel saves',
      change: [resaved(ENKAT, (text) => bytes(text, 'latin1'))],
      finding: { file: ENKAT, row: 2, value: '0xE4', message: '”ä”', suggestion: 'CSV UTF-8' },
    },
  ],
  'kodning-nolltecken': [
    {
      name: 'a NUL byte on the third line',
      change: [replace(ANTAL, '700', '7\u000000')],
      finding: { file: ANTAL, row: 3, value: '0x00' },
    },
  ],
  'tecken-styr': [
    {
      name: 'a soft line break from Word in a note',
      change: [replace(ANDEL, 'En not', 'En\u000bnot')],
      finding: { file: ANDEL, row: 3, value: 'U+000B', message: 'Word' },
    },
    {
      name: 'the same, written with its code in JSON',
      change: [replace(OMRADE, 'Allt är påhittat.', 'Allt är\\u000bpåhittat.')],
      finding: { file: OMRADE, message: 'U+000B' },
    },
    {
      name: 'half a character',
      change: [replace(OMRADE, 'Allt är påhittat.', 'Allt är\\ud800påhittat.')],
      finding: { file: OMRADE },
    },
  ],
  'fil-ar-html': [
    {
      name: 'a page that was saved in place of the file',
      change: [write(ANTAL, '<!DOCTYPE html>\n<html><body>404</body></html>\n')],
      finding: { file: ANTAL, row: 1 },
    },
  ],
  'fil-konflikt': [
    {
      name: 'two versions of a register',
      change: [replace(ANTAL, '0114;', '<<<<<<< HEAD\n0114;')],
      finding: { file: ANTAL, row: 4, suggestion: '=======' },
    },
    {
      name: 'two versions of a JSON file',
      change: [replace(OMRADE, '  "titel"', '<<<<<<< HEAD\n  "titel"')],
      finding: { file: OMRADE, row: 2 },
    },
  ],
  'fil-stor': [
    {
      name: 'a file larger than any table',
      change: [write(ANDEL, new Uint8Array(50_000_001))],
      finding: { file: ANDEL, message: '50 megabyte' },
    },
  ],
  'cell-lang': [
    {
      name: 'a cell with a whole document in it',
      change: [replace(ANDEL, 'En not', 'x'.repeat(100_001))],
      finding: { file: ANDEL, row: 3, message: '100001 tecken' },
    },
  ],
  'kodning-dubbel': [
    {
      name: 'UTF-8 read as Windows-1252 and saved again',
      change: [replace(ANDEL, 'En not', 'KÃ¤lla')],
      finding: { file: ANDEL, row: 3, value: 'Ã¤' },
    },
  ],
  'kodning-forstord': [
    {
      name: 'a letter has been lost',
      change: [replace(ANDEL, 'En not', 'K\uFFFDlla')],
      finding: { file: ANDEL, row: 3, value: '\uFFFD' },
    },
  ],
  'fil-ar-excel': [
    {
      name: 'a workbook with the name of a CSV file',
      change: [write(ENKAT, new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]))],
      finding: { file: ENKAT },
    },
  ],
  'fil-tom': [
    {
      name: 'no bytes',
      change: [write(ENKAT, '')],
      finding: { file: ENKAT, row: null, suggestion: 'kommunkod;kommun;stadsdel;U1;U2' },
    },
    {
      name: 'only a byte order mark and white space',
      change: [write(ENKAT, '\uFEFF \r\n\r\n')],
      finding: { file: ENKAT },
    },
    {
      name: 'an empty JSON file',
      change: [write('publicering.json', ' ')],
      finding: { file: 'publicering.json' },
    },
  ],
  'fil-utan-rader': [
    {
      name: 'a header and nothing more',
      change: [write(ANTAL, 'kod;ar;kon;varde;saknas\n')],
      finding: { file: ANTAL },
    },
  ],
  'skiljetecken-okant': [
    {
      name: 'tabs between the columns',
      change: [rewritten(ANTAL, (text) => text.replaceAll(';', '\t'))],
      finding: { file: ANTAL, row: 1, message: 'tabb' },
    },
  ],
  'skiljetecken-blandade': [
    {
      name: 'a row with commas in a file with semicolons',
      change: [replace(ANTAL, '01;2022;T;700;', '01,2022,T,700,')],
      finding: { file: ANTAL, row: 3, value: '01,2022,T,700,' },
    },
    {
      name: 'a row with semicolons in a file with commas',
      change: [
        rewritten(ANTAL, (text) => text.replaceAll(';', ',')),
        replace(ANTAL, '01,2022,T,700,', '01;2022;T;700;'),
      ],
      finding: { file: ANTAL, row: 3 },
    },
  ],
  'citattecken-oppet': [
    {
      name: 'a quote that never closes',
      change: [replace(ANDEL, 'En not', '"En not')],
      finding: { file: ANDEL, row: 3, value: '"En not' },
    },
  ],
  'citattecken-fel': [
    {
      name: 'text after a closing quote',
      change: [replace(ANDEL, '7.25;;En annan källa', '7.25;;"En annan"källa')],
      finding: { file: ANDEL, row: 3 },
    },
  ],
  'citattecken-i-cell': [
    {
      name: 'a bare quote inside a cell',
      change: [replace(ANDEL, 'En not', 'En "not"')],
      finding: { file: ANDEL, row: 3 },
    },
  ],
  'rad-tom': [
    {
      name: 'an empty line',
      change: [replace(ANTAL, '\n01;', '\n\n01;')],
      finding: { file: ANTAL, row: 3 },
    },
    {
      name: 'a line of separators only',
      change: [replace(ANTAL, '\n01;', '\n;;;;\n01;')],
      finding: { file: ANTAL, row: 3 },
    },
  ],
  'rad-for-fa-falt': [
    {
      name: 'a separator is missing',
      change: [replace(ENKAT_2018, '0305;Håbo;;nej', '0305;Håbo;nej')],
      finding: { file: ENKAT_2018, row: 4, value: '0305;Håbo;nej', message: '3 fält' },
    },
  ],
  'rad-for-manga-falt': [
    {
      name: 'a separator too many at the end',
      change: [replace(ANTAL, '700;', '700;;')],
      finding: { file: ANTAL, row: 3, suggestion: 'i slutet av raden' },
    },
    {
      name: 'a decimal comma in a file with commas',
      change: [
        rewritten(ANDEL, (text) => text.replaceAll('4,5', '4.5').replaceAll(';', ',').replace('4.5', '4,5')),
      ],
      finding: { file: ANDEL, row: 2, suggestion: 'decimalkomma' },
    },
  ],
  dubblett: [
    {
      name: 'a respondent twice',
      change: [append(ENKAT, '0114;Upplands Väsby;;nej;nej')],
      finding: { file: ENKAT, row: 9, column: 'kommunkod', value: '0114', message: 'rad 2' },
    },
    {
      name: 'a stadsdel twice',
      change: [append(ENKAT, '0180;Stockholm;Bromma;nej;nej')],
      finding: { file: ENKAT, row: 9, column: 'stadsdel', value: 'Bromma', message: 'rad 4' },
    },
    {
      name: 'a register value twice',
      change: [append(ANTAL, '0305;2022;T;21;')],
      finding: { file: ANTAL, row: 9, column: 'kod', value: '0305', message: 'rad 6' },
    },
    {
      name: 'a kommun twice in the reference data',
      change: [append('referens/kommuner.csv', '0643;Habo;06;B4;1')],
      finding: { file: 'referens/kommuner.csv', row: 7, value: '0643', message: 'rad 6' },
    },
    {
      name: 'two kommuner in one tile',
      change: [replace('referens/kommunrutor.csv', '0643;3;3', '0643;1;1')],
      finding: { file: 'referens/kommunrutor.csv', row: 6, value: '1,1', message: '0114' },
    },
    {
      name: 'a neighbour pair the other way round',
      change: [append('referens/grannar.csv', '0180;0114')],
      finding: { file: 'referens/grannar.csv', row: 4 },
    },
    {
      name: 'a published figure twice',
      change: [append('omraden/prov/publicerat.csv', 'U1;2016;60;Påhittad;igen;')],
      finding: { file: 'omraden/prov/publicerat.csv', row: 5, message: 'rad 2' },
    },
  ],
} as const satisfies Record<string, readonly Case[]>;
