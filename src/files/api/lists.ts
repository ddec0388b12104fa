import type { CatalogueIndex } from '../../model/catalogue.ts';
import { must } from '../../model/must.ts';
import { kommungrupper, sizeGroups } from '../../statistics/groups.ts';
import { ABSENCE_KEY } from '../../text/absence.ts';
import { about, type Endpoint, endpoint } from './endpoint.ts';
import * as schema from './schemas.ts';

/** What the values are about: places, groups, areas, indicators, editions and signs. */
export const LISTS: readonly Endpoint[] = [
  endpoint({
    path: '/kommuner.json',
    summary: 'Kommuner',
    schema: { name: 'Kommuner', type: schema.Kommuner },
    entries: one('Kommuner', ({ catalogue: { referens, referensKallor } }) => ({
      kallor: referensKallor,
      kommuner: referens.kommuner,
      tidigareKommuner: referens.tidigareKommuner,
    })),
  }),
  endpoint({
    path: '/lan.json',
    summary: 'Län',
    schema: { name: 'LanLista', type: schema.LanLista },
    entries: one('Län', (index) => ({ lan: index.catalogue.referens.lan })),
  }),
  endpoint({
    path: '/stadsdelar.json',
    summary: 'Stadsdelar, med datum för när de har funnits',
    schema: { name: 'Stadsdelar', type: schema.Stadsdelar },
    entries: one('Stadsdelar', (index) => ({ stadsdelar: index.catalogue.referens.stadsdelar })),
  }),
  endpoint({
    path: '/grupper.json',
    summary: 'Kommungrupper och storleksklasser, med vilka kommuner som hör till dem',
    schema: { name: 'Grupper', type: schema.Grupper },
    entries: one('Grupper av kommuner', ({ catalogue: { referens } }) => ({
      kommungrupper: kommungrupper(referens).map(({ kod, namn, koder }) => ({
        kod,
        namn,
        slug: must(
          referens.kommungrupper.find((g) => g.kod === kod),
          `kommungrupp ${kod}`,
        ).slug,
        kommuner: koder,
      })),
      storleksklasser: sizeGroups(referens).map(({ kod, namn, koder }) => ({ kod, namn, kommuner: koder })),
    })),
  }),
  endpoint({
    path: '/omraden.json',
    summary: 'Områden',
    schema: { name: 'Omraden', type: schema.Omraden },
    entries: one('Områden och utgåvor', (index) => ({
      omraden: index.catalogue.omraden.map(({ fil: _, ...omrade }) => omrade),
    })),
  }),
  endpoint({
    path: '/utgavor.json',
    summary: 'Undersökningarnas utgåvor, med version, rättelser och om de är exempeldata',
    schema: { name: 'Utgavor', type: schema.Utgavor },
    entries: one('Utgåvor', (index) => ({
      utgavor: index.catalogue.omraden.flatMap((o) => o.utgavor.map((u) => ({ ...u, omrade: o.slug }))),
    })),
  }),
  endpoint({
    path: '/indikatorer.json',
    summary: 'Indikatorer med definitioner',
    schema: { name: 'Indikatorer', type: schema.Indikatorer },
    entries: one('Indikatorer med definitioner', (index) => ({
      indikatorer: index.catalogue.indikatorer.map(({ fil: _, ...indikator }) => indikator),
    })),
  }),
  endpoint({
    path: '/kallor.json',
    summary: 'Källorna till siffrorna: utgivare, publikation, adress och om de är i andra hand',
    schema: { name: 'Kallor', type: schema.Kallor },
    entries: one('Källor', (index) => ({ kallor: index.catalogue.kallor })),
  }),
  endpoint({
    path: '/tecken.json',
    summary: 'Skälen till att ett värde saknas',
    schema: { name: 'Tecken', type: schema.Tecken },
    entries: one('Teckenförklaring', () => ({
      tecken: ABSENCE_KEY.map(({ reason, symbol, label, explanation }) => ({
        skal: reason,
        tecken: symbol,
        text: label,
        forklaring: explanation,
      })),
    })),
  }),
];

/** A single file without parameter. */
function one<T extends object>(title: string, content: (index: CatalogueIndex) => T) {
  return (index: CatalogueIndex) => [{ title, content: () => ({ ...about(index), ...content(index) }) }];
}
