import { answersOf } from '../../model/answer.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { comparabilityNotes } from '../../model/indicator.ts';
import { answerLabel } from '../../text/answers.ts';
import { COLUMN_ENGLISH } from '../../text/columns-english.ts';
import { groupSource, populationSource } from '../../text/places.ts';
import type { DataScope } from '../common/scopes.ts';
import { type ColumnName, DICTIONARY, filled, maybe } from './dictionary.ts';
import { COMMA, type ColumnType, type DataTable } from './table.ts';

/** What each indicator of a scope means. */
export function definitionTable(scope: DataScope): DataTable {
  return {
    path: `data/${scope.slug}/indikatorer`,
    title: `${scope.titel}, indikatorernas definitioner`,
    description:
      'Vad varje indikator betyder: fråga, definition, täljare och nämnare, svar, enhet och källa.',
    group: scope.slug,
    example: false,
    columns: [
      filled('indikator'),
      filled('titel'),
      filled('indikatornamn'),
      filled('omrade'),
      filled('typ'),
      filled('svarstyp'),
      maybe('svarsalternativ'),
      maybe('fraga'),
      filled('definition'),
      filled('taljare'),
      maybe('namnare'),
      filled('enhet'),
      maybe('kvalitetsomrade'),
      maybe('jamforbarhet'),
      filled('kalla'),
    ],
    key: ['indikator'],
    rows: () =>
      scope.indikatorer.map((i) => [
        i.id,
        i.titel,
        i.kortnamn,
        i.omrade,
        i.typ,
        i.svarstyp,
        answersOf(i.svarstyp, i.kategorier)
          .map((a) => `${a} = ${answerLabel(i, a)}`)
          .join('; ') || null,
        i.fraga,
        i.definition,
        i.taljare,
        i.namnare,
        i.enhet,
        i.kvalitetsomrade,
        comparabilityNotes(i).join(' ') || null,
        i.kalla,
      ]),
    dialect: COMMA,
  };
}

/** The national figures that somebody has published, as they were published. */
export function publishedFigureTable(index: CatalogueIndex, scope: DataScope): DataTable {
  return {
    path: `data/${scope.slug}/publicerat`,
    title: `${scope.titel}, publicerade nationella siffror`,
    description:
      'Nationella siffror som andra har publicerat, med källa. De är verkliga och inte uträknade av oss.',
    group: scope.slug,
    example: false,
    columns: [
      filled('indikator'),
      filled('ar'),
      maybe('svar'),
      filled('grupp'),
      filled('varde', { type: 'number' }),
      filled('enhet', { words: ['procent', 'antal'] }),
      maybe('bas'),
      filled('ungefar'),
      maybe('kalla'),
      maybe('not'),
    ],
    key: [],
    rows: () =>
      scope.indikatorer
        .flatMap((i) => index.publishedOf(i.id))
        .map((p) => [
          p.indikator,
          p.ar,
          p.svar,
          p.grupp,
          p.varde,
          p.enhet,
          p.bas || null,
          p.ungefar,
          p.kalla || null,
          p.not || null,
        ]),
    dialect: COMMA,
  };
}

/** The register of sources: what `kalla` says beside a figure, and where that is. */
export const sourceTable = (index: CatalogueIndex): DataTable => ({
  path: 'data/referens/kallor',
  title: 'Källor',
  description: 'Källorna till siffrorna: utgivare, publikation, sida, adress och om de är i andra hand.',
  group: 'referens',
  example: false,
  columns: [
    filled('kalla_id'),
    filled('kalla'),
    filled('utgivare'),
    maybe('publikation'),
    maybe('sida'),
    maybe('adress'),
    filled('kallslag'),
    filled('kontrollerad'),
    maybe('hamtad'),
    maybe('not'),
  ],
  key: ['kalla_id'],
  rows: () =>
    index.catalogue.kallor.map((k) => [
      k.id,
      k.visas,
      k.utgivare,
      k.publikation,
      k.sida,
      k.url,
      k.slag,
      k.kontrollerad,
      k.hamtad,
      k.not,
    ]),
  dialect: COMMA,
});

/** The places that codes stand for. */
export function placeTables(index: CatalogueIndex): readonly DataTable[] {
  const { referens, referensKallor } = index.catalogue;
  const { kommuner, lan, stadsdelar, folkmangder } = referens;
  const base = { group: 'referens', example: false, dialect: COMMA } as const;
  return [
    {
      ...base,
      path: 'data/referens/kommuner',
      title: 'Kommuner',
      description: 'Kommunernas koder, namn, län, kommungrupp och folkmängd.',
      columns: [
        filled('kod', { pattern: '\\d{4}' }),
        filled('namn'),
        filled('lanskod'),
        filled('kommungrupp', { description: `${groupSource(referensKallor)}.` }),
        filled('folkmangd', { description: `Invånare. ${populationSource(referensKallor)}.` }),
      ],
      key: ['kod'],
      rows: () => kommuner.map((k) => [k.kod, k.namn, k.lanskod, k.kommungrupp, k.folkmangd]),
    },
    ...(folkmangder.length === 0
      ? []
      : [
          {
            ...base,
            path: 'data/referens/folkmangd',
            title: 'Kommunernas folkmängd per år',
            description: 'Invånare i varje kommun den 31 december varje år.',
            columns: [filled('kod', { pattern: '\\d{4}' }), filled('ar'), filled('folkmangd')],
            key: ['kod', 'ar'],
            rows: () =>
              folkmangder.flatMap(({ ar, antal }) =>
                Object.entries(antal).map(([kod, count]) => [kod, ar, count]),
              ),
          },
        ]),
    {
      ...base,
      path: 'data/referens/lan',
      title: 'Län',
      description: 'Länens koder och namn.',
      columns: [filled('kod', { pattern: '\\d{2}' }), filled('namn'), maybe('bokstav')],
      key: ['kod'],
      rows: () => lan.map((l) => [l.kod, l.namn, l.bokstav || null]),
    },
    {
      ...base,
      path: 'data/referens/stadsdelar',
      title: 'Stadsdelar',
      description: 'Stadsdelar som har svarat i stället för sin stad, med datum för när de har funnits.',
      columns: [
        filled('kod'),
        filled('kommunkod'),
        filled('namn'),
        filled('benamning'),
        filled('giltig_fran'),
        maybe('giltig_till'),
        maybe('not'),
        maybe('kalla'),
      ],
      key: ['kod'],
      rows: () =>
        stadsdelar.map((s) => [
          s.kod,
          s.kommunkod,
          s.namn,
          s.typ,
          s.giltigFran,
          s.giltigTill,
          s.not || null,
          s.kalla || null,
        ]),
    },
  ];
}

const TYPE_WORDS: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  integer: 'heltal',
  number: 'tal',
  boolean: 'ja-nej',
  year: 'år',
  date: 'datum',
  value: 'tal eller ord',
};

/** The compiler holds that no column is without its words. */
const ENGLISH: Readonly<Record<ColumnName, string>> = COLUMN_ENGLISH;

/** What every column of every CSV file means. */
export const COLUMN_TABLE: DataTable = {
  path: 'data/referens/kolumner',
  title: 'Kolumnernas namn och betydelse',
  description: 'Alla kolumner i CSV-filerna. Ett namn betyder samma sak i alla filer.',
  group: 'referens',
  example: false,
  columns: [filled('kolumn'), filled('vardetyp'), filled('betyder'), filled('betyder_engelska')],
  key: ['kolumn'],
  rows: () =>
    (Object.keys(DICTIONARY) as readonly ColumnName[]).map((name) => {
      const { type, description } = DICTIONARY[name];
      return [name, TYPE_WORDS[type], description, ENGLISH[name]];
    }),
  dialect: COMMA,
};
