import { OF_ANSWERED } from '../../text/base.ts';
import { esc, part } from '../common/xml.ts';
import { BOXES, type Box, fittingSize, linesOf, SIZES, xfrm } from './boxes.ts';
import { hasOwnKey, letters } from './chart.ts';
import type { Chart, Deck, Slide } from './deck.ts';
import { fill, NS } from './drawing.ts';
import { FOOT_HOLDER, tree } from './master.ts';
import { PERCENT } from './parts.ts';
import { tableLook, tableXml } from './table.ts';

const TABLE = 'http://schemas.openxmlformats.org/drawingml/2006/table';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';

const paragraph = (text: string, size?: number) =>
  text === ''
    ? '<a:p><a:endParaRPr lang="sv-SE"/></a:p>'
    : `<a:p><a:r><a:rPr lang="sv-SE"${size === undefined ? '' : ` sz="${Math.round(size * 100)}"`}/><a:t>${esc(text)}</a:t></a:r></a:p>`;

/** A placeholder filled with text; where it stands is the layout's to say. */
const filled = (id: number, name: string, ph: string, paragraphs: string) =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${ph}/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</p:txBody></p:sp>`;

/** What a frame holds: the kind of graphic by its namespace, and the graphic itself. */
type Graphic = { readonly name: string; readonly alt: string; readonly uri: string; readonly xml: string };

function frame(box: Box, { name, alt, uri, xml }: Graphic): string {
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="${name}" descr="${esc(alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr><p:ph sz="half" idx="2"/></p:nvPr></p:nvGraphicFramePr>${xfrm(box, 'p:xfrm')}<a:graphic><a:graphicData uri="${uri}">${xml}</a:graphicData></a:graphic></p:graphicFrame>`;
}

/** Height of a line that says which colour is which, in points. */
const KEY = 26;

/** Coloured squares and their words, in the order of the bars. */
function keyOf(chart: Chart): string {
  const size = Math.max(14, letters(chart)) * 100;
  const runs = chart.series.map(
    ({ name, colour }) =>
      `<a:r><a:rPr lang="sv-SE" sz="${size}">${fill(colour)}</a:rPr><a:t>■ </a:t></a:r><a:r><a:rPr lang="sv-SE" sz="${size}"/><a:t>${esc(name)}     </a:t></a:r>`,
  );
  return `<p:sp><p:nvSpPr><p:cNvPr id="7" name="Färgnyckel"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${xfrm({ ...BOXES.figure, h: KEY })}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/><a:p>${runs.join('')}</a:p></p:txBody></p:sp>`;
}

function figure({ figure: f }: Slide): string {
  if (f === null) return '';
  if (f.kind === 'chart') {
    const box = BOXES.figure;
    const keyed = hasOwnKey(f.chart);
    const chart = frame(keyed ? { ...box, y: box.y + KEY, h: box.h - KEY } : box, {
      name: 'Diagram',
      alt: f.chart.alt,
      uri: CHART,
      xml: `<c:chart xmlns:c="${CHART}" r:id="rId3"/>`,
    });
    return keyed ? keyOf(f.chart) + chart : chart;
  }
  return frame(
    { ...BOXES.figure, h: tableLook(f.table).h },
    { name: 'Tabell', alt: f.table.alt, uri: TABLE, xml: tableXml(f.table) },
  );
}

/** What the figure's numbers are of, where they are shares or counts of answers. */
function baseOf({ figure: shown }: Slide): readonly string[] {
  if (shown === null) return [];
  const share = `Andel ${OF_ANSWERED}`;
  if (shown.kind === 'table')
    return shown.table.rows.flat().some((cell) => /\d\u00a0%/.test(cell)) ? [share] : [];
  return shown.chart.format === PERCENT
    ? [share]
    : shown.chart.stacked
      ? [shown.chart.counts ?? 'Antal svar']
      : [];
}

/** Source and base first, then edition: what a slide that is taken out of its deck must still say. The notes have it in full. */
function footOf(slide: Slide, { footer }: Deck): string {
  const source = slide.notes.find((n) => /^(Käll(a|or): |Exempeldata\. )/.test(n))?.replace(/\.$/, '');
  const foot = (said: string | undefined) =>
    [...(said === undefined ? [] : [said]), ...baseOf(slide), footer].join(' · ').replaceAll('\u00a0', ' ');
  const whole = foot(source);
  if (source === undefined || linesOf(whole, FOOT, BOXES.footer.w) <= 2) return whole;
  return foot(`${source.slice(0, 80).replace(/\s\S*$/, '')} …`);
}

/** Size of the foot, in points. */
const FOOT = 12;

/** One size for the titles of a deck: the largest at which its longest stays inside its box, so that none jumps. */
const titleSizeOf = ({ slides }: Deck): number =>
  Math.min(
    ...slides
      .filter((s) => s.layout !== 'titel')
      .map((s) => fittingSize([s.title], BOXES.title, SIZES.title)),
  );

/** A slide. Its relations are layout (rId1), notes (rId2) and chart (rId3). */
export function slideXml(slide: Slide, deck: Deck, number: number): string {
  const cover = slide.layout === 'titel';
  const box = cover ? BOXES.coverText : slide.layout === 'text' ? BOXES.body : BOXES.lead;
  const sizes = cover ? SIZES.coverText : slide.layout === 'text' ? SIZES.body : SIZES.lead;
  const size = fittingSize(slide.text, box, sizes);
  const titleSize = cover ? fittingSize([slide.title], BOXES.coverTitle, SIZES.cover) : titleSizeOf(deck);
  const text = slide.text.map((p) => paragraph(p, size)).join('');
  return part(
    `<p:sld ${NS}><p:cSld>${tree(
      filled(2, 'Rubrik', `type="${cover ? 'ctrTitle' : 'title'}"`, paragraph(slide.title, titleSize)) +
        filled(3, 'Text', `type="${cover ? 'subTitle' : 'body'}" idx="1"`, text) +
        figure(slide) +
        filled(5, 'Sidfot', FOOT_HOLDER, paragraph(footOf(slide, deck))) +
        filled(
          6,
          'Bildnummer',
          'type="sldNum" sz="quarter" idx="11"',
          `<a:p><a:fld id="{7E1B6C4A-0D3F-4C58-9A52-3B7F1E0C9D11}" type="slidenum"><a:rPr lang="sv-SE"/><a:t>${number}</a:t></a:fld><a:endParaRPr lang="sv-SE"/></a:p>`,
        ),
    )}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`,
  );
}

/** The speaker notes of a slide. */
export const notesXml = (slide: Slide): string =>
  part(
    `<p:notes ${NS}><p:cSld>${tree(
      `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Bild"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>${filled(3, 'Anteckningar', 'type="body" idx="1"', slide.notes.map((n) => paragraph(n)).join(''))}`,
    )}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`,
  );
