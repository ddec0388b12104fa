import type { CompareData, CompareIndicator, CompareYear } from '../../src/compare/data.ts';

const year: CompareYear = {
  ar: 2016,
  exempel: true,
  varden: [],
  riket: null,
  riketSvar: null,
  anmarkningar: {},
  stadsdelar: {},
};

const question: Omit<CompareIndicator, 'utgavor'> = {
  id: 'U1',
  slug: 'plan',
  kortnamn: 'Plan',
  omrade: 'hemloshet',
  typ: 'svar',
  svarstyp: 'ja-delvis-nej',
  enhet: 'procent',
  decimaler: 0,
  svar: [
    { ord: 'ja', text: 'Ja', lage: 'gor' },
    { ord: 'delvis', text: 'Ja, med vissa', lage: 'delvis' },
    { ord: 'nej', text: 'Nej', lage: 'inte-an' },
  ],
  kalla: 'Socialstyrelsen',
  brott: [{ franAr: 2017, orsak: 'Frågan ändrades.' }],
};

const number: Omit<CompareIndicator, 'utgavor'> = {
  ...question,
  id: 'N1',
  slug: 'bistand',
  kortnamn: 'Bistånd',
  typ: 'tal',
  svarstyp: 'andel',
  decimaler: 1,
  svar: [],
  brott: [],
};

/** The city whose stadsdelar answer in its place. */
export const CITY = '0010';

/**
 * `count` kommuner 0001, 0002, … with answers and numbers that take turns, every seventh missing; the tenth is a
 * city that answers by its stadsdelar. The question has an earlier year, before a break, in which all said yes.
 */
export function compareFixture(count = 60): CompareData {
  const kommuner = Array.from({ length: count }, (_, i) => ({
    kod: String(i + 1).padStart(4, '0'),
    namn: ['Åmål', 'Älvkarleby', 'Örebro', 'Arboga', 'Zinkgruvan'][i % 5] + (i < 5 ? '' : ` ${i}`),
    slug: `k-${i}`,
    lan: i % 2 === 0 ? '01' : '03',
    grupp: 'B3',
    folkmangd: 1000 * (i + 1),
    ruta: [i, i] as const,
  }));
  const words = ['ja', 'delvis', 'nej'];
  return {
    release: {
      webbplats: 'https://example.org/',
      titel: 'Prov',
      version: '2026.1',
      datum: '2026-11-23',
      organisation: {
        namn: 'Prov',
        orgnr: null,
        uri: 'https://example.org/',
        typ: 'NonProfitOrganisation',
        epost: 'prov@example.org',
        webb: 'https://example.org/',
      },
      licens: { namn: 'CC0', url: 'https://example.org/' },
    },
    kommuner,
    vatten: [[70, 70]],
    lan: [
      { kod: '01', namn: 'Stockholms län', slug: 'stockholms-lan' },
      { kod: '03', namn: 'Uppsala län', slug: 'uppsala-lan' },
    ],
    grupper: [{ kod: 'B3', namn: 'Större stad' }],
    omraden: [{ slug: 'hemloshet', titel: 'Hemlöshet' }],
    indikatorer: [
      {
        ...question,
        utgavor: [
          {
            ...year,
            ar: 2018,
            varden: kommuner.map(({ kod }, i) =>
              kod === CITY ? '!ej-tillamplig' : i % 7 === 6 ? '!bortfall' : (words[i % 3] ?? 'ja'),
            ),
            riketSvar: { antal: [40, 100, 96], tillfragade: 290 },
            stadsdelar: { [CITY]: { antal: [3, 1, 1], tillfragade: 7 } },
          },
          { ...year, varden: kommuner.map(() => 'ja') },
        ],
      },
      {
        ...number,
        utgavor: [
          {
            ...year,
            ar: 2022,
            exempel: false,
            varden: kommuner.map((_, i) => (i % 7 === 6 ? '!uppgift-saknas' : i / 10)),
            riket: 2.9,
          },
        ],
      },
    ],
    liknande: {},
    grannar: {},
  };
}
