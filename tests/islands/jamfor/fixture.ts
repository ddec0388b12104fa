import type { CompareData, CompareIndicator } from '../../../src/files/compare/model.ts';

const question: CompareIndicator = {
  id: 'U1',
  slug: 'plan',
  kortnamn: 'Plan',
  omrade: 'hemloshet',
  typ: 'svar',
  svarstyp: 'ja-delvis-nej',
  ar: 2016,
  enhet: 'procent',
  decimaler: 0,
  svar: [
    { ord: 'ja', text: 'Ja', lage: 'gor' },
    { ord: 'delvis', text: 'Ja, med vissa', lage: 'delvis' },
    { ord: 'nej', text: 'Nej', lage: 'inte-an' },
  ],
  exempel: true,
  varden: [],
  riket: 17,
};

const number: CompareIndicator = {
  ...question,
  id: 'N1',
  slug: 'bistand',
  kortnamn: 'Bistånd',
  typ: 'tal',
  svarstyp: 'andel',
  ar: 2022,
  decimaler: 1,
  svar: [],
  exempel: false,
  riket: 2.9,
};

/** `count` kommuner 0001, 0002, … with answers and numbers that take turns, every seventh missing. */
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
    version: '2026.1',
    datum: '2026-11-23',
    kommuner,
    lan: [
      { kod: '01', namn: 'Stockholms län', slug: 'stockholms-lan' },
      { kod: '03', namn: 'Uppsala län', slug: 'uppsala-lan' },
    ],
    grupper: [{ kod: 'B3', namn: 'Större stad' }],
    omraden: [{ slug: 'hemloshet', titel: 'Hemlöshet' }],
    indikatorer: [
      { ...question, varden: kommuner.map((_, i) => (i % 7 === 6 ? '!bortfall' : (words[i % 3] ?? 'ja'))) },
      { ...number, varden: kommuner.map((_, i) => (i % 7 === 6 ? '!uppgift-saknas' : i / 10)) },
    ],
    liknande: {},
    grannar: {},
  };
}
