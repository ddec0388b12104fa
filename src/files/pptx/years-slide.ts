import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { RIKET } from '../../model/kommun.ts';
import { breaksOf } from '../../statistics/comparability.ts';
import { formatValue } from '../../text/numbers.ts';
import { numberResult } from '../../text/sentences/national.ts';
import type { Slide } from './deck.ts';
import { altOf, COLOUR, chartSlide, indicatorNotes, numberFormat, textSlide } from './parts.ts';
import { segmentsOf } from './segments.ts';

/**
 * One register: riket's figures year by year, as bars. Every year between the first and the last has its place, also those
 * without a figure, so that the distance between bars is time; years on either side of a break are series of their own.
 */
export function yearsSlide(index: CatalogueIndex, indicator: Indicator, ar: number): Slide {
  const figures = new Map(
    index
      .observationsOf(indicator.id)
      .filter((o) => o.kod === RIKET && o.kon === 'T')
      .flatMap((o): [number, number][] =>
        o.ar !== null && typeof o.varde === 'number' ? [[o.ar, o.varde]] : [],
      )
      .toSorted(([a], [b]) => a - b),
  );
  const notes = indicatorNotes(indicator);
  const [first, last] = [Math.min(...figures.keys()), Math.max(...figures.keys())];
  if (figures.size === 0)
    return textSlide(
      indicator.titel,
      ['Det finns inga siffror för riket att visa.', indicator.definition],
      notes,
    );
  const value = figures.get(ar);
  const lead =
    value !== undefined
      ? numberResult(indicator, { ar, value, place: 'riket' })
      : `Det finns ingen siffra för riket ${ar}. Diagrammet visar de år som har en.`;
  const breaks = breaksOf(indicator, index.omrade(indicator.omrade)).filter(
    (b) => first < b.franAr && b.franAr <= last,
  );
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const reasons = breaks.map((b) => `Nytt ${b.franAr}, jämför inte bakåt: ${b.orsak}`);
  return chartSlide(
    indicator.titel,
    [[lead, ...reasons].join(' ')],
    {
      first: 'År',
      categories: years.map(String),
      series: segmentsOf(breaks, years).map(({ name, colour, holds }, _, all) => ({
        name: all.length === 1 ? indicator.kortnamn : name,
        colour,
        values: years.map((year) => (holds(year) ? (figures.get(year) ?? null) : null)),
      })),
      direction: 'col',
      stacked: false,
      format: numberFormat(indicator),
      max: null,
      marked: new Map(years.flatMap((year, i): [number, string][] => (year === ar ? [[i, COLOUR.own]] : []))),
      alt: altOf(
        ['Riket år för år.', ...reasons].join(' '),
        years.map((year) => {
          const figure = figures.get(year);
          return `${year} ${figure === undefined ? 'uppgift saknas' : formatValue(indicator, figure)}`;
        }),
      ),
    },
    notes,
  );
}
