import type { Figure, LegendItem } from './figure.ts';
import { hatchRect } from './frame.ts';
import { painted, type Scheme } from './paint.ts';
import { PALETTE } from './palette.ts';
import { element, group, svg, text, textWidth, type ViewBox } from './svg.ts';

const PAGE = 720;
const MARGIN = 20;
const TITLE = 22;
const BODY = 15;

/**
 * A picture is opened where our letters are not, and no program breaks its lines anew: so much wider than ours are the
 * widest that it falls back on (DejaVu Sans), plain and bold.
 */
const WIDER = 1.13;
const WIDER_BOLD = 1.28;

/** Words in lines no wider than the room. */
function wrapped(words: string, size: number, room: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

type Block = { readonly markup: string; readonly height: number };

function paragraph(
  words: string,
  size: number,
  y: number,
  look: { weight?: number; soft?: boolean; scheme: Scheme },
): Block {
  const { ink, soft } = PALETTE[look.scheme];
  const lines = wrapped(words, size, (PAGE - 2 * MARGIN) / (look.weight ? WIDER_BOLD : WIDER));
  const step = Math.round(size * 1.4);
  const markup = element(
    'g',
    {
      fill: look.soft ? soft : ink,
      'font-size': size,
      ...(look.weight ? { 'font-weight': look.weight } : {}),
    },
    ...lines.map((l, i) => text(MARGIN, y + size + i * step, l)),
  );
  return { markup, height: lines.length * step };
}

function legendBlock(legend: readonly LegendItem[], x: number, y: number): Block {
  const row = 24;
  const items = legend.map(({ swatch, label, count }, i) => {
    const top = y + i * row;
    const box = { x, y: top, width: 26, height: 16 };
    const hatch =
      swatch === 'c-na'
        ? element('path', { class: 'hatch', d: hatchRect({ x, y: top, width: 26, height: 16 }) })
        : '';
    const dots =
      swatch === 'c-del'
        ? element('path', {
            class: 'glyph',
            d: `M${x + 8} ${top + 8}h.1M${x + 13} ${top + 8}h.1M${x + 18} ${top + 8}h.1`,
          })
        : '';
    return [
      element('rect', { class: swatch, ...box }),
      hatch,
      dots,
      element('rect', { class: 'outline', ...box }),
      text(x + 36, top + 13, count === null ? label : `${label}: ${count}`, { class: 'label' }),
    ].join('');
  });
  return { markup: group('chart', ...items), height: legend.length * row };
}

/** Size of a chart's own viewBox. @throws Error when the picture has none */
function viewBoxOf(picture: string): ViewBox {
  const numbers = /viewBox="([^"]+)"/.exec(picture)?.[1]?.split(' ').map(Number) ?? [];
  const [x, y, width, height] = numbers;
  if (x === undefined || y === undefined || width === undefined || height === undefined)
    throw new Error('a picture without a viewBox');
  return [x, y, width, height];
}

/** Maps are tall: a page is not. */
const TALLEST = 760;
const LEGEND_WIDTH = 230;

/** Said above the title of every picture with example data in it: a picture is passed on without its page. */
function exampleTag(y: number, scheme: Scheme): Block {
  const words = 'Exempeldata';
  const width = textWidth(words, 14) + 16;
  const { mark } = PALETTE[scheme];
  const markup =
    element('rect', { x: MARGIN, y, width, height: 22, rx: 3, fill: 'none', stroke: mark }) +
    element('g', { fill: mark, 'font-size': 14, 'font-weight': 600 }, text(MARGIN + 8, y + 16, words));
  return { markup, height: 22 };
}

/**
 * A figure as a file of its own, for download as SVG and PNG: title, sentence, picture, legend, notes and source
 * together, since a picture travels without its page. Links are dropped; nothing is fetched.
 * @param imprint where it comes from and which version, last in the picture
 */
export function standaloneSvg(
  figure: Figure,
  scheme: Scheme = 'light',
  imprint: string | null = null,
): string {
  const [vx, vy, vw, vh] = viewBoxOf(figure.svg);
  const scale = Math.min((PAGE - 2 * MARGIN) / vw, TALLEST / vh);
  const blocks: string[] = [];
  let y = MARGIN;
  const add = (block: Block, gap: number) => {
    blocks.push(block.markup);
    y += block.height + gap;
  };
  if (figure.example) add(exampleTag(y, scheme), 8);
  add(paragraph(figure.title, TITLE, y, { weight: 700, scheme }), 4);
  add(paragraph(figure.sentence, BODY, y, { scheme }), 16);
  const inner = figure.svg
    .replace(/^<svg[^>]*class="([^"]*)"[^>]*>/, '<g class="$1">')
    .replace(/<\/svg>$/, '</g>')
    .replace(/<a [^>]*>|<\/a>/g, '');
  const anchor = /^<svg[^>]*text-anchor="middle"/.test(figure.svg) ? { 'text-anchor': 'middle' } : {};
  const move = `translate(${MARGIN - vx * scale} ${y - vy * scale}) scale(${Math.round(scale * 1000) / 1000})`;
  const picture = element('g', { transform: move, ...anchor }, inner);
  // Beside a slender map there is room for the legend; under a wide chart it goes.
  const beside = MARGIN + vw * scale + 30;
  const slender = beside + LEGEND_WIDTH <= PAGE;
  if (slender) blocks.push(legendBlock(figure.legend, beside, y + 10).markup);
  add({ markup: picture, height: vh * scale }, 20);
  if (!slender && figure.legend.length > 0) add(legendBlock(figure.legend, MARGIN, y), 12);
  for (const note of [...figure.notes, figure.source, ...(imprint === null ? [] : [imprint])])
    add(paragraph(note, 13, y, { soft: true, scheme }), 2);
  const height = Math.ceil(y + MARGIN);
  const drawn = svg(
    { class: 'chart', viewBox: [0, 0, PAGE, height], label: `${figure.title}. ${figure.sentence}` },
    element('rect', { width: PAGE, height, fill: PALETTE[scheme].paper }),
    ...blocks,
  );
  return painted(drawn, scheme).replace(
    '<svg ',
    `<svg width="${PAGE}" height="${height}" font-family="'Source Sans 3','Segoe UI',Helvetica,Arial,sans-serif" font-variant="tabular-nums" `,
  );
}
