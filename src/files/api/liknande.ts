import { z } from 'zod';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { Kommunkod } from '../../model/kommun.ts';
import { neighboursOf, sizeClassOf } from '../../statistics/groups.ts';
import { type PeerTheme, peerSpace, peersOf } from '../../statistics/peers.ts';
import { about, type Endpoint, endpoint } from './endpoint.ts';
import { Liknande } from './schemas.ts';

const LiknandeKommuner = z.strictObject({
  version: z.string(),
  datum: z.iso.date(),
  licens: z.string(),
  matt: z
    .array(z.strictObject({ id: z.string(), tema: z.string(), ar: z.int().nullable() }))
    .readonly()
    .describe(
      'Måtten som likheten räknas på: folkmangd eller en indikators id, och det år som värdena gäller (null när källan inte säger det).',
    ),
  kommuner: z
    .array(
      z.strictObject({
        kod: Kommunkod,
        kommungrupp: z.string(),
        storleksklass: z.string(),
        grannar: z.array(Kommunkod).readonly().describe('Kommuner med gemensam gräns på land.'),
        allt: z.array(Liknande).readonly(),
        bostad: z.array(Liknande).readonly(),
        ekonomi: z.array(Liknande).readonly(),
      }),
    )
    .readonly(),
});

/** The kommuner most like one in a theme, as the API gives them. */
export function similar(index: CatalogueIndex, kod: string, theme: PeerTheme) {
  return peersOf(index, kod, theme).map((peer) => ({
    kod: peer.kod,
    namn: index.kommun(peer.kod)?.namn ?? peer.kod,
    avstand: peer.distance,
    likaI: peer.alike.map((m) => m.id),
    sammaKommungrupp: peer.sameGroup,
  }));
}

/** Every kommun's similar ones and neighbours in one file: the lists that the pages show. */
export const LIKNANDE: Endpoint = endpoint({
  path: '/liknande.json',
  summary: 'Varje kommuns grannar och de kommuner som är mest lika den, i allt och i varje tema',
  schema: { name: 'LiknandeKommuner', type: LiknandeKommuner },
  entries: (index) => [
    {
      title: 'Liknande kommuner',
      content: () => ({
        ...about(index),
        matt: peerSpace(index).measures.map(({ id, tema, ar }) => ({ id, tema, ar })),
        kommuner: index.catalogue.referens.kommuner.map((kommun) => ({
          kod: kommun.kod,
          kommungrupp: kommun.kommungrupp,
          storleksklass: sizeClassOf(kommun).kod,
          grannar: neighboursOf(index.catalogue.referens, kommun.kod),
          allt: similar(index, kommun.kod, 'allt'),
          bostad: similar(index, kommun.kod, 'bostad'),
          ekonomi: similar(index, kommun.kod, 'ekonomi'),
        })),
      }),
    },
  ],
});
