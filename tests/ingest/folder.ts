import { FORMULAR_FILE, FORMULAR_TEXT } from '../fixtures/formular.ts';
import { csv, REFERENCE } from './reference.ts';

/**
 * A small data folder in memory that has nothing wrong with it. Codes and names of places are real; answers and
 * numbers are made up. Tests change one thing in it and see what is said.
 */
export type Files = ReadonlyMap<string, string | Uint8Array>;
export type Change = (files: Map<string, string | Uint8Array>) => void;

export const ENKAT = 'omraden/prov/enkat/2016.csv';
export const ENKAT_2018 = 'omraden/prov/enkat/2018.csv';
export const ANTAL = 'omraden/prov/register/OJ-1.csv';
export const ANDEL = 'omraden/prov/register/OJ-2.csv';
export const UTAN_AR = 'omraden/prov/register/OJ-3.csv';
export const PUBLICERAT = 'omraden/prov/publicerat.csv';
export const OMRADE = 'omraden/prov/omrade.json';
export const INDIKATORER = 'omraden/prov/indikatorer.json';
export const DELADE = 'omraden/annat/indikatorer.json';

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const edition = {
  exempel: true,
  publicerad: '2026-01-01',
  insamling: 'våren',
  enhet: 'kommuner',
  noter: ['Påhittade svar.'],
};

const omrade = {
  titel: 'Ett prov',
  kortnamn: 'Prov',
  om: 'ett prov',
  ingress: 'Ett område som bara finns i tester.',
  utgivare: 'Ingen',
  kontakt: 'ingen@example.org',
  insamling: ['Allt är påhittat.'],
};

const indikator = {
  definition: 'En definition som bara finns i tester.',
  varfor: 'Ett skäl som bara finns i tester.',
  tolkning: 'En tolkning som bara finns i tester.',
  pastaende: 'har det som provas',
  kvalitetsomrade: null,
  polaritet: 'neutral',
  taljare: 'Täljare',
  namnare: null,
  kalla: 'Påhittad',
};
const fraga = { ...indikator, typ: 'enkat', enhet: 'procent', ar: [2016, 2018] };
const register = { ...indikator, typ: 'register' };

const FOLDER: Files = new Map([
  [
    'publicering.json',
    json({
      webbplats: 'https://example.org/',
      titel: 'Ett prov',
      version: '2026.1',
      datum: '2026-01-01',
      organisation: {
        namn: 'Ingen',
        orgnr: null,
        uri: 'https://example.org/ingen',
        epost: 'ingen@example.org',
        webb: 'https://example.org/',
      },
      licens: { namn: 'CC0', url: 'https://example.org/cc0' },
    }),
  ],
  ...REFERENCE,
  [FORMULAR_FILE, FORMULAR_TEXT],
  [
    OMRADE,
    json({
      ...omrade,
      slug: 'prov',
      utgavor: [
        {
          ...edition,
          ar: 2016,
          version: '2016.1',
          referensdatum: '2016-04-01',
          enhet: 'kommuner-och-stadsdelar',
          stadsdelsstader: ['0180'],
        },
        { ...edition, ar: 2018, version: '2018.1', referensdatum: '2018-04-01' },
      ],
    }),
  ],
  [
    INDIKATORER,
    json([
      {
        ...fraga,
        id: 'U1',
        slug: 'fraga-ett',
        titel: 'Fråga ett',
        kortnamn: 'Fråga ett',
        svarstyp: 'ja-nej',
      },
      {
        ...fraga,
        id: 'U2',
        slug: 'fraga-tva',
        titel: 'Fråga två',
        kortnamn: 'Fråga två',
        svarstyp: 'ja-delvis-nej',
        svarstexter: { delvis: 'Ja, med vissa' },
        ar: [2016],
      },
      {
        ...register,
        id: 'OJ-1',
        slug: 'antal',
        titel: 'Ett antal',
        kortnamn: 'Ett antal',
        svarstyp: 'antal',
        utanPersonskydd: 'Talen är påhittade för tester.',
        enhet: 'personer',
        ar: [2021, 2022],
      },
      {
        ...register,
        id: 'OJ-2',
        slug: 'andel',
        titel: 'En andel',
        kortnamn: 'En andel',
        svarstyp: 'andel',
        enhet: 'procent',
        decimaler: 1,
        ar: [2022],
        min: 0,
        max: 100,
      },
      {
        ...register,
        id: 'OJ-3',
        slug: 'utan-ar',
        titel: 'Utan år',
        kortnamn: 'Utan år',
        svarstyp: 'kategori',
        kategorier: ['Överskott', 'Balans', 'Underskott'],
        enhet: 'kategori',
        ar: [],
      },
    ]),
  ],
  [
    ENKAT,
    csv(
      'kommunkod;kommun;stadsdel;U1;U2',
      '0114;Upplands Väsby;;ja;nej',
      '0180;Stockholm;;.;.',
      '0180;Stockholm;Bromma;nej;delvis',
      '0180;Stockholm;Farsta;ja;ja',
      '0305;Håbo;;nej;nej',
      '0380;Uppsala;;ja;ja',
      '0643;Habo;;-;-',
    ),
  ],
  [
    ENKAT_2018,
    csv(
      'kommunkod;kommun;stadsdel;U1',
      '0114;Upplands Väsby;;ja',
      '0180;Stockholm;;ja',
      '0305;Håbo;;nej',
      '0380;Uppsala;;nej',
      '0643;Habo;;nej',
    ),
  ],
  [
    ANTAL,
    csv(
      'kod;ar;kon;varde;saknas',
      '00;2022;T;1000;',
      '01;2022;T;700;',
      '0114;2022;T;100;',
      '0180;2022;T;500;',
      '0305;2022;T;20;',
      '0380;2022;T;200;',
      '0643;2022;T;;X',
    ),
  ],
  [
    ANDEL,
    csv(
      'kod;ar;kon;varde;saknas;kalla;not',
      '0114;2022;T;4,5;;;',
      '0180;2022;T;7.25;;En annan källa;En not',
      '0305;2022;T;..;;;',
      '0380;2022;T;100;;;',
      '0643;2022;T;;uppgift-saknas;;',
    ),
  ],
  [
    UTAN_AR,
    csv(
      'kod;ar;kon;varde;saknas',
      '0114;;T;Balans;',
      '0180;;T;Underskott;',
      '0305;;T;Balans;',
      '0380;;T;överskott;',
      '0643;;T;Balans;',
    ),
  ],
  [
    PUBLICERAT,
    csv(
      'indikator;ar;varde;kalla;not;svar',
      'U1;2016;60;Påhittad;;',
      'U2;2016;20;Påhittad;;delvis',
      'U1;2018;40;Påhittad;;',
    ),
  ],
  ['omraden/annat/omrade.json', json({ ...omrade, titel: 'Annat prov', slug: 'annat', utgavor: [] })],
  [DELADE, json([{ sammaSom: 'U1', kolada: 'U9' }])],
  ['README.md', 'En anteckning.'],
]);

const encoder = new TextEncoder();

/** The folder after some changes, as bytes. */
export function folder(...changes: readonly Change[]): ReadonlyMap<string, Uint8Array> {
  const files = new Map(FOLDER);
  for (const change of changes) change(files);
  const bytes = (content: string | Uint8Array) =>
    typeof content === 'string' ? encoder.encode(content) : content;
  return new Map([...files].map(([path, content]) => [path, bytes(content)]));
}

/** The text of a file in the folder. Throws when there is none, so that a misspelt test fails. */
export function textOf(files: Files, path: string): string {
  const text = files.get(path);
  if (typeof text !== 'string') throw new Error(`no text in ${path}`);
  return text;
}

/** Replaces the first `from` in a file. Throws when it does not stand there. */
export function replace(path: string, from: string, to: string): Change {
  return (files) => {
    const text = textOf(files, path);
    if (!text.includes(from)) throw new Error(`”${from}” is not in ${path}`);
    const changed = text.replace(from, () => to);
    files.set(path, changed);
  };
}

export const write =
  (path: string, content: string | Uint8Array): Change =>
  (files) =>
    void files.set(path, content);
export const remove =
  (path: string): Change =>
  (files) => {
    if (!files.delete(path)) throw new Error(`no ${path}`);
  };

/** Appends lines to a CSV file. */
export const append =
  (path: string, ...lines: readonly string[]): Change =>
  (files) =>
    void files.set(path, textOf(files, path) + csv(...lines));
