import { kommunDocument } from '../../content/kommun/document.ts';
import { programDocument } from '../../content/program/document.ts';
import { programmesOf } from '../../content/program/linked.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Kommun } from '../../model/kommun.ts';
import { answeredYears } from '../../statistics/profile.ts';
import { exampleSuffix } from '../common/scopes.ts';
import type { PublishedFile, Writer } from '../file.ts';
import { rendered } from '../rendering.ts';
import type { Deck } from './deck.ts';
import { kommunDeck } from './kommun-deck.ts';
import { omradeDeck } from './omrade-deck.ts';
import { programDeck } from './program-deck.ts';

/** Presentations with charts that are edited in PowerPoint: one for each area and year, one for each kommun. */
export const pptxWriter: Writer = {
  name: 'pptx',
  files: (index) => [
    ...index.catalogue.omraden.flatMap((omrade) =>
      answeredYears(index, omrade.slug).flatMap((ar) => {
        const edition = index.edition(omrade.slug, ar);
        if (edition === undefined) return [];
        return [
          file(
            {
              path: `data/${omrade.slug}/${ar}.pptx`,
              title: `${omrade.titel} ${ar}: presentation`,
              description: 'Resultat för riket, fråga för fråga, med definition och källa i anteckningarna.',
              group: omrade.slug,
              example: edition.exempel,
            },
            () => omradeDeck(index, omrade, edition),
          ),
        ];
      }),
    ),
    ...index.catalogue.referens.kommuner.map((kommun) => kommunFile(index, kommun)),
    ...programmesOf(index).map((p) =>
      file(
        {
          path: `data/program/${p.slug}.pptx`,
          title: `Presentation: ${p.titel}`,
          description: 'Läget i varje strategi, indikatorerna mot basåret och vad som är nytt.',
          group: 'referens',
          example: p.exempel,
        },
        () => programDeck(programDocument(index, p)),
      ),
    ),
  ],
};

function kommunFile(index: CatalogueIndex, kommun: Kommun): PublishedFile {
  return file(
    {
      path: `data/kommun/${kommun.slug}.pptx`,
      title: `Presentation: ${kommun.namn}`,
      description: `Resultat, styrkor, kommuner som liknar ${kommun.namn} och fyra steg, att visa för nämnden.`,
      group: 'kommun',
      about: kommun.kod,
      example: index.catalogue.omraden.some((o) => o.utgavor.some((e) => e.exempel)),
    },
    () => kommunDeck(kommunDocument(index, kommun)),
  );
}

type About = Pick<PublishedFile, 'path' | 'title' | 'description' | 'group' | 'about' | 'example'>;

const file = (about: About, deck: () => Deck): PublishedFile => ({
  ...about,
  mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  format: 'PowerPoint',
  description: `${about.description}${exampleSuffix(about.example)}`,
  opensIn: 'PowerPoint, LibreOffice, Keynote, Google Presentationer',
  ...rendered(() => ({ as: 'pptx', document: deck() })),
});
