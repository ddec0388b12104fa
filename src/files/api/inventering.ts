import { z } from 'zod';
import { answersTo } from '../../content/inventering/answers.ts';
import { inventeringSeries } from '../../content/inventering/series.ts';
import { Formular } from '../../model/formular.ts';
import { ALDRAR } from '../../model/inventering.ts';
import { must } from '../../model/must.ts';
import { Kon } from '../../model/observation.ts';
import { about, type Endpoint, endpoint } from './endpoint.ts';
import { aboutShape } from './schemas.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

const Siffra = z
  .strictObject({
    kod: z.string().describe('Kommunens kod.'),
    ar: z.int(),
    uppgift: z.string().describe('Kod ur formuläret.'),
    kon: Kon,
    alder: z.enum(ALDRAR),
    varde: z.number().nullable(),
    saknas: z.literal('skyddad').nullable().describe('skyddad när talet är dolt, annars null.'),
    enhet: z.string(),
  })
  .describe('En siffra ur en inventering. Fri text finns inte i API:et.');

const Inventeringar = z.strictObject({
  ...aboutShape,
  kod: z.string(),
  namn: z.string(),
  exempel: z.boolean().describe('true när kommunen och siffrorna är påhittade.'),
  ar: list(z.int()),
  svar: list(z.strictObject({ fraga: z.string(), svar: list(z.string()) })).describe(
    'Vad det senaste året säger om varje fråga, i ord.',
  ),
  count: z.int().min(0),
  values: list(Siffra),
});

/** The questionnaire of the inventory, and the protected figures of each kommun that publishes one. */
export const INVENTERING: readonly Endpoint[] = [
  endpoint({
    path: '/inventeringsformular.json',
    summary: 'Formuläret för inventeringen: uppgifter, enheter och frågor',
    schema: { name: 'Inventeringsformular', type: z.strictObject({ ...aboutShape, formular: Formular }) },
    entries: (index) => [
      {
        title: 'Inventeringens formulär',
        content: () => ({ ...about(index), formular: index.catalogue.formular }),
      },
    ],
  }),
  endpoint({
    path: '/inventering/{kommun}.json',
    summary: 'En kommuns inventeringar av insatser för boende',
    parameter: { name: 'kommun', description: 'Kommunens namn i adresser, som i kommuner.json: slug.' },
    schema: { name: 'Inventeringar', type: Inventeringar },
    entries: (index) => {
      const { formular } = index.catalogue;
      const enhet = new Map(formular.uppgifter.map((u) => [u.kod, u.enhet]));
      return inventeringSeries(index).map(({ slug, namn, exempel, years }) => ({
        parameter: slug,
        title: `Inventering av insatser för boende: ${namn}`,
        example: exempel,
        content: () => {
          const values = years.flatMap((year) =>
            year.rader.flatMap(({ uppgift, kon, alder, varde, skyddad, text }) =>
              text === null
                ? [
                    {
                      kod: year.kod,
                      ar: year.ar,
                      uppgift,
                      kon,
                      alder,
                      varde,
                      saknas: skyddad ? ('skyddad' as const) : null,
                      enhet: must(enhet.get(uppgift), `unit of ${uppgift}`),
                    },
                  ]
                : [],
            ),
          );
          return {
            ...about(index),
            kod: years[0]?.kod ?? slug,
            namn,
            exempel,
            ar: years.map((y) => y.ar),
            svar: formular.fragor.map((f) => ({ fraga: f.fraga, svar: answersTo(f, years, formular) })),
            count: values.length,
            values,
          };
        },
      }));
    },
  }),
];
