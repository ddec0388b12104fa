import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A question that is put in several areas, each about its own work. */
export const SHARED = 'Plan för kompetensutveckling';

const text = (about: string) => `${about}, i ett område som bara finns i tester.`;

const area = (slug: string, titel: string, kortnamn: string, rest: object) => ({
  slug,
  titel,
  kortnamn,
  om: `arbetet med ${kortnamn.toLowerCase()}`,
  ingress: text('Vad kommunerna gör'),
  utgivare: 'Provmyndigheten',
  kontakt: 'prov@example.org',
  insamling: [text('Enkäten gick till alla')],
  ...rest,
});

const indicator = (id: string, slug: string, titel: string, rest: object) => ({
  id,
  slug,
  titel,
  kortnamn: titel,
  definition: text('Vad som räknas'),
  varfor: text('Varför det räknas'),
  tolkning: text('Hur det läses'),
  kvalitetsomrade: null,
  polaritet: 'neutral',
  enhet: 'procent',
  taljare: 'Kommuner som svarade',
  namnare: 'Alla kommuner',
  kalla: 'Provmyndigheten',
  ...rest,
});

const question = {
  typ: 'enkat',
  fraga: 'Finns det en plan?',
  pastaende: 'har en plan',
  nekat: 'har ingen plan',
};

const KOMMUNER = [
  ['0980', 'Gotland'],
  ['1060', 'Olofström'],
  ['1080', 'Karlskrona'],
  ['1081', 'Ronneby'],
  ['1082', 'Karlshamn'],
  ['1083', 'Sölvesborg'],
] as const;

const survey = (ids: readonly string[], answers: (kod: string) => readonly string[]) =>
  `${[
    ['kommunkod', 'kommun', 'stadsdel', ...ids].join(';'),
    ...KOMMUNER.map(([kod, namn]) => [kod, namn, '', ...answers(kod)].join(';')),
  ].join('\n')}\n`;

const edition = (ar: number, exempel: boolean) => ({
  ar,
  exempel,
  version: `${ar}.1`,
  publicerad: `${ar}-12-01`,
  insamling: 'på våren',
  referensdatum: `${ar}-02-15`,
  enhet: 'kommuner',
});

/**
 * Three areas that are like none of the shipped ones: one question with a single answer from a single kommun and nothing
 * earlier; words of its own over two editions with a break, and a register in kronor; a register alone, no survey at all.
 */
const OTHER_AREAS: ReadonlyMap<string, string> = new Map([
  [
    'omraden/vald-i-nara-relationer/omrade.json',
    JSON.stringify(
      area('vald-i-nara-relationer', 'Våld i nära relationer', 'Våld', { utgavor: [edition(2016, false)] }),
    ),
  ],
  [
    'omraden/vald-i-nara-relationer/indikatorer.json',
    JSON.stringify([
      indicator('OJ-VN-01', 'plan-mot-vald', 'Plan mot våld', {
        ...question,
        svarstyp: 'ja-nej',
        polaritet: 'hogt-onskvart',
        gemensamFraga: SHARED,
        ar: [2016],
      }),
    ]),
  ],
  [
    'omraden/vald-i-nara-relationer/enkat/2016.csv',
    survey(['OJ-VN-01'], (kod) => [kod === '1081' ? 'ja' : '-']),
  ],
  [
    'omraden/barn-och-unga/omrade.json',
    JSON.stringify(
      area('barn-och-unga', 'Barn och unga', 'Barn', {
        brott: [{ franAr: 2018, orsak: 'Frågorna gjordes om.' }],
        utgavor: [edition(2016, false), edition(2018, false)],
      }),
    ),
  ],
  [
    'omraden/barn-och-unga/indikatorer.json',
    JSON.stringify([
      indicator('OJ-BU-01', 'vem-utreder', 'Vem som utreder', {
        ...question,
        nekat: null,
        svarstyp: 'kategori',
        kategorier: ['egen', 'gemensam', 'köpt'],
        svarstexter: { egen: 'Egen utredare' },
        ar: [2016, 2018],
      }),
      indicator('OJ-BU-02', 'plan-for-barn', 'Plan för barn', {
        ...question,
        svarstyp: 'ja-delvis-nej',
        polaritet: 'hogt-onskvart',
        ar: [2018],
      }),
      indicator('OJ-BU-03', 'kostnad-per-barn', 'Kostnad per barn', {
        typ: 'register',
        svarstyp: 'kronor',
        enhet: 'kronor',
        pastaende: 'kronor för varje barn',
        ar: [2022],
      }),
    ]),
  ],
  ['omraden/barn-och-unga/enkat/2016.csv', survey(['OJ-BU-01'], () => ['egen'])],
  [
    'omraden/barn-och-unga/enkat/2018.csv',
    survey(['OJ-BU-01', 'OJ-BU-02'], (kod) => (kod === '1060' ? ['-', '-'] : ['gemensam', 'delvis'])),
  ],
  [
    'omraden/barn-och-unga/register/OJ-BU-03.csv',
    `kod;ar;kon;varde;saknas\n${KOMMUNER.map(([kod], i) => `${kod};2022;T;${41_000 + i * 500};`).join('\n')}\n`,
  ],
  ['omraden/aldre/omrade.json', JSON.stringify(area('aldre', 'Äldre', 'Äldre', { utgavor: [] }))],
  [
    'omraden/aldre/indikatorer.json',
    JSON.stringify([
      indicator('OJ-AL-01', 'aldre-med-hemtjanst', 'Äldre med hemtjänst', {
        typ: 'register',
        svarstyp: 'andel',
        decimaler: 1,
        pastaende: 'av de äldre har hemtjänst',
        ar: [2022],
      }),
    ]),
  ],
  ['omraden/aldre/register/OJ-AL-01.csv', 'kod;ar;kon;varde;saknas\n00;2022;T;8.4;\n1081;2022;T;9.1;\n'],
]);

/** Writes the areas into a copy of the small folder, and shares one question with its own area. */
export function addAreas(data: string): void {
  for (const [path, content] of OTHER_AREAS) {
    mkdirSync(join(data, dirname(path)), { recursive: true });
    writeFileSync(join(data, path), content);
  }
  const file = join(data, 'omraden/hemloshet/indikatorer.json');
  const own: readonly { id: string }[] = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(
    file,
    JSON.stringify(own.map((i) => (i.id === 'U30428' ? { ...i, gemensamFraga: SHARED } : i))),
  );
}
