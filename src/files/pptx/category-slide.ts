import { CHART_CLASSES } from '../../charts/classes.ts';
import { answerWords } from '../../charts/from/common.ts';
import { respondents } from '../../charts/from/units.ts';
import { PALETTE } from '../../charts/palette.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { tally } from '../../statistics/aggregate.ts';
import { answerLabel, answerTone } from '../../text/answers.ts';
import { capitalise, formatNumber, formatRatio } from '../../text/numbers.ts';
import type { Slide } from './deck.ts';
import { altOf, chartSlide, indicatorNotes, textSlide } from './parts.ts';

/** A question with words of its own: how many gave each answer, in the colours that the site's charts have for them. */
export function categorySlide(index: CatalogueIndex, indicator: Indicator, ar: number, title: string): Slide {
  const words = answerWords(indicator);
  const { observations, units, noun } = respondents(index, indicator, ar);
  const { fordelning, svarande, tillfragade } = tally(words, observations);
  const notes = indicatorNotes(indicator);
  const about = capitalise(indicator.definition);
  if (svarande === 0) return textSlide(title, [`Det finns inga svar för ${ar} att visa.`, about], notes);
  const rows = words.map((word) => ({
    name: answerLabel(indicator, word),
    count: fordelning[word] ?? 0,
    colour: PALETTE.light[CHART_CLASSES[`a-${answerTone(indicator, word)}`].fill],
  }));
  return chartSlide(
    title,
    [
      `${ar}. Antal ${units.many} som gav varje svar. ${formatRatio({ count: svarande, of: tillfragade })} ${tillfragade === 1 ? noun.one : noun.many} svarade på frågan.`,
    ],
    {
      first: 'Svar',
      categories: rows.map((r) => r.name),
      series: [{ name: capitalise(units.many), colour: PALETTE.light.c3, values: rows.map((r) => r.count) }],
      direction: 'bar',
      stacked: false,
      format: '#,##0',
      max: null,
      marked: new Map(rows.map((r, i) => [i, r.colour])),
      alt: altOf(
        `Antal ${units.many} efter svar.`,
        rows.map((r) => `${r.name} ${formatNumber(r.count)}`),
      ),
    },
    notes,
  );
}
