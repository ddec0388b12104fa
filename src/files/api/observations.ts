import type { z } from 'zod';
import { askingAnswer, newestByArea } from '../../content/kommun/answers.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { RIKET } from '../../model/kommun.ts';
import type { Observation } from '../../model/observation.ts';
import { perIndex, perIndexBy } from '../../model/per-index.ts';
import { neighboursOf } from '../../statistics/groups.ts';
import { lanNameOf } from '../../text/places.ts';
import { allValues, valuesOf } from '../common/absent.ts';
import { anyExample } from '../common/scopes.ts';
import { factsOfIndicator } from '../common/value-facts.ts';
import { about, type Endpoint, endpoint } from './endpoint.ts';
import { similar } from './liknande.ts';
import * as schema from './schemas.ts';
import { apiFigure, apiValue, koladaValues } from './values.ts';

/** Every place's values in catalogue order; a city has those of its stadsdelar too. */
const byPlace = perIndex(
  (index): ReadonlyMap<string, readonly Observation[]> =>
    Map.groupBy(allValues(index), (o) => (o.niva === 'stadsdel' ? o.kod.slice(0, 4) : o.kod)),
);
const at = perIndexBy(
  (index, kod: string): readonly Observation[] => byPlace(index).get(kod) ?? [],
  'api-platsens-varden',
);
const exampleAt = perIndexBy(
  (index, kod: string): boolean => anyExample(at(index, kod)),
  'api-platsens-exempel',
);

function counted(index: CatalogueIndex, values: readonly Observation[]) {
  return { count: values.length, values: values.map((o) => apiValue(index, o)) };
}

function newest(index: CatalogueIndex, kod: string): z.output<typeof schema.KommunVarden>['nyast'] {
  return newestByArea(index, kod, askingAnswer).flatMap(({ omrade, rows }) =>
    rows.map((r) => ({
      indikator: r.indicator.id,
      omrade: omrade.slug,
      ar: r.ar,
      svar: r.answer,
      aldreAnFemAr: r.old,
      senareUtanSvar: r.silentIn,
      liknandeSomSvaradeJa: r.ask.map(({ kod, namn, ar, since }) => ({ kod, namn, ar, sedan: since })),
    })),
  );
}

/** The values: by indicator, by kommun, by län, for riket, and in Kolada's shape. */
export const OBSERVATIONS: readonly Endpoint[] = [
  endpoint({
    path: '/observationer/{id}.json',
    summary: 'En indikators alla värden, och vad andra har publicerat om riket',
    parameter: { name: 'id', description: 'Indikatorns id, se indikatorer.json.' },
    schema: { name: 'IndikatorVarden', type: schema.IndikatorVarden },
    entries: (index) =>
      index.catalogue.indikatorer.map((i) => ({
        parameter: i.id,
        title: i.titel,
        example: factsOfIndicator(index, i).exempel,
        content: () => ({
          ...about(index),
          indikator: i.id,
          titel: i.titel,
          svarstyp: i.svarstyp,
          enhet: i.enhet,
          ...counted(index, valuesOf(index, i)),
          publicerat: index.publishedOf(i.id).map(apiFigure),
        }),
      })),
  }),
  endpoint({
    path: '/kommuner/{kod}.json',
    summary: 'En kommuns alla värden, dess grannar och kommuner som liknar den',
    parameter: { name: 'kod', description: 'Kommunkod, fyra siffror.' },
    schema: { name: 'KommunVarden', type: schema.KommunVarden },
    entries: (index) =>
      index.catalogue.referens.kommuner.map((kommun) => ({
        parameter: kommun.kod,
        title: kommun.namn,
        example: exampleAt(index, kommun.kod),
        content: () => ({
          ...about(index),
          kommun,
          lan: lanNameOf(index, kommun),
          stadsdelar: [...new Set(at(index, kommun.kod).map((o) => o.kod))].filter((k) => k !== kommun.kod),
          grannar: neighboursOf(index.catalogue.referens, kommun.kod),
          liknande: {
            allt: similar(index, kommun.kod, 'allt'),
            bostad: similar(index, kommun.kod, 'bostad'),
            ekonomi: similar(index, kommun.kod, 'ekonomi'),
          },
          nyast: newest(index, kommun.kod),
          ...counted(index, at(index, kommun.kod)),
        }),
      })),
  }),
  endpoint({
    path: '/lan/{kod}.json',
    summary: 'Ett läns alla värden, med antal svarande och vad andelen räknas på',
    parameter: { name: 'kod', description: 'Länskod, två siffror.' },
    schema: { name: 'LanVarden', type: schema.LanVarden },
    entries: (index) =>
      index.catalogue.referens.lan.map((lan) => ({
        parameter: lan.kod,
        title: lan.namn,
        example: exampleAt(index, lan.kod),
        content: () => ({
          ...about(index),
          lan,
          kommuner: index.kommunerOfLan(lan.kod).map((k) => k.kod),
          ...counted(index, at(index, lan.kod)),
        }),
      })),
  }),
  endpoint({
    path: '/riket.json',
    summary: 'Rikets alla värden, uträknade av oss, och det som andra har publicerat',
    schema: { name: 'RiketVarden', type: schema.RiketVarden },
    entries: (index) => [
      {
        title: 'Riket',
        example: exampleAt(index, RIKET),
        content: () => ({
          ...about(index),
          ...counted(index, at(index, RIKET)),
          publicerat: index.catalogue.publicerat.map(apiFigure),
        }),
      },
    ],
  }),
  endpoint({
    path: '/kolada/data/kpi/{kpi}.json',
    summary: 'En indikators värden i den form som ett svar i Koladas API v3 har',
    parameter: { name: 'kpi', description: 'Indikatorns id.' },
    schema: { name: 'KoladaVarden', type: schema.KoladaVarden },
    entries: (index) =>
      index.catalogue.indikatorer.map((i) => ({
        parameter: i.id,
        title: `${i.titel}, i Koladas form`,
        example: factsOfIndicator(index, i).exempel,
        content: () => koladaValues(i, valuesOf(index, i)),
      })),
  }),
];
