import { type Change, write } from '../folder.ts';
import type { Case } from './case.ts';

const AT = 'program/prov';

const definition = (changes: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({
    slug: 'prov',
    titel: 'Ett program',
    kod: '0114',
    franAr: 2020,
    tillAr: 2025,
    utgivare: 'Nämnden',
    diarienummer: null,
    ingress: 'Ett program som bara finns i tester.',
    raknas: ['Alla som räknas.'],
    raknasInte: [],
    utanPersonskydd: 'Talen är påhittade för tester.',
    skillnad: 'Ingen skillnad mot något annat.',
    kalla: 'Ett prov',
    ...changes,
  });

const TABLES: Readonly<Record<string, readonly string[]>> = {
  'mal.csv': ['id;titel;overgripande', 'hem;Fler hem;ja'],
  'indikatorer.csv': [
    'id;mal;titel;enhet;riktning;basar;varde;kvinnor;man;tabell;kalla',
    'personer;hem;Personer;personer;minska;2019;10;4;6;;Ett prov',
  ],
  'utfall.csv': ['indikator;ar;varde;jamforbar;skal;kalla', 'personer;2021;8;ja;Samma sätt;Ett prov'],
  'strategier.csv': ['id;titel', 'forst;Först ett hem'],
  'arbetssatt.csv': ['id;strategi;titel;text', 'bostad-forst;forst;Bostad först;'],
  'atgarder.csv': [
    'id;arbetssatt;atgard;leder;medverkar;start;slut',
    '1;bostad-forst;Göra det;Nämnden | Bolaget;Regionen;2020;2021',
  ],
  'lage.csv': ['atgard;datum;status;text;kalla', '1;2021-03-01;pagar;;Ett prov'],
};

/** A whole programme with some of its rows or its definition changed. */
const program = (
  changes: Readonly<Record<string, readonly string[]>> = {},
  json: Readonly<Record<string, unknown>> = {},
): readonly Change[] => [
  write(`${AT}/program.json`, definition(json)),
  ...Object.entries({ ...TABLES, ...changes }).map(([name, lines]) =>
    write(`${AT}/${name}`, `${lines.join('\n')}\n`),
  ),
];
const more = (name: string, ...rows: readonly string[]) => ({ [name]: [...(TABLES[name] ?? []), ...rows] });

export const wholeProgram = program();

export const programCases = {
  'program-slug': [
    {
      name: 'a folder with another name',
      change: program({}, { slug: 'annan' }),
      finding: { file: `${AT}/program.json`, column: 'slug', value: 'annan', suggestion: '”prov”' },
    },
  ],
  'program-ar': [
    {
      name: 'a programme that ends before it begins',
      change: program(
        { 'utfall.csv': [TABLES['utfall.csv']?.[0] ?? '', 'personer;2020;8;ja;Samma sätt;Ett prov'] },
        { tillAr: 2019 },
      ),
      finding: { file: `${AT}/program.json`, column: 'tillAr', message: 'innan det börjar 2020' },
    },
    {
      name: 'an outcome that is not later than the base year',
      change: program(more('utfall.csv', 'personer;2019;9;ja;Samma sätt;Ett prov')),
      finding: {
        file: `${AT}/utfall.csv`,
        row: 3,
        column: 'ar',
        value: '2019',
        message: 'inte senare än basåret',
      },
    },
    {
      name: 'a deadline before the start',
      change: program(more('atgarder.csv', '2;bostad-forst;Göra annat;Nämnden;;2022;2021')),
      finding: {
        file: `${AT}/atgarder.csv`,
        row: 3,
        column: 'slut',
        value: '2021',
        message: 'innan den börjar 2022',
      },
    },
    {
      name: 'an outcome long after the programme',
      change: program(more('utfall.csv', 'personer;2030;9;ja;Samma sätt;Ett prov')),
      finding: {
        file: `${AT}/utfall.csv`,
        row: 3,
        column: 'ar',
        value: '2030',
        message: 'efter programmets slut',
      },
    },
  ],
  'program-exempel': [
    {
      name: 'an example that says it is a real kommun',
      change: program({}, { exempel: true }),
      finding: { file: `${AT}/program.json`, column: 'exempel' },
    },
  ],
  'program-okant-id': [
    {
      name: 'an indicator of a goal that does not exist',
      change: program(more('indikatorer.csv', 'barn;hemm;Barn;barn;minska;2019;1;;;;Ett prov')),
      finding: { file: `${AT}/indikatorer.csv`, row: 3, column: 'mal', value: 'hemm', suggestion: '”hem”' },
    },
    {
      name: 'a measure of a strategy that does not exist',
      change: program(more('arbetssatt.csv', 'annat;sist;Annat;')),
      finding: { file: `${AT}/arbetssatt.csv`, row: 3, column: 'strategi', value: 'sist' },
    },
    {
      name: 'a measure of a way of working that does not exist',
      change: program(more('atgarder.csv', '2;bostadforst;Göra annat;Nämnden;;;')),
      finding: { file: `${AT}/atgarder.csv`, row: 3, column: 'arbetssatt', suggestion: '”bostad-forst”' },
    },
    {
      name: 'the state of a measure that does not exist',
      change: program(more('lage.csv', '7;2021-04-01;klar;;Ett prov')),
      finding: { file: `${AT}/lage.csv`, row: 3, column: 'atgard', value: '7' },
    },
    {
      name: 'a sub-goal of no goal',
      change: program({ 'mal.csv': ['id;titel;overgripande;del_av', 'hem;Fler hem;ja;stad'] }),
      finding: { file: `${AT}/mal.csv`, row: 2, column: 'del_av', value: 'stad' },
    },
  ],
  'program-mal-utan-indikator': [
    {
      name: 'a goal that nothing follows',
      change: program(more('mal.csv', 'barn;Färre barn;')),
      finding: { file: `${AT}/mal.csv`, row: 3, column: 'id', value: 'barn' },
    },
  ],
} as const satisfies Record<string, readonly Case[]>;

/** Defects whose code belongs to every file: here, that these files are held to them as well. */
export const programDefects = [
  {
    name: 'a sex that sums past the total',
    change: program({
      'indikatorer.csv': (TABLES['indikatorer.csv'] ?? []).map((l) => l.replace(';4;6;', ';5;6;')),
    }),
    code: 'kon-summa',
    column: 'varde',
  },
  {
    name: 'a negative count',
    change: program({ 'utfall.csv': (TABLES['utfall.csv'] ?? []).map((l) => l.replace(';8;', ';-8;')) }),
    code: 'cell-ogiltig',
    column: 'varde',
  },
  {
    name: 'a measure that nobody leads',
    change: program(more('atgarder.csv', '2;bostad-forst;Göra annat;;Nämnden;;')),
    code: 'cell-tom',
    column: 'leder',
  },
  {
    name: 'a status that does not exist',
    change: program(more('lage.csv', '1;2021-04-01;pågår;;Ett prov')),
    code: 'cell-ogiltig',
    column: 'status',
  },
  {
    name: 'an outcome without a year',
    change: program({ 'utfall.csv': (TABLES['utfall.csv'] ?? []).map((l) => l.replace(';2021;', ';;')) }),
    code: 'cell-tom',
    column: 'ar',
  },
  {
    name: 'the same id twice',
    change: program(more('strategier.csv', 'forst;Igen')),
    code: 'dubblett',
    column: 'id',
  },
  {
    name: 'a value without a source',
    change: program({ 'utfall.csv': (TABLES['utfall.csv'] ?? []).map((l) => l.replace(/Ett prov$/, '')) }),
    code: 'cell-tom',
    column: 'kalla',
  },
] as const;
