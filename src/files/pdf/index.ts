import { kommunDocument } from '../../content/kommun/document.ts';
import { programDocument } from '../../content/program/document.ts';
import { programmesOf } from '../../content/program/linked.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Kommun } from '../../model/kommun.ts';
import type { Program } from '../../model/program.ts';
import type { PublishedFile, Writer } from '../file.ts';
import { rendered } from '../rendering.ts';
import { canMakePdf } from '../typst/compiler.ts';
import { kommunData } from './kommun-data.ts';

/** Tagged PDF/UA reports. None where Typst is not installed. */
export const pdfWriter: Writer = {
  name: 'pdf',
  files: (index) =>
    canMakePdf()
      ? [
          ...index.catalogue.referens.kommuner.map((kommun) => kommunFile(index, kommun)),
          ...programmesOf(index).map((p) => programFile(index, p)),
        ]
      : [],
};

function programFile(index: CatalogueIndex, p: Program): PublishedFile {
  return {
    path: `data/program/${p.slug}.pdf`,
    mediaType: 'application/pdf',
    format: 'PDF',
    title: `Rapport: ${p.titel}`,
    description: `Läget i varje strategi, indikatorerna mot basåret och vad som är nytt, att skriva ut.${p.exempel ? ' Programmet är påhittat.' : ''}`,
    opensIn: 'alla PDF-läsare, webbläsare',
    group: 'referens',
    example: p.exempel,
    ...rendered(() => ({ as: 'pdf-program', document: programDocument(index, p) })),
  };
}

function kommunFile(index: CatalogueIndex, kommun: Kommun): PublishedFile {
  const example = index.catalogue.omraden.some((o) => o.utgavor.some((e) => e.exempel));
  return {
    path: `data/kommun/${kommun.slug}.pdf`,
    mediaType: 'application/pdf',
    format: 'PDF',
    title: `Rapport: ${kommun.namn}`,
    description: `Resultat, styrkor, kommuner som liknar ${kommun.namn} och fyra steg för analys, att skriva ut.${example ? ' Innehåller exempeldata.' : ''}`,
    opensIn: 'alla PDF-läsare, webbläsare',
    group: 'kommun',
    about: kommun.kod,
    example,
    ...rendered(() => ({ as: 'pdf-kommun', document: kommunData(kommunDocument(index, kommun)) })),
  };
}
