import type { CatalogueIndex } from '../../model/catalogue.ts';
import { JAMFORBARHETER, RIKTNINGAR } from '../../model/program.ts';
import { COMMA, type DataColumn, type DataTable } from './table.ts';

const text = (name: string, description: string): DataColumn => ({ name, type: 'text', description });
const must = (column: DataColumn): DataColumn => ({ ...column, required: true });
const number = (name: string, description: string): DataColumn => ({ name, type: 'number', description });
const year = (name: string, description: string): DataColumn => ({ name, type: 'year', description });

/** The programmes: indicators with base year, outcomes, and measures; none when there is no programme. */
export function programDataTables({ catalogue }: CatalogueIndex): readonly DataTable[] {
  const { program } = catalogue;
  if (program.length === 0) return [];
  const common = { group: 'referens', example: program.some((p) => p.exempel), dialects: [COMMA] } as const;
  const whose = must(text('program', 'Programmets id.'));
  const place = must(text('kommunkod', 'Kommunens kod; 0000 för en påhittad kommun.'));
  const example = must({
    name: 'exempel',
    type: 'boolean' as const,
    description: 'ja för ett påhittat program.',
  });
  return [
    {
      ...common,
      path: 'data/program/mal',
      title: 'Mål och indikatorer i programmen',
      description: 'Vad kommuners program mot hemlöshet följs upp med: basår, värde och önskad riktning.',
      columns: [
        whose,
        place,
        must(text('mal', 'Målets id.')),
        must(text('mal_titel', 'Målet.')),
        must(text('indikator', 'Indikatorns id.')),
        must(text('titel', 'Indikatorn.')),
        must(text('enhet', 'Vad som räknas.')),
        must({ ...text('riktning', 'Önskad riktning.'), words: RIKTNINGAR }),
        must(year('basar', 'Året som senare år jämförs med.')),
        number('varde', 'Värdet basåret.'),
        number('kvinnor', 'Kvinnor basåret.'),
        number('man', 'Män basåret.'),
        text('skyddat', 'De kolumner vars tal inte visas för att skydda enskilda.'),
        text('tabell', 'Tabell i källan.'),
        must(text('kalla', 'Var värdet är publicerat.')),
        example,
      ],
      key: ['program', 'indikator'],
      rows: () =>
        program.flatMap((p) =>
          p.indikatorer.map((i) => [
            p.slug,
            p.kod,
            i.mal,
            p.mal.find((m) => m.id === i.mal)?.titel ?? i.mal,
            i.id,
            i.titel,
            i.enhet,
            i.riktning,
            i.basar,
            i.varde,
            i.kvinnor,
            i.man,
            i.skyddade.length === 0 ? null : i.skyddade.join(' '),
            i.tabell,
            i.kalla,
            p.exempel,
          ]),
        ),
    },
    {
      ...common,
      path: 'data/program/utfall',
      title: 'Utfall i programmen',
      description: 'Värden efter basåret, och om de går att jämföra med det.',
      columns: [
        whose,
        place,
        must(text('indikator', 'Indikatorns id.')),
        must(year('ar', 'Året.')),
        number('varde', 'Utfallet.'),
        text('saknas', 'skyddad när talet inte visas för att skydda enskilda.'),
        must({ ...text('jamforbar', 'Om utfallet går att jämföra med basåret.'), words: JAMFORBARHETER }),
        must(text('skal', 'Varför, eller varför inte.')),
        must(text('kalla', 'Var värdet är publicerat.')),
        example,
      ],
      key: ['program', 'indikator', 'ar'],
      rows: () =>
        program.flatMap((p) =>
          p.utfall.map((u) => [
            p.slug,
            p.kod,
            u.indikator,
            u.ar,
            u.varde,
            u.varde === null ? 'skyddad' : null,
            u.jamforbar,
            u.skal,
            u.kalla,
            p.exempel,
          ]),
        ),
    },
    {
      ...common,
      path: 'data/program/atgarder',
      title: 'Åtgärder i programmen',
      description: 'Allt som ska göras, med arbetssätt och de som ansvarar.',
      columns: [
        whose,
        must(text('strategi', 'Strategins id.')),
        must(text('strategi_titel', 'Strategin.')),
        must(text('arbetssatt', 'Arbetssättet.')),
        must(text('atgard', 'Åtgärden.')),
        must(text('ansvariga', 'De som ansvarar, med lodstreck emellan.')),
        example,
      ],
      key: ['program', 'strategi', 'atgard'],
      rows: () =>
        program.flatMap((p) =>
          p.atgarder.map((a) => [
            p.slug,
            a.strategi,
            p.strategier.find((s) => s.id === a.strategi)?.titel ?? a.strategi,
            a.arbetssatt,
            a.atgard,
            a.ansvariga.join(' | '),
            p.exempel,
          ]),
        ),
    },
  ];
}
