import type { Standing } from '../../statistics/profile.ts';
import { STADSDELAR_LABEL, STANDING_LABEL, STANDINGS } from '../../text/answers.ts';
import type { Chart } from './deck.ts';
import { altOf, COLOUR } from './parts.ts';

/** A part of a bar of answers. */
type SpreadPart = Standing | 'stadsdelar';

const PART_COLOUR: Readonly<Record<SpreadPart, string>> = {
  gor: COLOUR.gor,
  delvis: COLOUR.delvis,
  'inte-an': COLOUR.inte,
  saknas: COLOUR.saknas,
  stadsdelar: COLOUR.tint,
};

/** The parts of a bar in their order, by the words of the legend. */
const PARTS: readonly { readonly key: SpreadPart; readonly label: string }[] = [
  ...STANDINGS.map((key) => ({ key, label: STANDING_LABEL[key] })),
  { key: 'stadsdelar', label: STADSDELAR_LABEL },
];

/** What stands in one bar of answers: its name, and how many of each part it has. */
export type Spread = { readonly name: string; readonly countOf: (part: SpreadPart) => number };

/** Bars of answers, each divided into its parts; a part that no bar has is not in the legend. */
export function spreadChart(first: string, message: string, bars: readonly Spread[]): Chart {
  const parts = PARTS.filter(({ key }) => bars.some((bar) => bar.countOf(key) > 0));
  return {
    first,
    categories: bars.map((bar) => bar.name),
    series: parts.map(({ key, label }) => ({
      name: label,
      colour: PART_COLOUR[key],
      hatched: key === 'saknas',
      values: bars.map((bar) => bar.countOf(key)),
    })),
    direction: 'bar',
    stacked: true,
    format: '0',
    max: null,
    marked: new Map(),
    alt: altOf(
      message,
      bars.map(
        (bar) =>
          `${bar.name}: ${parts.map((p) => `${p.label.toLocaleLowerCase('sv')} ${bar.countOf(p.key)}`).join(', ')}`,
      ),
    ),
  };
}
