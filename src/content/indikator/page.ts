import type { Figure } from '../../charts/figure.ts';
import { riketSeries, type YearFigures, yearFigures } from '../../charts/from/indicator.ts';
import { stadsdelarTable } from '../../charts/from/stadsdelar.ts';
import type { Table } from '../../markup/table.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { must } from '../../model/must.ts';
import { breaksBetween, breaksOf } from '../../statistics/comparability.ts';
import { kommunYears } from '../../statistics/years.ts';
import { indicatorLead, withoutKommuner } from './lead.ts';
import { publishedParts, publishedTable } from './published.ts';

/** What is said of the kommuner in one year. */
type KommunYear = {
  /** Null where the source does not say the year. */
  readonly ar: number | null;
  readonly figures: YearFigures;
  readonly stadsdelar: Table | null;
};

/** What the page of an indicator says, with the newest year of the kommuner. */
export type IndicatorPage = {
  readonly lead: string;
  readonly example: boolean;
  /** Years in which kommuner have values, newest first. */
  readonly years: readonly number[];
  /** Null where no kommun has values; `without` then says why, and what the page is good for. */
  readonly newest: KommunYear | null;
  readonly without: string;
  readonly series: Figure | null;
  /** Null where nothing is published. */
  readonly published: {
    readonly current: Table | null;
    /** Those from before a break, and why they stand apart. */
    readonly apart: { readonly table: Table; readonly orsak: string } | null;
  } | null;
  readonly sections: readonly { readonly id: string; readonly label: string }[];
};

/** An earlier year of an indicator. */
export type IndicatorYearPage = KommunYear & {
  readonly title: string;
  readonly lead: string;
  readonly example: boolean;
  readonly years: readonly number[];
  readonly newest: number;
  /** Why the year may not be set beside the newest; empty where it may. */
  readonly breaks: readonly string[];
};

const dated = (years: readonly (number | null)[]) => years.filter((ar) => ar !== null);

const yearOf = (index: CatalogueIndex, indicator: Indicator, ar: number | null): KommunYear => ({
  ar,
  figures: yearFigures(index, indicator, ar),
  stadsdelar: stadsdelarTable(index, indicator, ar),
});

/** The document of an indicator's own page. */
export function indicatorPage(index: CatalogueIndex, indicator: Indicator): IndicatorPage {
  const years = kommunYears(index, indicator.id);
  const [ar] = years;
  const newest = ar === undefined ? null : yearOf(index, indicator, ar);
  const series = riketSeries(index, indicator);
  const { current, apart, orsak } = publishedParts(index, indicator);
  const about = `Publicerat om ${indicator.kortnamn.toLocaleLowerCase('sv')}`;
  const { grupper, lanskarta, svar } = newest?.figures ?? {};
  const sections: readonly (readonly [id: string, label: string, there: boolean])[] = [
    ['betyder', 'Så läser du siffran', true],
    ['jamfor-inte', 'Det här går inte att jämföra', true],
    ['utveckling', 'Utveckling', series !== null],
    ['grupper', 'Kommungrupp och storlek', Boolean(grupper)],
    ['lanen', 'Länen', Boolean(lanskarta ?? svar)],
    ['stadsdelar', 'Stadsdelarna', Boolean(newest?.stadsdelar)],
    ['filer', 'Hämta och citera', true],
  ];
  return {
    lead: indicatorLead(index, indicator),
    example: index.observationsOf(indicator.id).some((o) => o.exempel),
    years: dated(years),
    newest,
    without: withoutKommuner(index, indicator),
    series,
    published:
      current.length + apart.length === 0
        ? null
        : {
            current: current.length > 0 ? publishedTable(index, about, indicator, current) : null,
            apart:
              apart.length > 0
                ? {
                    table: publishedTable(index, 'Publicerat före brottet', indicator, apart),
                    orsak: must(orsak, 'reason of the break'),
                  }
                : null,
          },
    sections: sections.flatMap(([id, label, there]) => (there ? [{ id, label }] : [])),
  };
}

/** The years of an indicator that have a page of their own: all but the newest, which has the indicator's. */
export const indicatorYears = (index: CatalogueIndex, indicator: Indicator): readonly number[] =>
  dated(kommunYears(index, indicator.id).slice(1));

/** The document of one of `indicatorYears`. */
export function indicatorYearPage(
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number,
): IndicatorYearPage {
  const years = dated(kommunYears(index, indicator.id));
  const newest = years[0] ?? ar;
  const breaks = breaksBetween(breaksOf(indicator, index.omrade(indicator.omrade)), ar, newest);
  return {
    ...yearOf(index, indicator, ar),
    title: `${indicator.titel}, ${ar}`,
    lead: indicatorLead(index, indicator, ar),
    example: index.observationsOf(indicator.id, ar).some((o) => o.exempel),
    years,
    newest,
    breaks: breaks.map((b) => b.orsak),
  };
}
