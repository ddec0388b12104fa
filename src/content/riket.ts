import type { Figure } from '../charts/figure.ts';
import { indicatorSeries } from '../charts/from/series.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Omrade } from '../model/edition.ts';
import type { Indicator } from '../model/indicator.ts';
import { RIKET } from '../model/kommun.ts';
import { type Brief, publishedMessage, resultsInBrief } from './indikator/published.ts';
import { placeYears, type YearsPart } from './lan.ts';
import { type ShareRow, shareRows } from './shares.ts';

/** What is said of riket in one area. */
export type RiketAreaDocument = {
  readonly omrade: Omrade;
  readonly message: Brief | null;
  readonly briefs: readonly Brief[];
  readonly rows: readonly ShareRow[];
  readonly caption: string;
  readonly years: YearsPart | null;
  readonly registers: readonly { readonly indicator: Indicator; readonly figure: Figure }[];
};

/** Everything that is said about riket. */
export type RiketDocument = {
  /** The message of the first area that has one: how a published share has changed. */
  readonly lead: string;
  readonly areas: readonly RiketAreaDocument[];
  readonly example: boolean;
};

/** The document about riket: what is published first, then what the newest answers add up to. */
export function riketDocument(index: CatalogueIndex): RiketDocument {
  const areas = index.catalogue.omraden.map(
    (omrade): RiketAreaDocument => ({
      omrade,
      message: publishedMessage(index, omrade.slug),
      briefs: resultsInBrief(index, omrade.slug, 4),
      rows: shareRows(index, omrade.slug, RIKET),
      caption: `Riket, ${omrade.kortnamn.toLocaleLowerCase('sv')}: andel som svarade ja eller alla, det senaste året`,
      years: placeYears(
        index,
        omrade,
        RIKET,
        `Riket, ${omrade.om}: andel ja de år som frågan har ställts, räknat ur svaren`,
      ),
      registers: index.indikatorerOf(omrade.slug).flatMap((indicator) => {
        const figure = indicator.typ === 'register' ? indicatorSeries(index, indicator) : null;
        return figure ? [{ indicator, figure }] : [];
      }),
    }),
  );
  const lead = areas.find((a) => a.message !== null)?.message ?? areas[0]?.briefs[0];
  return {
    lead: lead?.sentence ?? 'Här står resultaten för hela landet.',
    areas,
    example: areas.some((a) => a.rows.some((r) => r.example)),
  };
}
