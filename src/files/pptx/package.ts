import { zipSync } from 'fflate';
import { utf8 } from '../common/bytes.ts';
import { zipTime } from '../common/zip-time.ts';
import { chartXml } from './chart.ts';
import type { Chart, Deck } from './deck.ts';
import { LAYOUT, LAYOUTS, MASTER, NOTES_MASTER } from './master.ts';
import { notesXml, slideXml } from './slide.ts';
import { THEME } from './theme.ts';
import { chartWorkbook } from './workbook.ts';
import { esc, NS, part, rels } from './xml.ts';

const DOC = 'application/vnd.openxmlformats-officedocument';
const PRES = `${DOC}.presentationml`;
const XLSX = `${DOC}.spreadsheetml.sheet`;

type Parts = Record<string, Uint8Array>;

/** The parts that are the same in every deck. */
const FIXED: Readonly<Parts> = {
  '_rels/.rels': utf8(
    rels([
      ['officeDocument', 'ppt/presentation.xml'],
      [
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ],
      ['extended-properties', 'docProps/app.xml'],
    ]),
  ),
  'docProps/app.xml': utf8(
    part(
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Öppna jämförelser</Application><PresentationFormat>Bredbild</PresentationFormat></Properties>',
    ),
  ),
  'ppt/theme/theme1.xml': utf8(THEME),
  'ppt/theme/theme2.xml': utf8(THEME),
  'ppt/slideMasters/slideMaster1.xml': utf8(MASTER),
  'ppt/slideMasters/_rels/slideMaster1.xml.rels': utf8(
    rels([
      ...LAYOUTS.map((_, i) => ['slideLayout', `../slideLayouts/slideLayout${i + 1}.xml`] as const),
      ['theme', '../theme/theme1.xml'],
    ]),
  ),
  ...Object.fromEntries(
    LAYOUTS.flatMap((xml, i) => [
      [`ppt/slideLayouts/slideLayout${i + 1}.xml`, utf8(xml)],
      [
        `ppt/slideLayouts/_rels/slideLayout${i + 1}.xml.rels`,
        utf8(rels([['slideMaster', '../slideMasters/slideMaster1.xml']])),
      ],
    ]),
  ),
  'ppt/notesMasters/notesMaster1.xml': utf8(NOTES_MASTER),
  'ppt/notesMasters/_rels/notesMaster1.xml.rels': utf8(rels([['theme', '../theme/theme2.xml']])),
};

function core(deck: Deck): string {
  const time = `${deck.datum}T12:00:00Z`;
  return part(
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${esc(deck.title)}</dc:title><dc:subject>${esc(deck.description)}</dc:subject><dc:creator>${esc(deck.author)}</dc:creator><cp:keywords>${esc(deck.keywords.join('; '))}</cp:keywords><cp:lastModifiedBy>${esc(deck.author)}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified><dc:language>sv-SE</dc:language></cp:coreProperties>`,
  );
}

const presentation = (slides: number) =>
  part(
    `<p:presentation ${NS} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>${Array.from({ length: slides }, (_, i) => `<p:sldId id="${256 + i}" r:id="rId${i + 4}"/>`).join('')}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle><a:defPPr><a:defRPr lang="sv-SE"/></a:defPPr></p:defaultTextStyle></p:presentation>`,
  );

function types(slides: number, charts: number): string {
  const override = (name: string, type: string) =>
    `<Override PartName="/${name}" ContentType="${type}+xml"/>`;
  const each = (n: number, name: (i: number) => string, type: string) =>
    Array.from({ length: n }, (_, i) => override(name(i + 1), type)).join('');
  return part(
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="xlsx" ContentType="${XLSX}"/>${override('ppt/presentation.xml', `${PRES}.presentation.main`)}${override('ppt/slideMasters/slideMaster1.xml', `${PRES}.slideMaster`)}${each(LAYOUTS.length, (i) => `ppt/slideLayouts/slideLayout${i}.xml`, `${PRES}.slideLayout`)}${override('ppt/notesMasters/notesMaster1.xml', `${PRES}.notesMaster`)}${each(2, (i) => `ppt/theme/theme${i}.xml`, `${DOC}.theme`)}${each(slides, (i) => `ppt/slides/slide${i}.xml`, `${PRES}.slide`)}${each(slides, (i) => `ppt/notesSlides/notesSlide${i}.xml`, `${PRES}.notesSlide`)}${each(charts, (i) => `ppt/charts/chart${i}.xml`, `${DOC}.drawingml.chart`)}${override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties')}${override('docProps/app.xml', `${DOC}.extended-properties`)}</Types>`,
  );
}

/**
 * A deck as PowerPoint's file (ECMA-376, PresentationML). We write the parts ourselves: pptxgenjs writes missing
 * values and zeros alike, random ids, the clock and no language, and mending that was more than writing them.
 */
export function pptxBytes(deck: Deck): Uint8Array {
  const mtime = zipTime(deck.datum);
  const charts: Chart[] = [];
  const parts: Parts = {};
  for (const [i, slide] of deck.slides.entries()) {
    const n = i + 1;
    const own = [
      ['slideLayout', `../slideLayouts/slideLayout${LAYOUT[slide.layout]}.xml`],
      ['notesSlide', `../notesSlides/notesSlide${n}.xml`],
    ] as [string, string][];
    if (slide.figure?.kind === 'chart')
      own.push(['chart', `../charts/chart${charts.push(slide.figure.chart)}.xml`]);
    parts[`ppt/slides/slide${n}.xml`] = utf8(slideXml(slide, deck, n));
    parts[`ppt/slides/_rels/slide${n}.xml.rels`] = utf8(rels(own));
    parts[`ppt/notesSlides/notesSlide${n}.xml`] = utf8(notesXml(slide));
    parts[`ppt/notesSlides/_rels/notesSlide${n}.xml.rels`] = utf8(
      rels([
        ['notesMaster', '../notesMasters/notesMaster1.xml'],
        ['slide', `../slides/slide${n}.xml`],
      ]),
    );
  }
  for (const [i, chart] of charts.entries()) {
    parts[`ppt/charts/chart${i + 1}.xml`] = utf8(chartXml(chart));
    parts[`ppt/charts/_rels/chart${i + 1}.xml.rels`] = utf8(
      rels([['package', `../embeddings/diagram${i + 1}.xlsx`]]),
    );
    parts[`ppt/embeddings/diagram${i + 1}.xlsx`] = chartWorkbook(chart, mtime);
  }
  const slides = deck.slides.length;
  const main = {
    '[Content_Types].xml': utf8(types(slides, charts.length)),
    ...FIXED,
    'docProps/core.xml': utf8(core(deck)),
    'ppt/presentation.xml': utf8(presentation(slides)),
    'ppt/_rels/presentation.xml.rels': utf8(
      rels([
        ['slideMaster', 'slideMasters/slideMaster1.xml'],
        ['notesMaster', 'notesMasters/notesMaster1.xml'],
        ['theme', 'theme/theme1.xml'],
        ...deck.slides.map((_, i) => ['slide', `slides/slide${i + 1}.xml`] as const),
      ]),
    ),
  };
  return zipSync({ ...main, ...parts }, { level: 9, mtime });
}
