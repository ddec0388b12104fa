import type { CatalogueIndex } from '../../model/catalogue.ts';
import { JAMFORBARHETER, RIKTNINGAR } from '../../model/program.ts';
import { filled, maybe } from './dictionary.ts';
import { COMMA, type DataTable } from './table.ts';

/** The programmes: indicators with base year, outcomes, and measures; none when there is no programme. */
export function programDataTables({ catalogue }: CatalogueIndex): readonly DataTable[] {
  const { program } = catalogue;
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
      key: ['program', 'programindikator', 'ar'],
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
        filled('program'),
        filled('strategi'),
        filled('strategi_titel'),
        filled('arbetssatt'),
        filled('atgard'),
        filled('ansvariga'),
        filled('exempel'),
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
