import { sourceCell } from '../../markup/sources.ts';
import type { Table } from '../../markup/table.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { PublishedFigure } from '../../model/published.ts';
import { breaksOf, segmentOf } from '../../statistics/comparability.ts';
import { answerInText } from '../../text/answers.ts';
import { unitsOf } from '../../text/names.ts';
import { capitalise, formatNumber, formatPercent } from '../../text/numbers.ts';

const GROUPS: Readonly<Record<string, string>> = {
  riket: 'Riket',
  'stadsdelar-storstad': 'Stadsdelar i storstäderna',
  'kommuner-under-15000': 'Kommuner med färre än 15 000 invånare',
};

/** What the figure holds for, in words. */
function groupLabel(grupp: string): string {
  return GROUPS[grupp] ?? capitalise(grupp.replaceAll('-', ' '));
}

/** `ungefär 20 %`, `55`. */
export function publishedValue({ varde, enhet, ungefar }: PublishedFigure): string {
  const decimals = Number.isInteger(varde) ? 0 : 1;
  const shown = enhet === 'procent' ? formatPercent(varde, decimals) : formatNumber(varde, decimals);
  return ungefar ? `ungefär ${shown}` : shown;
}

/** Published figures, those that may be compared with today's first and the ones that stand apart, with the reason. */
export type PublishedParts = {
  readonly current: readonly PublishedFigure[];
  readonly apart: readonly PublishedFigure[];
  /** Why some stand apart; null where the indicator has no break. */
  readonly orsak: string | null;
};

/** Splits at the area's first break (2016): what came before was collected in another way. Newest first. */
export function publishedParts(index: CatalogueIndex, indicator: Indicator): PublishedParts {
  const omrade = index.omrade(indicator.omrade);
  const breaks = breaksOf(indicator, omrade);
  const old = ({ ar }: PublishedFigure) => breaks.length > 0 && segmentOf(breaks, ar).orsak === null;
  const all = index.publishedOf(indicator.id).toSorted((a, b) => b.ar - a.ar);
  return {
    current: all.filter((p) => !old(p)),
    apart: all.filter(old),
    orsak: omrade?.brott[0]?.orsak ?? breaks[0]?.orsak ?? null,
  };
}

/** The published figures as a table. */
export function publishedTable(
  index: CatalogueIndex,
  caption: string,
  indicator: Indicator,
  figures: readonly PublishedFigure[],
): Table {
  return {
    caption,
    columns: [
      { label: 'År', numeric: false },
      { label: 'Gäller', numeric: false },
      { label: 'Svar', numeric: false },
      { label: 'Värde', numeric: true },
      { label: 'Av', numeric: false },
      { label: 'Källa', numeric: false },
    ],
    rows: figures.map((p) => [
      { text: String(p.ar) },
      { text: groupLabel(p.grupp) },
      { text: p.svar === null ? 'Ja' : capitalise(answerInText(indicator, p.svar)) },
      { text: publishedValue(p), sort: p.varde },
      { text: p.bas },
      sourceCell(index, p.kalla, p.not),
    ]),
  };
}

/** A published share of riket as a sentence about what kommuner do. */
export type Brief = {
  readonly indicator: Indicator;
  readonly figure: PublishedFigure;
  readonly sentence: string;
};

/** The units that editions have too are said in their words; any other base in the source's own. */
const DEFINITE: ReadonlyMap<string, string> = new Map(
  (['kommuner', 'kommuner-och-stadsdelar'] as const).map((enhet) => {
    const { many, definite } = unitsOf(enhet);
    return [many, definite];
  }),
);
const definite = (bas: string): string => DEFINITE.get(bas) ?? bas;

/** "År 2020 svarade ungefär 20 % av kommunerna att de har en aktuell plan." */
export function publishedSentence(indicator: Indicator, figure: PublishedFigure): string {
  const who = `${publishedValue(figure)} av ${definite(figure.bas)}`;
  return `År ${figure.ar} svarade ${who} att de ${indicator.pastaende}.`;
}

/**
 * The newest published result of each question in an area that may be compared with today's, newest first.
 * @param max how many at most
 */
export function resultsInBrief(
  index: CatalogueIndex,
  omrade: string,
  max = 5,
  ar?: number,
): readonly Brief[] {
  return index
    .indikatorerOf(omrade)
    .flatMap((indicator): Brief[] => {
      const figure = publishedParts(index, indicator).current.find(
        (p) =>
          p.grupp === 'riket' &&
          p.svar === null &&
          p.enhet === 'procent' &&
          (ar === undefined || p.ar === ar),
      );
      if (!figure || indicator.typ !== 'enkat') return [];
      return [{ indicator, figure, sentence: publishedSentence(indicator, figure) }];
    })
    .toSorted((a, b) => b.figure.ar - a.figure.ar)
    .slice(0, max);
}

/** What is said of riket in an area before anything else: how a published share has changed, newest and largest first. */
export function publishedMessage(index: CatalogueIndex, omrade: string): Brief | null {
  const changes = index.indikatorerOf(omrade).flatMap((indicator) => {
    if (indicator.omrade !== omrade || indicator.typ !== 'enkat') return [];
    const series = publishedParts(index, indicator).current.filter(
      (p) => p.grupp === 'riket' && p.svar === null && p.enhet === 'procent' && p.jamforbarFran !== null,
    );
    const last = series[0];
    const first = series.findLast((p) => p.bas === last?.bas && p.jamforbarFran === last.jamforbarFran);
    return first && last && first !== last ? [{ indicator, first, last, by: last.varde - first.varde }] : [];
  });
  const [most] = changes.toSorted((a, b) => b.last.ar - a.last.ar || Math.abs(b.by) - Math.abs(a.by));
  if (most === undefined) return null;
  const { indicator, first, last, by } = most;
  const was = publishedValue(first);
  const end =
    by === 0
      ? `År ${last.ar} var andelen densamma.`
      : `År ${last.ar} hade andelen ${by > 0 ? 'ökat' : 'minskat'} till ${publishedValue(last)}.`;
  const who = `${was} av ${definite(first.bas)}`;
  return {
    indicator,
    figure: last,
    sentence: `År ${first.ar} svarade ${who} att de ${indicator.pastaende}. ${end}`,
  };
}
