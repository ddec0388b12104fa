import type { Token } from './palette.ts';

/** How a class is painted; lengths in the chart's own units. `none` paints nothing. */
export type Paint = {
  readonly fill?: Token | 'none';
  readonly stroke?: Token | 'none';
  readonly width?: number;
  readonly dash?: string;
  readonly cap?: 'round';
  readonly opacity?: number;
  /** An edge in the colour of the page, so that text can be read over a line. */
  readonly halo?: true;
  /** Font size; weight. Only on text. */
  readonly size?: number;
  readonly weight?: number;
  /** What it means, for whoever styles it. */
  readonly means: string;
};

/**
 * Every class that a chart uses, what it means and how it looks. The SVGs carry only these names; the stylesheet
 * (`css.ts` writes it) and the downloads (`standalone.ts`) take the looks from here, so the three cannot differ.
 *
 * A class that is only a hook for layout has no paint. Later ones win over earlier ones, as in a stylesheet.
 */
export const CHART_CLASSES = {
  chart: { means: 'every chart; text inherits its size and colour', fill: 'soft', size: 14 },
  hexmap: { means: 'the map of kommuner' },
  'hexmap-lan': { means: 'the map of län, with values inside the tiles' },
  locator: { means: 'small map: where a place lies' },
  strip: { means: 'distribution of numbers, a dot a kommun' },
  bars: { means: 'one bar an answer' },
  stacked: { means: 'stacked bars, a row a group' },
  ranges: { means: 'spread of numbers, a row a group' },
  series: { means: 'years' },
  spark: { means: 'years beside their number' },
  'answer-strip': { means: 'all answers of a place as one bar' },
  narrow: { means: 'the variant for narrow screens' },

  // Classes of a map, low to high, and answers: the same five steps.
  'c-0': { means: 'lowest class', fill: 'c0' },
  'c-1': { means: 'second class', fill: 'c1' },
  'c-2': { means: 'middle class', fill: 'c2' },
  'c-3': { means: 'fourth class', fill: 'c3' },
  'c-4': { means: 'highest class', fill: 'c4' },
  'c-na': { means: 'value missing; always with hatch on top', fill: 'paper' },
  'c-del': { means: 'answered by its stadsdelar; always with three dots on top', fill: 'paper' },
  'c-out': { means: 'outside what is looked at', fill: 'rule', opacity: 0.35 },
  'c-small': { means: 'too few answers for a percentage; the ratio stands inside', fill: 'paper' },
  'a-ja': { means: 'yes', fill: 'c4' },
  'a-delvis': { means: 'partly', fill: 'c2' },
  'a-nej': { means: 'no', fill: 'c0' },
  'a-alla': { means: 'yes, all', fill: 'c4' },
  'a-vissa': { means: 'yes, some', fill: 'c2' },
  'a-ingen': { means: 'none', fill: 'c0' },
  'a-kategori-0': { means: 'first category', fill: 'c4' },
  'a-kategori-1': { means: 'second category', fill: 'c2' },
  'a-kategori-2': { means: 'third category', fill: 'c0' },
  'a-kategori-3': { means: 'fourth category', fill: 'c1' },

  // Maps.
  water: { means: 'Vänern, Vättern, Mälaren', fill: 'water' },
  tiles: { means: 'group of linked tiles; thin border between them', stroke: 'paper', width: 0.5 },
  lan: { means: 'länsgräns and coast', fill: 'none', stroke: 'ink', width: 0.9, cap: 'round' },
  here: { means: 'ring around the marked tile', fill: 'none', stroke: 'mark', width: 2.4 },
  plain: { means: 'the country in the locator', fill: 'c0' },
  inlan: { means: 'the län in the locator', fill: 'c2' },
  wave: { means: 'ripples on water', fill: 'none', stroke: 'c2', width: 0.8, cap: 'round' },
  hatch: { means: 'pattern of a missing value', fill: 'none', stroke: 'soft', width: 0.9, cap: 'round' },
  glyph: { means: 'pattern: stadsdelar answer', fill: 'none', stroke: 'soft', width: 2.4, cap: 'round' },

  large: { means: 'strokes on the large tiles of the map of län', width: 2 },
  'here-large': { means: 'ring around a large tile', fill: 'none', stroke: 'mark', width: 6 },

  // Axes and references.
  axis: { means: 'axis and grid lines', fill: 'none', stroke: 'rule', width: 1 },
  ref: { means: 'line of riket', fill: 'none', stroke: 'ink', width: 1.4, dash: '2 3' },
  before: { means: 'years that cannot be compared with the newest', fill: 'na', opacity: 0.25 },
  cut: {
    means: 'the cut at a break in comparability',
    fill: 'none',
    stroke: 'mark',
    width: 1.6,
    dash: '4 3',
  },
  outline: {
    means: 'edge of a bar, so that a light one shows on paper',
    fill: 'none',
    stroke: 'soft',
    width: 1,
  },

  // Marks.
  dots: {
    means: 'all kommuner: zero-length strokes with round caps',
    fill: 'none',
    stroke: 'c3',
    cap: 'round',
    opacity: 0.85,
  },
  'dots-lan': { means: 'kommuner of the same län, on top', fill: 'none', stroke: 'ink', cap: 'round' },
  me: { means: 'this place', fill: 'mark' },
  'me-line': { means: 'from this place to its label', fill: 'none', stroke: 'mark', width: 1.4 },
  'me-dot': { means: 'this place as a dot', fill: 'mark', stroke: 'paper', width: 2 },
  line: { means: 'years that may be compared', fill: 'none', stroke: 'accent', width: 2.5 },
  'line-old': { means: 'line inside an older segment', fill: 'none', stroke: 'soft', width: 1.4 },
  'line-dashed': {
    means: 'as published, beside a recomputed pair',
    fill: 'none',
    stroke: 'soft',
    width: 1.4,
    dash: '5 4',
  },
  'line-pair': { means: 'the pair that may be compared', fill: 'none', stroke: 'mark', width: 3 },
  'pt-pair': { means: 'a year counted with the later method', fill: 'mark' },
  'val-pair': { means: 'its value', halo: true, fill: 'mark', weight: 650 },
  'line-kvinnor': { means: 'women, over the years', fill: 'none', stroke: 'mark', width: 1.6 },
  'line-man': { means: 'men, over the years', fill: 'none', stroke: 'ink', width: 1.6, dash: '5 3' },
  'pt-kvinnor': { means: 'a year of women', fill: 'mark' },
  'pt-man': { means: 'a year of men: open', fill: 'paper', stroke: 'ink', width: 1.4 },
  'val-kvinnor': { means: 'name of the line of women', halo: true, fill: 'mark', weight: 650 },
  'val-man': { means: 'name of the line of men', halo: true, fill: 'ink', weight: 650 },
  pt: { means: 'a year', fill: 'accent' },
  'pt-old': { means: 'a year in an older segment: open', fill: 'paper', stroke: 'soft', width: 1.6 },
  span: {
    means: 'from the lowest to the highest of a group',
    fill: 'none',
    stroke: 'c3',
    width: 2,
    cap: 'round',
  },
  box: { means: 'the middle half of a group', fill: 'c2', stroke: 'c3', width: 1 },
  median: { means: 'the middle of a group', fill: 'none', stroke: 'ink', width: 2.5 },

  // Text.
  labels: { means: 'group of words on tiles; lets clicks through' },
  ticks: { means: 'values on an axis' },
  years: { means: 'years under an axis' },
  gap: { means: 'a year without a value', fill: 'soft', size: 13 },
  label: { means: 'name of a row', halo: true, fill: 'ink' },
  head: { means: 'heading of a group of rows', halo: true, fill: 'ink', weight: 650 },
  val: { means: 'a value', halo: true, fill: 'ink', weight: 600 },
  bold: { means: 'a value inside a tile', weight: 600 },
  small: { means: 'secondary text', fill: 'soft', size: 13 },
  'me-label': { means: 'name and value of this place', halo: true, fill: 'mark', weight: 700, size: 15 },
  'ref-label': { means: 'name and value of riket', halo: true, fill: 'ink' },
  'cut-label': { means: 'words at a cut', halo: true, fill: 'mark' },
  'on-dark': { means: 'text on classes 3 and 4', fill: 'card' },
  'on-light': { means: 'text on the light classes', fill: 'ink' },

  // Small signs in running text and tables.
  s: { means: 'answer symbol' },
  ring: { means: 'its ring', fill: 'none', stroke: 'accent', width: 1.6 },
  'ring-soft': { means: 'ring of no', fill: 'none', stroke: 'soft', width: 1.6 },
  'ring-dash': {
    means: 'dashed ring of a missing answer',
    fill: 'none',
    stroke: 'soft',
    width: 1.6,
    dash: '2.4 2',
  },
  full: { means: 'filled ring of yes', fill: 'accent', stroke: 'accent', width: 1.6 },
  half: { means: 'half of partly', fill: 'accent' },
  tick: { means: 'tick of yes', fill: 'none', stroke: 'paper', width: 2 },
  dash: { means: 'dash of missing', fill: 'none', stroke: 'soft', width: 1.6 },
  bg: { means: 'track of a bar in a table', fill: 'c0' },
  fg: { means: 'the bar', fill: 'c3' },
} as const satisfies Record<string, Paint>;

export type ChartClass = keyof typeof CHART_CLASSES;
