import { PALETTE } from '../../charts/palette.ts';
import { esc, part } from '../common/xml.ts';
import { SHEET, seriesColumn } from './chart-workbook.ts';
import type { Chart, ChartSeries } from './deck.ts';
import { fill, hatch } from './drawing.ts';

const { ink, soft, rule, card, edge, c0 } = PALETTE.light;

const font = (size: number, colour: string) =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}">${fill(colour)}</a:defRPr></a:pPr><a:endParaRPr lang="sv-SE"/></a:p></c:txPr>`;

const strings = (ref: string, words: readonly string[]) =>
  `<c:strRef><c:f>${ref}</c:f><c:strCache><c:ptCount val="${words.length}"/>${words
    .map((w, i) => `<c:pt idx="${i}"><c:v>${esc(w)}</c:v></c:pt>`)
    .join('')}</c:strCache></c:strRef>`;

/** The cached numbers; a missing one has no point, so nothing is drawn for it. */
const numbers = (ref: string, values: readonly (number | null)[], format: string) =>
  `<c:numRef><c:f>${ref}</c:f><c:numCache><c:formatCode>${esc(format)}</c:formatCode><c:ptCount val="${values.length}"/>${values
    .map((v, i) => (v === null ? '' : `<c:pt idx="${i}"><c:v>${v}</c:v></c:pt>`))
    .join('')}</c:numCache></c:numRef>`;

/** Years that have room for their unit above each bar. */
const ROOMY = 14;

/**
 * Size of a chart's letters in points. Every chart is as large as its place on the slide: one with few bars fills it with
 * larger words.
 */
export function letters(chart: Chart): number {
  const { categories, direction, stacked } = chart;
  if (direction === 'col') return categories.length <= 5 ? 18 : categories.length <= 8 ? 14 : 12;
  const bars = categories.length * (stacked || !sideBySide(chart) ? 1 : chart.series.length);
  return bars <= 4 ? 18 : bars <= 6 ? 16 : bars <= 8 ? 14 : 12;
}

/** Space between bars in percent of a bar: few bars do not become blocks. */
function gap(chart: Chart): number {
  const { length } = chart.categories;
  if (chart.direction === 'col') return length <= 3 ? 150 : 40;
  if (sideBySide(chart)) return 45;
  return length <= 2 ? 150 : length <= 4 ? 90 : 40;
}

/** True where some category has bars of several series beside each other. */
const sideBySide = ({ categories, series: all, stacked }: Chart): boolean =>
  !stacked && categories.some((_, i) => all.filter(({ values }) => typeof values[i] === 'number').length > 1);

/** White on what is dark, ink on the rest: numbers that stand inside their bar. The weights are sRGB's. */
function inside(colour: string): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 130 ? card : ink;
}

function series(chart: Chart, s: ChartSeries, n: number): string {
  const rows = `$2:$${seriesColumn(n)}$${chart.categories.length + 1}`;
  // Series of years never have a bar each for one year: the mark belongs to the one that has.
  const marks = [...chart.marked].filter(
    ([i]) => (n === 0 || chart.direction === 'col') && s.values[i] != null,
  );
  // Above many years there is room for the number alone; the sentence says its unit.
  const crowded = chart.direction === 'col' && chart.categories.length > ROOMY;
  const shown = chart.stacked ? '0;;' : crowded ? chart.format.replace(/"[^"]*"$/, '') : chart.format;
  const format = `<c:numFmt formatCode="${esc(shown)}" sourceLinked="0"/>`;
  const labels = `<c:dLbls>${format}<c:spPr><a:noFill/></c:spPr>${chart.stacked ? font(letters(chart) * 100, inside(s.colour)) : ''}<c:dLblPos val="${chart.stacked ? 'ctr' : 'outEnd'}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;
  return `<c:ser><c:idx val="${n}"/><c:order val="${n}"/><c:tx>${strings(`${SHEET}!$${seriesColumn(n)}$1`, [s.name])}</c:tx><c:spPr>${s.hatched ? hatch(s.colour) : fill(s.colour)}</c:spPr><c:invertIfNegative val="0"/>${marks
    .map(
      ([i, colour]) =>
        `<c:dPt><c:idx val="${i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${fill(colour)}${colour === c0 ? `<a:ln w="9525">${fill(edge)}</a:ln>` : ''}</c:spPr></c:dPt>`,
    )
    .join(
      '',
    )}${labels}<c:cat>${strings(`${SHEET}!$A$2:$A$${chart.categories.length + 1}`, chart.categories)}</c:cat><c:val>${numbers(`${SHEET}!$${seriesColumn(n)}${rows}`, s.values, chart.format)}</c:val></c:ser>`;
}

const AXIS_LINE = `<c:spPr><a:ln w="9525">${fill(rule)}</a:ln></c:spPr>`;

/**
 * Programs do not agree whether the legend of lying bars beside each other runs with the bars or against them: such a chart's
 * key stands on the slide, in the order of the bars.
 */
export const hasOwnKey = ({ direction, stacked, series: all }: Chart): boolean =>
  direction === 'bar' && !stacked && all.length > 1;

/** A chart part: native bars that are edited in PowerPoint, with the numbers cached for every reader. */
export function chartXml(chart: Chart): string {
  const lying = chart.direction === 'bar';
  // Years on either side of a break have a bar each in the same place; women and men stand side by side.
  const overlap = !sideBySide(chart) ? '<c:overlap val="100"/>' : '<c:overlap val="0"/>';
  const bars = `<c:barChart><c:barDir val="${chart.direction}"/><c:grouping val="${chart.stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${chart.series
    .map((s, n) => series(chart, s, n))
    .join(
      '',
    )}<c:gapWidth val="${gap(chart)}"/>${overlap}<c:axId val="1001"/><c:axId val="1002"/></c:barChart>`;
  const max = chart.max === null ? '' : `<c:max val="${chart.max}"/>`;
  // Lying bars are read from the top: the first category first.
  const categories = `<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="${lying ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${lying ? 'l' : 'b'}"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${AXIS_LINE}<c:crossAx val="1002"/><c:crosses val="autoZero"/></c:catAx>`;
  const values = `<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/>${max}<c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="${lying ? 't' : 'l'}"/><c:crossAx val="1001"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`;
  const legend =
    chart.series.length > 1 && !hasOwnKey(chart)
      ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${font(Math.min(14, letters(chart)) * 100, soft)}</c:legend>`
      : '';
  return part(
    `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:lang val="sv-SE"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${bars}${categories}${values}<c:spPr><a:noFill/></c:spPr></c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr lang="sv-SE" sz="${letters(chart) * 100}">${fill(ink)}</a:defRPr></a:pPr><a:endParaRPr lang="sv-SE"/></a:p></c:txPr><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`,
  );
}
