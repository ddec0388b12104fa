import { programmesOf } from '../../content/program/linked.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { JAMFORBARHETER, RIKTNINGAR, STATUSAR } from '../../model/program.ts';
import { measureState, titleOf } from '../../statistics/program.ts';
import { filled, maybe } from './dictionary.ts';
import { COMMA, type DataTable } from './table.ts';

/** The programmes: indicators with base year, outcomes, and measures; none when there is no programme. */
export function programDataTables(index: CatalogueIndex): readonly DataTable[] {
  const program = programmesOf(index);
  if (program.length === 0) return [];
  const common = { group: 'referens', example: program.some((p) => p.exempel), dialect: COMMA } as const;
  return [
    {
      ...common,
      path: 'data/program/mal',
      title: 'Mål och indikatorer i programmen',
      description: 'Vad kommuners program mot hemlöshet följs upp med: basår, värde och önskad riktning.',
      columns: [
        filled('program'),
        filled('kod'),
        filled('mal'),
        filled('mal_titel'),
        filled('programindikator'),
        filled('programindikator_titel'),
        filled('enhet'),
        filled('riktning', { words: RIKTNINGAR }),
        filled('basar'),
        maybe('varde', { type: 'number' }),
        maybe('kvinnor'),
        maybe('man'),
        maybe('skyddat'),
        maybe('tabell'),
        filled('kalla'),
        filled('exempel'),
      ],
      key: ['program', 'programindikator'],
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
        filled('program'),
        filled('kod'),
        filled('programindikator'),
        filled('ar'),
        maybe('varde', { type: 'number' }),
        maybe('saknas', { words: ['skyddad'] }),
        filled('jamforbarhet', { words: JAMFORBARHETER }),
        filled('skal'),
        filled('kalla'),
        filled('exempel'),
      ],
      key: ['program', 'programindikator', 'ar', 'kalla'],
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
      description:
        'Allt som ska göras: vem som leder och vem som medverkar, när, och hur långt det har kommit.',
      columns: [
        filled('program'),
        filled('atgard_id'),
        filled('strategi'),
        filled('strategi_titel'),
        filled('arbetssatt'),
        filled('atgard'),
        filled('leder'),
        maybe('medverkar'),
        maybe('start'),
        maybe('slut'),
        maybe('budget'),
        maybe('status', { words: STATUSAR }),
        maybe('status_datum'),
        maybe('status_kalla'),
        filled('exempel'),
      ],
      key: ['program', 'atgard_id'],
      rows: () =>
        program.flatMap((p) =>
          p.atgarder.map((a) => {
            const now = measureState(p, a);
            return [
              p.slug,
              a.id,
              a.strategi,
              titleOf(p.strategier, a.strategi),
              titleOf(p.arbetssatt, a.arbetssatt),
              a.atgard,
              a.leder.join(' | '),
              a.medverkar.length === 0 ? null : a.medverkar.join(' | '),
              a.start,
              a.slut,
              a.budget,
              now?.status ?? null,
              now?.datum ?? null,
              now?.kalla ?? null,
              p.exempel,
            ];
          }),
        ),
    },
  ];
}
