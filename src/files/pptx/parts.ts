import { PALETTE } from '../../charts/palette.ts';
import { versionLine } from '../../content/kommun/reading.ts';
import { answerType } from '../../model/answer.ts';
import { comparabilityNotes, type Indicator } from '../../model/indicator.ts';
import type { Release } from '../../model/release.ts';
import { exactPercent, isCounted, type Share } from '../../statistics/share.ts';
import { NBSP } from '../../text/numbers.ts';
import { shareText } from '../../text/shares.ts';
import type { Chart, Deck, Slide, SlideTable } from './deck.ts';
import { dividedTable } from './table.ts';

const { c1, c2, c3, mark, ink, na, tint } = PALETTE.light;

/** Colours by what they mean, the same as on the site. */
export const COLOUR = {
  own: mark,
  others: c2,
  riket: ink,
  main: c3,
  gor: c3,
  delvis: c2,
  inte: c1,
  saknas: na,
  tint,
};

/** Excel's format of whole percent, with our no-break space. The numbers themselves are not rounded. */
export const PERCENT = `0"${NBSP}%"`;

/** How shares are drawn: lying bars with room for their words after a whole hundred. */
export const SHARE_BARS = {
  direction: 'bar',
  stacked: false,
  format: PERCENT,
  max: 110,
  marked: new Map(),
} as const satisfies Partial<Chart>;

/** What is the same for every deck of a release. @param edition what the whole deck is about, first in its foot */
export const deckFacts = (
  release: Release,
  example: boolean,
  edition: string | null = null,
): Pick<Deck, 'author' | 'datum' | 'footer' | 'example'> => ({
  author: release.organisation.namn,
  datum: release.datum,
  footer: `${edition === null ? '' : `${edition} · `}${release.titel} · ${versionLine(release)}${example ? ' · Innehåller exempeldata' : ''}`,
  example,
});

export const textSlide = (title: string, text: readonly string[], notes: readonly string[]): Slide => ({
  layout: 'text',
  title,
  text,
  figure: null,
  notes,
});

/** A slide with a chart; one that says why where there is not a single number to draw. */
export function chartSlide(
  title: string,
  text: readonly string[],
  chart: Chart,
  notes: readonly string[],
): Slide {
  if (!chart.series.some((s) => s.values.some((v) => v !== null)))
    return textSlide(title, [...text, `Inga staplar att rita: ${chart.categories.join('; ')}.`], notes);
  return { layout: 'figur', title, text, figure: { kind: 'chart', chart }, notes };
}

/** A table on as many slides as it needs; `(1 av 2)` after the title when there are several. */
export function tableSlides(
  title: string,
  text: readonly string[],
  table: SlideTable,
  notes: readonly string[],
): readonly Slide[] {
  const tables = dividedTable(table);
  return tables.map((t, i) => ({
    layout: 'figur',
    title: tables.length === 1 ? title : `${title} (${i + 1} av ${tables.length})`,
    text,
    figure: { kind: 'table', table: t },
    notes,
  }));
}

/** Definition and source of some indicators, for the notes. */
export function definitions(indicators: readonly Indicator[]): readonly string[] {
  const sources = [...new Set(indicators.map((i) => i.kalla))];
  return [...indicators.map((i) => `${i.kortnamn}: ${i.definition}`), `Källa: ${sources.join('; ')}.`];
}

/** A share as a bar: the exact percentage, or null where nobody answered or too few did for a percentage. */
export const barOf = (share: Share | null): number | null =>
  share === null || isCounted(share) ? null : exactPercent(share);

/** Why a share has no bar, as it stands after the category's name: ` (2 av 4)`, ` (inget svar)`. */
export function whyNoBar(share: Share | null): string {
  if (share === null || share.of === 0) return ' (inget svar)';
  return isCounted(share) ? ` (${shareText(share)})` : '';
}

/** A chart's values in words: `Umeå 3,3 %; Riket 2,9 %`. */
export const altOf = (message: string, values: readonly string[]): string =>
  `Stapeldiagram. ${message} ${values.join('; ')}.`;

/** Excel's number format of an indicator: `#,##0.0" %"`. */
export function numberFormat({ decimaler, svarstyp }: Pick<Indicator, 'decimaler' | 'svarstyp'>): string {
  const digits = `#,##0${decimaler > 0 ? `.${'0'.repeat(decimaler)}` : ''}`;
  return answerType(svarstyp).quantity === 'andel' ? `${digits}${PERCENT.slice(1)}` : digits;
}

/** The notes of an indicator's own slide: definition, how to read it, and its source. */
export const indicatorNotes = (indicator: Indicator): readonly string[] => [
  `Definition: ${indicator.definition}`,
  `Tolkning: ${indicator.tolkning}`,
  ...comparabilityNotes(indicator).map((note) => `Jämförbarhet: ${note}`),
  `Källa: ${indicator.kalla}.`,
];
