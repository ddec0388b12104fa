import { answersOf } from '../../model/answer.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { answerLabel } from '../../text/answers.ts';
import type { DataScope } from '../common/scopes.ts';
import { COMMA, type DataColumn, type DataTable } from './table.ts';

const text = (name: string, description: string): DataColumn => ({ name, type: 'text', description });
const must = (column: DataColumn): DataColumn => ({ ...column, required: true });

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
      must(text('indikator', 'Indikatorns id.')),
      must(text('titel', 'Indikatorns namn.')),
      must(text('kortnamn', 'Kort namn för tabeller.')),
      must(text('omrade', 'Området som samlar in indikatorn.')),
      must({ ...text('typ', 'enkat, register eller bakgrund.'), words: ['enkat', 'register', 'bakgrund'] }),
      must(text('svarstyp', 'Vilket slags värde det är.')),
      text('svar', 'Svaren i ordning och vad de heter. Det första är det som andelar räknar.'),
      text('fraga', 'Frågan, med våra ord.'),
      must(text('definition', 'Vad som räknas.')),
      must(text('taljare', 'Det som räknas.')),
      text('namnare', 'Det som det räknas av.'),
      must(text('enhet', 'Enhet för tal.')),
      text('kvalitetsomrade', 'Kvalitetsområde.'),
      text('jamforbarhet', 'Anmärkning om jämförbarhet.'),
      must(text('kalla', 'Källa.')),
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
        i.jamforbarhet,
        i.kalla,
      ]),
    dialects: [COMMA],
  };
}

/** The national figures that somebody has published, as they were published. */
export function publishedFigureTable(index: CatalogueIndex, scope: DataScope): DataTable {
  const figures = scope.indikatorer.flatMap((i) => index.publishedOf(i.id));
  return {
    path: `data/${scope.slug}/publicerat`,
    title: `${scope.titel}, publicerade nationella siffror`,
    description:
      'Nationella siffror som andra har publicerat, med källa. De är verkliga och inte uträknade av oss.',
    group: scope.slug,
    example: false,
    columns: [
      must(text('indikator', 'Indikatorns id.')),
      must({ name: 'ar', type: 'year', description: 'Året som siffran gäller.' }),
      text('svar', 'Svaret som siffran räknar. Tomt: det första, ja eller alla.'),
      must(text('grupp', 'riket, eller den del av landet som siffran gäller.')),
      must({ name: 'varde', type: 'number', description: 'Siffran som den publicerades.' }),
      must({ ...text('enhet', 'procent eller antal.'), words: ['procent', 'antal'] }),
      text('bas', 'Det som procenten räknas på.'),
      must({ name: 'ungefar', type: 'boolean', description: 'ja när siffran är avrundad eller sagd i ord.' }),
      text('kalla', 'Var siffran är publicerad.'),
      text('not', 'Anmärkning.'),
    ],
    key: [],
    rows: () =>
      figures.map((p) => [
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
    dialects: [COMMA],
  };
}

/** The places that codes stand for. */
export function placeTables(index: CatalogueIndex): readonly DataTable[] {
  const { kommuner, lan, stadsdelar } = index.catalogue.referens;
  const base = { group: 'referens', example: false, dialects: [COMMA] } as const;
  return [
    {
      ...base,
      path: 'data/referens/kommuner',
      title: 'Kommuner',
      description: 'Kommunernas koder, namn, län, kommungrupp och folkmängd.',
      columns: [
        must({ ...text('kod', 'Kommunkod.'), pattern: '\\d{4}' }),
        must(text('namn', 'Kommunens namn.')),
        must({ ...text('lanskod', 'Länets kod.'), pattern: '\\d{2}' }),
        must(text('kommungrupp', 'SKR:s kommungruppsindelning 2023.')),
        must({ name: 'folkmangd', type: 'integer', description: 'Invånare 31 december 2024.' }),
      ],
      key: ['kod'],
      rows: () => kommuner.map((k) => [k.kod, k.namn, k.lanskod, k.kommungrupp, k.folkmangd]),
    },
    {
      ...base,
      path: 'data/referens/lan',
      title: 'Län',
      description: 'Länens koder och namn.',
      columns: [
        must({ ...text('kod', 'Länets kod.'), pattern: '\\d{2}' }),
        must(text('namn', 'Länets namn.')),
        text('bokstav', 'Länsbokstav.'),
      ],
      key: ['kod'],
      rows: () => lan.map((l) => [l.kod, l.namn, l.bokstav || null]),
    },
    {
      ...base,
      path: 'data/referens/stadsdelar',
      title: 'Stadsdelar',
      description: 'Stadsdelar som har svarat i stället för sin stad, med datum för när de har funnits.',
      columns: [
        must(text('kod', 'Vår egen kod. Någon officiell finns inte.')),
        must({ ...text('kommunkod', 'Stadens kommunkod.'), pattern: '\\d{4}' }),
        must(text('namn', 'Stadsdelens namn.')),
        must(text('typ', 'Vad enheten kallas i staden.')),
        must({ name: 'giltig_fran', type: 'date', description: 'Första dagen.' }),
        { name: 'giltig_till', type: 'date', description: 'Sista dagen. Tomt när den finns kvar.' },
        text('not', 'Anmärkning.'),
        text('kalla', 'Källa.'),
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
