import { readFileSync } from 'node:fs';
import { dsvFormat } from 'd3-dsv';
import { type CatalogueIndex, indexCatalogue } from '../../src/model/catalogue.ts';
import type { Omrade } from '../../src/model/edition.ts';
import { NO_FORMULAR } from '../../src/model/formular.ts';
import { NO_TEXTS } from '../../src/model/guide.ts';
import { type Indicator, IndicatorDefinition } from '../../src/model/indicator.ts';
import { type Referens, RIKET, type Ruta } from '../../src/model/kommun.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { PublishedFigure } from '../../src/model/published.ts';
import { aggregate } from '../../src/statistics/aggregate.ts';
import { observation } from '../fixtures/observation.ts';

/**
 * The real reference data (290 kommuner, 21 län, the hex map) with values made by a formula of the code: whole and
 * the same on every machine, whatever the publisher's files say today.
 */
const read = (name: string) =>
  dsvFormat(';').parse(
    readFileSync(new URL(`../../data/referens/${name}.csv`, import.meta.url), 'utf8').replace(/^\ufeff/, ''),
  );

const slug = (name: string) =>
  name
    .toLowerCase()
    .replace(/[åä]/g, 'a')
    .replace(/ö/g, 'o')
    .replace(/[^a-z]+/g, '-');

const rutor = (name: string, key: string): readonly Ruta[] =>
  read(name).map((r) => ({ kod: r[key] ?? '', col: Number(r.col), row: Number(r.row) }));

export const referens: Referens = {
  kommuner: read('kommuner').map((r) => ({
    kod: r.kommunkod ?? '',
    namn: r.kommun ?? '',
    slug: slug(r.kommun ?? ''),
    lanskod: r.lanskod ?? '',
    kommungrupp: r.kommungrupp ?? '',
    folkmangd: Number(r.folkmangd),
    giltigFran: null,
    giltigTill: null,
    ersattAv: [],
  })),
  tidigareKommuner: [],
  lan: read('lan').map((r) => ({
    kod: r.lanskod ?? '',
    namn: r.lan ?? '',
    slug: slug(r.lan ?? ''),
    bokstav: r.bokstav ?? '',
  })),
  kommungrupper: read('kommungrupper').map((r) => ({ kod: r.kod ?? '', namn: r.namn ?? '', slug: '' })),
  stadsdelar: [],
  kommunrutor: rutor('kommunrutor', 'kod'),
  lanrutor: rutor('lanrutor', 'kod'),
  vattenrutor: rutor('vattenrutor', 'namn'),
  grannar: [],
  utgangnaKoder: [],
  folkmangder: [],
};

const indicator = (part: Partial<IndicatorDefinition> & { id: string; slug: string }): Indicator => ({
  ...IndicatorDefinition.parse({
    titel: 'Indikator för prov',
    kortnamn: 'Plan mot hemlöshet',
    typ: 'enkat',
    svarstyp: 'ja-nej',
    definition: 'En definition som är tillräckligt lång.',
    varfor: 'Därför att provet behöver en indikator.',
    tolkning: 'Läs värdet som det står skrivet här.',
    pastaende: 'har en aktuell övergripande plan mot hemlöshet',
    nekat: 'har inte någon aktuell övergripande plan mot hemlöshet',
    kvalitetsomrade: null,
    polaritet: 'hogt-onskvart',
    enhet: 'procent',
    ar: [2014, 2016, 2018, 2020],
    taljare: 'Kommuner som svarat ja',
    namnare: 'Kommuner som svarat',
    kalla: 'Socialstyrelsen',
    ...part,
  }),
  omrade: 'hemloshet',
  omraden: ['hemloshet'],
  fil: 'omraden/hemloshet/indikatorer.json',
});

export const PLAN = indicator({ id: 'U1', slug: 'plan' });
export const AGREEMENT = indicator({
  id: 'U2',
  slug: 'overenskommelse',
  kortnamn: 'Överenskommelse med hyresvärdar',
  svarstyp: 'ja-delvis-nej',
  svarstexter: { delvis: 'Ja, med vissa' },
  pastaende: 'har en överenskommelse med hyresvärdar',
  nekat: 'har inte någon överenskommelse med hyresvärdar',
  ar: [2016],
});
export const SUPPORT = indicator({
  id: 'N1',
  slug: 'bistand',
  kortnamn: 'Ekonomiskt bistånd',
  typ: 'register',
  svarstyp: 'andel',
  decimaler: 1,
  pastaende: 'av befolkningen har fått ekonomiskt bistånd',
  nekat: null,
  polaritet: 'neutral',
  ar: [2019, 2020, 2021, 2022],
  kalla: 'Socialstyrelsen via Kolada',
});

const AREA: Omrade = {
  slug: 'hemloshet',
  titel: 'Hemlöshet',
  kortnamn: 'Hemlöshet',
  om: 'arbetet mot hemlöshet',
  ingress: 'Ingressen till området.',
  utgivare: 'Utgivaren',
  kontakt: 'kontakt',
  insamling: ['Så här gick det till.'],
  brott: [{ franAr: 2016, orsak: 'Insamling och frågor gjordes om 2016.' }],
  tidigare: [],
  rattelser: [],
  fil: 'omraden/hemloshet/omrade.json',
  utgavor: [2020, 2018, 2016].map((ar) => ({
    ar,
    exempel: true,
    verkliga: [],
    version: `${ar}.1`,
    publicerad: '2026-11-23',
    insamling: 'våren',
    referensdatum: `${ar}-03-01`,
    enhet: 'kommuner-och-stadsdelar' as const,
    stadsdelsstader: ['0180'],
    noter: [],
    rattelser: [],
  })),
};

/** A number 0–96 that depends on the code alone. */
const mixed = (kod: string, salt: number) => (Number(kod) * 31 + salt * 17) % 97;

const STADSDELAR = ['0180-bromma', '0180-farsta', '0180-kista'];

function answersOf(indikator: Indicator, ar: number, words: readonly string[]): readonly Observation[] {
  const one = (kod: string, niva: 'kommun' | 'stadsdel'): Observation => {
    const base = { indikator: indikator.id, kod, niva, ar, exempel: true } as const;
    if (kod === '0180')
      return observation({ ...base, varde: null, saknas: 'ej-tillamplig', tillfragade: null });
    const roll = mixed(kod.slice(0, 4), ar);
    if (roll < 5 && niva === 'kommun') return observation({ ...base, varde: null, saknas: 'bortfall' });
    return observation({
      ...base,
      varde: words[roll < 22 ? 0 : roll < 40 && words.length > 2 ? 1 : words.length - 1] ?? null,
    });
  };
  return [
    ...referens.kommuner.map((k) => one(k.kod, 'kommun')),
    ...STADSDELAR.map((kod) => one(kod, 'stadsdel')),
  ];
}

function numbers(): readonly Observation[] {
  const base = { indikator: SUPPORT.id, svarande: null, tillfragade: null } as const;
  const riket = [3.69, 3.61, 3.26, 2.85].map((varde, i) =>
    observation({ ...base, kod: RIKET, niva: 'riket', ar: 2019 + i, varde }),
  );
  const kommuner = referens.kommuner.map((k) => {
    const roll = mixed(k.kod, 3);
    const varde = roll < 2 ? null : 0.5 + (roll * roll) / 1150;
    return observation({ ...base, kod: k.kod, niva: 'kommun', ar: 2022, varde, saknas: 'uppgift-saknas' });
  });
  return [...riket, ...kommuner];
}

const published = (ar: number, varde: number, ungefar: boolean): PublishedFigure => ({
  omrade: 'hemloshet',
  indikator: 'U1',
  ar,
  svar: null,
  grupp: 'riket',
  varde,
  enhet: 'procent',
  bas: 'kommuner',
  ungefar,
  jamforbarFran: 2016,
  kalla: 'Socialstyrelsen',
  not: '',
  fil: 'omraden/hemloshet/publicerat.csv',
  rad: 2,
});

/** The catalogue of the fixture. */
export function fixtureIndex(): CatalogueIndex {
  const indikatorer = [PLAN, AGREEMENT, SUPPORT];
  const collected = [
    ...[2016, 2018, 2020].flatMap((ar) => answersOf(PLAN, ar, ['ja', 'nej'])),
    ...answersOf(AGREEMENT, 2016, ['ja', 'delvis', 'nej']),
    ...numbers(),
  ];
  return indexCatalogue({
    release: {
      webbplats: 'https://example.org/',
      titel: 'Prov',
      version: '2026.1',
      datum: '2026-11-23',
      organisation: {
        namn: 'Prov',
        orgnr: null,
        typ: 'NonProfitOrganisation',
        uri: 'https://example.org/',
        epost: 'a@example.org',
        webb: 'https://example.org/',
      },
      licens: { namn: 'CC BY 4.0', url: 'http://creativecommons.org/licenses/by/4.0/' },
    },
    referens,
    omraden: [AREA],
    indikatorer,
    observationer: aggregate(referens, [AREA], indikatorer, collected),
    inlasta: [],
    kallor: [],
    kontakter: [],
    amnen: [],
    kalender: [],
    samband: [],
    publicerat: [published(2018, 19, false), published(2020, 20, true)],
    texter: NO_TEXTS,
    kartlaggningar: [],
    formular: NO_FORMULAR,
    referensKallor: {
      folkmangd: { datum: '2024-12-31', kalla: 'SCB' },
      kommungrupper: { ar: 2023, kalla: 'SKR' },
    },
    inventeringar: [],
    program: [],
  });
}
