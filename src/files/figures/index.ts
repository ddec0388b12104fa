import type { Figure } from '../../charts/figure.ts';
import { type FigureRef, figureOf, figureRefs } from '../../charts/from/refs.ts';
import { standaloneSvg } from '../../charts/standalone.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { perIndex } from '../../model/per-index.ts';
import { formatDate } from '../../text/dates.ts';
import { utf8 } from '../common/bytes.ts';
import type { PublishedFile, Writer } from '../file.ts';
import { rendered } from '../rendering.ts';
import { figureCsv } from './csv.ts';
import type { PngTexts } from './png-text.ts';

/** What the three files of a figure have in common. */
type Kind = {
  readonly ending: string;
  readonly mediaType: string;
  readonly format: string;
  readonly holds: string;
  readonly opensIn: string;
};

const SVG: Kind = {
  ending: 'svg',
  mediaType: 'image/svg+xml',
  format: 'SVG',
  holds: 'Bilden som vektorgrafik, med rubrik, källa och version.',
  opensIn: 'webbläsare, Word, Illustrator, Inkscape',
};
const PNG: Kind = {
  ending: 'png',
  mediaType: 'image/png',
  format: 'PNG',
  holds: 'Bilden som punkter, dubbelt så skarp som på sidan, med rubrik, källa och version.',
  opensIn: 'alla program',
};
const CSV: Kind = {
  ending: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  format: 'CSV',
  holds: 'Siffrorna i bilden.',
  opensIn: 'Excel, Calc, R, Python',
};

const pageOf = ({ catalogue }: CatalogueIndex, { slug }: Indicator): string =>
  new URL(`indikatorer/${slug}/`, catalogue.release.webbplats).href;

/** Where a figure comes from, for the foot of the picture. */
function imprintOf(index: CatalogueIndex, indicator: Indicator): string {
  const { titel, version, datum } = index.catalogue.release;
  return `${titel}, version ${version}, ${formatDate(datum)}. ${pageOf(index, indicator)}`;
}

/** The same for programs that read what a PNG says of itself; made-up numbers are said there too. */
function textsOf(index: CatalogueIndex, ref: FigureRef, { source, sentence }: Figure): PngTexts {
  const { licens, titel, version } = index.catalogue.release;
  return {
    Title: ref.example ? `${ref.title} (exempeldata)` : ref.title,
    Description: sentence,
    Source: `${source} ${pageOf(index, ref.indicator)}`,
    Copyright: `${licens.namn}, ${licens.url}`,
    Software: `${titel}, version ${version}`,
  };
}

function filesOf(index: CatalogueIndex, ref: FigureRef): readonly PublishedFile[] {
  const { indicator } = ref;
  const file = (kind: Kind, bytes: Pick<PublishedFile, 'content' | 'rendering'>): PublishedFile => ({
    path: `data/figurer/${indicator.slug}/${ref.id}.${kind.ending}`,
    mediaType: kind.mediaType,
    format: kind.format,
    title: ref.title,
    description: `${kind.holds}${ref.example ? ' Innehåller exempeldata.' : ''}`,
    opensIn: kind.opensIn,
    group: 'figur',
    about: indicator.id,
    example: ref.example,
    ...bytes,
  });
  const svg = (figure: Figure) => standaloneSvg(figure, 'light', imprintOf(index, indicator));
  return [
    file(SVG, { content: () => utf8(`${svg(figureOf(index, ref))}\n`) }),
    file(
      PNG,
      rendered(() => {
        const figure = figureOf(index, ref);
        return { as: 'png', document: { svg: svg(figure), texts: textsOf(index, ref, figure) } };
      }),
    ),
    file(CSV, { content: () => utf8(figureCsv(figureOf(index, ref))) }),
  ];
}

function filesOfIndicator(
  index: CatalogueIndex,
  indicator: Indicator,
): readonly (readonly [string, readonly PublishedFile[]])[] {
  return figureRefs(index, indicator).map((ref) => [ref.id, filesOf(index, ref)]);
}

/** The downloads of every figure of an indicator, by the figure's id. */
export const figureFiles = perIndex((index) => filesById(index));

const filesById = (index: CatalogueIndex): ReadonlyMap<string, readonly PublishedFile[]> =>
  new Map(index.catalogue.indikatorer.flatMap((i) => filesOfIndicator(index, i)));

/** Each figure of the indicator pages as SVG, PNG and CSV. */
export const figureWriter: Writer = {
  name: 'figurer',
  // Not those that are remembered: what is read for a file is read from the index that is given.
  files: (index) => [...filesById(index).values()].flat(),
};
