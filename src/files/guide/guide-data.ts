import { versionLine } from '../../content/kommun/reading.ts';
import { byQuality } from '../../content/quality.ts';
import { shareRows } from '../../content/shares.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { RIKET } from '../../model/kommun.ts';
import { ABSENCE_KEY } from '../../text/absence.ts';
import { unitsOf } from '../../text/names.ts';
import { filledText, textValues } from '../texts/values.ts';
import { blocksOf } from './blocks.ts';
import { shareBars, yearColumns } from './guide-figures.ts';
import { indicatorFacts } from './indicator-facts.ts';

export type GuideData = ReturnType<typeof guideData>;

/** What the template of the guide reads: the texts of the data folder, and every indicator of its schemas. */
export function guideData(index: CatalogueIndex) {
  const { release, omraden, indikatorer, texter } = index.catalogue;
  const values = textValues(index);
  const collection = omraden.flatMap((o) => [
    `## ${o.titel}`,
    ...o.insamling,
    o.utgavor.map((e) => `- ${e.ar}: ${e.insamling}; enhet: ${unitsOf(e.enhet).many}.`).join('\n'),
    ...o.brott.map((b) => b.orsak),
  ]);
  return {
    titel: 'Användarguide till öppna jämförelser',
    marke: release.titel,
    utgivare: release.organisation.namn,
    beskrivning: `Så läser du öppna jämförelser: fyra steg, alla indikatorer och metod. Version ${release.version}.`,
    amnesord: ['öppna jämförelser', 'användarguide', ...omraden.map((o) => o.kortnamn)],
    datum: release.datum.split('-').map(Number),
    sidhuvud: `Användarguide · ${release.titel}`,
    sidfot: versionLine(release),
    exempel: false,
    inledning: texter.sidor
      .filter((p) => p.del === 'anvandarguide')
      .map((p) => ({ titel: p.titel, block: blocksOf(`${p.ingress}\n\n${filledText(p.markdown, values)}`) })),
    omraden: omraden.map((o) => {
      const shares = shareRows(index, o.slug, RIKET);
      return {
        titel: `Indikatorer: ${o.titel}`,
        ingress: o.ingress,
        grupper: byQuality(
          indikatorer.filter((i) => i.omrade === o.slug),
          (i) => i,
        ).map((g) => ({
          titel: g.title,
          bild: shareBars(shares.filter((r) => g.items.includes(r.indicator))),
          indikatorer: g.items.map((i) => ({
            titel: i.titel,
            id: i.id,
            rader: indicatorFacts(i),
            over: yearColumns(index, i),
          })),
        })),
      };
    }),
    teckenrubrik: 'När en siffra saknas',
    tecken: ABSENCE_KEY.map((a) => [a.symbol, a.label, a.explanation]),
    avslutning: [
      { titel: 'Insamling, område för område', block: blocksOf(collection.join('\n\n')) },
      ...(texter.ordlista.length > 0
        ? [
            {
              titel: 'Ordlista',
              block: blocksOf(texter.ordlista.map((t) => `- **${t.term}**: ${t.forklaring}`).join('\n')),
            },
          ]
        : []),
    ],
    sida: release.webbplats,
  };
}
