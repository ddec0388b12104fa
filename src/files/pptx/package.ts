import { utf8 } from '../common/bytes.ts';
import {
  appProperties,
  contentTypes,
  coreProperties,
  type PartRelation,
  PROPERTY_TYPES,
  packageRels,
  part,
  rels,
} from '../common/xml.ts';
import type { Zip, ZipPart } from '../common/zip.ts';
import { chartXml } from './chart.ts';
import { chartWorkbook } from './chart-workbook.ts';
import type { Chart, Deck, Slide } from './deck.ts';
import { NS } from './drawing.ts';
import { LAYOUT, LAYOUTS, MASTER, NOTES_MASTER } from './master.ts';
import { notesXml, slideXml } from './slide.ts';
import { THEME } from './theme.ts';

const DOC = 'application/vnd.openxmlformats-officedocument';
const PRES = `${DOC}.presentationml`;

const textPart = (name: string, xml: string): ZipPart => ({ name, bytes: utf8(xml) });

/** The parts that are the same in every deck. */
const FIXED: readonly ZipPart[] = [
  textPart('_rels/.rels', packageRels('ppt/presentation.xml')),
  textPart('docProps/app.xml', appProperties('<PresentationFormat>Bredbild</PresentationFormat>')),
  textPart('ppt/theme/theme1.xml', THEME),
  textPart('ppt/theme/theme2.xml', THEME),
  textPart('ppt/slideMasters/slideMaster1.xml', MASTER),
  textPart(
    'ppt/slideMasters/_rels/slideMaster1.xml.rels',
    rels([
      ...LAYOUTS.map((_, i) => ['slideLayout', `../slideLayouts/slideLayout${i + 1}.xml`] as const),
      ['theme', '../theme/theme1.xml'],
    ]),
  ),
  ...LAYOUTS.flatMap((xml, i) => [
    textPart(`ppt/slideLayouts/slideLayout${i + 1}.xml`, xml),
    textPart(
      `ppt/slideLayouts/_rels/slideLayout${i + 1}.xml.rels`,
      rels([['slideMaster', '../slideMasters/slideMaster1.xml']]),
    ),
  ]),
  textPart('ppt/notesMasters/notesMaster1.xml', NOTES_MASTER),
  textPart('ppt/notesMasters/_rels/notesMaster1.xml.rels', rels([['theme', '../theme/theme2.xml']])),
];

const presentation = (slides: number) =>
  part(
    `<p:presentation ${NS} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>${Array.from({ length: slides }, (_, i) => `<p:sldId id="${256 + i}" r:id="rId${i + 4}"/>`).join('')}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle><a:defPPr><a:defRPr lang="sv-SE"/></a:defPPr></p:defaultTextStyle></p:presentation>`,
  );

const presentationRels = (slides: number) =>
  rels([
    ['slideMaster', 'slideMasters/slideMaster1.xml'],
    ['notesMaster', 'notesMasters/notesMaster1.xml'],
    ['theme', 'theme/theme1.xml'],
    ...Array.from({ length: slides }, (_, i) => ['slide', `slides/slide${i + 1}.xml`] as const),
  ]);

function types(slides: number, charts: number): string {
  const each = (count: number, name: string, type: string) =>
    Array.from({ length: count }, (_, i) => [`${name}${i + 1}.xml`, type] as const);
  return contentTypes(
    [
      ['ppt/presentation.xml', `${PRES}.presentation.main`],
      ...each(1, 'ppt/slideMasters/slideMaster', `${PRES}.slideMaster`),
      ...each(LAYOUTS.length, 'ppt/slideLayouts/slideLayout', `${PRES}.slideLayout`),
      ...each(1, 'ppt/notesMasters/notesMaster', `${PRES}.notesMaster`),
      ...each(2, 'ppt/theme/theme', `${DOC}.theme`),
      ...each(slides, 'ppt/slides/slide', `${PRES}.slide`),
      ...each(slides, 'ppt/notesSlides/notesSlide', `${PRES}.notesSlide`),
      ...each(charts, 'ppt/charts/chart', `${DOC}.drawingml.chart`),
      ...PROPERTY_TYPES,
    ],
    [['xlsx', `${DOC}.spreadsheetml.sheet`]],
  );
}

/**
 * A deck as PowerPoint's file (ISO/IEC 29500, PresentationML). We write the parts ourselves: pptxgenjs writes missing
 * values and zeros alike, random ids, the clock and no language, and mending that was more than writing them.
 */
export function pptxBytes(deck: Deck, zip: Zip): Uint8Array {
  const charts = deck.slides.flatMap((s) => (s.figure?.kind === 'chart' ? [s.figure.chart] : []));
  const slides = deck.slides.length;
  const { title, description: subject, author, keywords, datum } = deck;
  return zip(
    [
      textPart('[Content_Types].xml', types(slides, charts.length)),
      ...FIXED,
      textPart('docProps/core.xml', coreProperties({ title, subject, author, keywords, datum })),
      textPart('ppt/presentation.xml', presentation(slides)),
      textPart('ppt/_rels/presentation.xml.rels', presentationRels(slides)),
      ...deck.slides.flatMap((slide, i) => slideParts(slide, deck, i + 1, charts)),
      ...charts.flatMap((chart, i) => chartParts(chart, i + 1, datum)),
    ],
    datum,
  );
}

function slideParts(slide: Slide, deck: Deck, n: number, charts: readonly Chart[]): readonly ZipPart[] {
  const own: PartRelation[] = [
    ['slideLayout', `../slideLayouts/slideLayout${LAYOUT[slide.layout]}.xml`],
    ['notesSlide', `../notesSlides/notesSlide${n}.xml`],
  ];
  if (slide.figure?.kind === 'chart')
    own.push(['chart', `../charts/chart${charts.indexOf(slide.figure.chart) + 1}.xml`]);
  return [
    textPart(`ppt/slides/slide${n}.xml`, slideXml(slide, deck, n)),
    textPart(`ppt/slides/_rels/slide${n}.xml.rels`, rels(own)),
    textPart(`ppt/notesSlides/notesSlide${n}.xml`, notesXml(slide)),
    textPart(
      `ppt/notesSlides/_rels/notesSlide${n}.xml.rels`,
      rels([
        ['notesMaster', '../notesMasters/notesMaster1.xml'],
        ['slide', `../slides/slide${n}.xml`],
      ]),
    ),
  ];
}

const chartParts = (chart: Chart, n: number, datum: string): readonly ZipPart[] => [
  textPart(`ppt/charts/chart${n}.xml`, chartXml(chart)),
  textPart(`ppt/charts/_rels/chart${n}.xml.rels`, rels([['package', `../embeddings/diagram${n}.xlsx`]])),
  { name: `ppt/embeddings/diagram${n}.xlsx`, bytes: chartWorkbook(chart, datum) },
];
