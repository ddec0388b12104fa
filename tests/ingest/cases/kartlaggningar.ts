import { type Change, OMRADE, replace, write } from '../folder.ts';
import type { Case } from './case.ts';

const JSON_FILE = 'kartlaggningar/prov/kartlaggning.json';
const FILE = 'kartlaggningar/prov/varden.csv';

const definition = (slug = 'prov', kod = '00', exempel = false, more = {}) =>
  JSON.stringify({
    ...more,
    exempel,
    slug,
    titel: 'Ett prov',
    kod,
    utgivare: 'Provmyndigheten',
    ingress: 'En kartläggning som bara finns i tester.',
    huvudmatt: 'personer',
    raknas: ['Alla som räknas.'],
    raknasInte: [],
    utanPersonskydd: 'Talen är påhittade för tester.',
    jamforbarhet: 'Går inte att jämföra med något annat.',
    kalla: 'Ett prov',
    indelningar: { alder: { klasser: ['18–29', '30–'], enda: true } },
    omgangar: [{ ar: 2017, matperiod: null, jamforbar: 'gammal metod' }],
  });

const HEADER = 'ar;matt;situation;kon;varde;saknas;enhet;ungefar;omraknad;kalla;not';
const row = (situation: string, kon: string, varde: string, ar = '2017', omraknad = '') =>
  `${ar};personer;${situation};${kon};${varde};;antal;;${omraknad};Ett prov;`;
const values = (...rows: readonly string[]) => write(FILE, `${[HEADER, ...rows].join('\n')}\n`);
const round = (...rows: readonly string[]): readonly Change[] => [
  write(JSON_FILE, definition()),
  values(...rows),
];
const total = row('alla', 'T', '100');
const wide = (plats: string, alder: string, varde: string) =>
  `2017;personer;alla;T;${varde};;antal;;;Ett prov;;${plats};${alder}`;
const wideRound = (...rows: readonly string[]): readonly Change[] => [
  write(JSON_FILE, definition()),
  write(FILE, `${[`${HEADER};plats;alder`, ...rows].join('\n')}\n`),
];

/** A made-up kartläggning, and two that say of themselves what is not so. */
export const exampleRounds = {
  sound: [write(JSON_FILE, definition('prov', '0000', true)), values(total)],
  real: [write(JSON_FILE, definition('prov', '0114', true)), values(total)],
  madeUp: [write(JSON_FILE, definition('prov', '0000')), values(total)],
} as const satisfies Record<string, readonly Change[]>;

export const kartlaggningCases = {
  'rattelse-okand': [
    {
      name: 'a correction of a round that there is none of',
      change: [
        write(
          JSON_FILE,
          definition('prov', '00', false, {
            rattelser: [{ datum: '2026-01-01', version: '2026.1', text: 'Ett fel är rättat.', ar: 2018 }],
          }),
        ),
        values(total),
      ],
      finding: { file: JSON_FILE, column: 'rattelser[0].ar', value: '2018' },
    },
    {
      name: 'a correction of an inventory that nobody has made',
      change: [
        replace(
          'publicering.json',
          '"version"',
          '"rattelser": [{ "datum": "2026-01-01", "version": "2026.1", "text": "Ett fel är rättat.", "inventering": "0114", "ar": 2020 }], "version"',
        ),
      ],
      finding: { file: 'publicering.json', column: 'rattelser', value: '0114 2020' },
    },
    {
      name: 'a correction of a register that there is none of',
      change: [
        replace(
          OMRADE,
          '"utgavor"',
          '"rattelser": [{ "datum": "2026-01-01", "version": "2026.1", "text": "Ett fel är rättat.", "indikatorer": ["OJ-22"] }], "utgavor"',
        ),
      ],
      finding: { file: OMRADE, column: 'rattelser', value: 'OJ-22', suggestion: '”OJ-2”' },
    },
  ],
  'kartlaggning-slug': [
    {
      name: 'a folder with another name',
      change: [write(JSON_FILE, definition('annan')), values(total)],
      finding: { file: JSON_FILE, column: 'slug', value: 'annan', suggestion: '”prov”' },
    },
  ],
  'matt-okant': [
    {
      name: 'a measure that is misspelt',
      change: round(total.replace('personer', 'persone')),
      finding: { file: FILE, row: 2, column: 'matt', value: 'persone', suggestion: '”personer”' },
    },
    {
      name: 'a measure that is new: where it is added, with the line to paste',
      change: round(total.replace('personer', 'unga-i-tillfalligt-boende')),
      finding: { file: FILE, row: 2, column: 'matt', suggestion: '"matt": { "unga-i-tillfalligt-boende"' },
    },
  ],
  'omgang-okand': [
    {
      name: 'a year without a round',
      change: round(row('alla', 'T', '100', '2018')),
      finding: { file: FILE, row: 2, column: 'ar', value: '2018', suggestion: '{ "ar": 2018' },
    },
    {
      name: 'recomputed with a method that no round has',
      change: round(total, row('alla', 'T', '90', '2017', 'gammal metodd')),
      finding: { file: FILE, row: 3, column: 'omraknad', suggestion: '”gammal metod”' },
    },
  ],
  'kartlaggning-summa': [
    {
      name: 'situations that do not add up',
      change: round(
        total,
        row('1', 'T', '20'),
        row('2', 'T', '20'),
        row('3', 'T', '20'),
        row('4', 'T', '20'),
        row('ej-angiven', 'T', '19'),
      ),
      finding: { file: FILE, row: 2, value: '100', message: 'tillsammans 99' },
    },
    {
      name: 'one situation larger than the total',
      change: round(total, row('1', 'T', '101')),
      finding: { file: FILE, row: 2, value: '100', message: 'tillsammans 101' },
    },
  ],
  'indelning-summa': [
    {
      name: 'classes that do not add up',
      change: wideRound(wide('', '', '100'), wide('', '18–29', '40'), wide('', '30–', '59')),
      finding: { file: FILE, row: 2, value: '100', message: 'Åldrarna 2017 är tillsammans 99' },
    },
    {
      name: 'places that pass the whole',
      change: wideRound(wide('', '', '100'), wide('01', '', '101')),
      finding: { file: FILE, row: 2, message: 'Delarna av platsen 2017 är tillsammans 101' },
    },
  ],
  'klass-okand': [
    {
      name: 'a class that the definition does not have',
      change: wideRound(wide('', '18-29', '40')),
      finding: { file: FILE, row: 2, column: 'alder', value: '18-29', suggestion: '”18–29”' },
    },
  ],
  'plats-utanfor': [
    {
      name: 'a kommun in another city’s count',
      change: [
        write(JSON_FILE, definition('prov', '0180')),
        write(FILE, `${HEADER};plats;alder\n${wide('0114', '', '40')}\n`),
      ],
      finding: { file: FILE, row: 2, column: 'plats', value: '0114', message: 'ingår inte i Ett prov' },
    },
  ],
  'kon-summa': [
    {
      name: 'a sex that sums past the total',
      change: round(total, row('alla', 'K', '60'), row('alla', 'M', '41')),
      finding: { file: FILE, row: 2, value: '100', message: 'tillsammans 101' },
    },
  ],
} as const satisfies Record<string, readonly Case[]>;

/** Defects whose code belongs to every file: here, that this file is held to them as well. */
export const kartlaggningDefects = [
  {
    name: 'an unknown situation',
    change: round(row('5', 'T', '100')),
    code: 'cell-ogiltig',
    column: 'situation',
  },
  { name: 'a negative count', change: round(row('alla', 'T', '-1')), code: 'tal-utanfor', column: 'varde' },
  {
    name: 'a place that does not exist',
    change: wideRound(wide('0181x', '', '1')),
    code: 'kommunkod-okand',
    column: 'plats',
  },
  {
    name: 'a stadsdel outside its years',
    change: wideRound(wide('0180-alvsjo', '', '1')),
    code: 'stadsdel-ej-giltig',
    column: 'plats',
  },
  { name: 'half a person', change: round(row('alla', 'T', '1,5')), code: 'tal-ej-heltal', column: 'varde' },
  { name: 'the same count twice', change: round(total, total), code: 'dubblett', column: 'ar' },
  {
    name: 'neither value nor reason',
    change: round(row('alla', 'T', '')),
    code: 'varde-och-saknas',
    column: 'varde',
  },
] as const;
