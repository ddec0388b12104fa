import type { Figure } from '../charts/figure.ts';
import { indicatorSeries } from '../charts/from/series.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Omrade } from '../model/edition.ts';
import type { Indicator } from '../model/indicator.ts';
import { RIKET } from '../model/kommun.ts';
import { recomputedPairs } from '../statistics/kartlaggning.ts';
import { YES_SHARE } from '../text/base.ts';
import { changeText, countText, mattLabel } from '../text/kartlaggning.ts';
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
  /** How many people are counted and how that has changed, else how a published share of the first area has. */
  readonly lead: string;
  readonly areas: readonly RiketAreaDocument[];
  readonly example: boolean;
};

/** The newest count of the country against the one before, by the same method; null where no two are comparable. */
function countMessage({ catalogue }: CatalogueIndex): string | null {
  const riket = catalogue.kartlaggningar.find((k) => k.kod === RIKET && k.slag === 'hemloshet');
  const pair = riket && recomputedPairs(riket).at(-1);
  if (!riket || !pair) return null;
  const { recomputed, newer, change } = pair;
  const what = mattLabel(riket, riket.huvudmatt).toLocaleLowerCase('sv');
  return `År ${newer.ar} räknades ${countText(newer)} ${what} i hemlöshet i landet. Det är ${changeText(change)} än ${recomputed.ar}, räknat på samma sätt.`;
}

/** The document about riket: what is published first, then what the newest answers add up to. */
export function riketDocument(index: CatalogueIndex): RiketDocument {
  const areas = index.catalogue.omraden.map(
    (omrade): RiketAreaDocument => ({
      omrade,
      message: publishedMessage(index, omrade.slug),
      briefs: resultsInBrief(index, omrade.slug, 4),
      rows: shareRows(index, omrade.slug, RIKET),
      caption: `Riket, ${omrade.kortnamn.toLocaleLowerCase('sv')}: ${YES_SHARE}, det senaste året`,
      years: placeYears(
        index,
        omrade,
        RIKET,
        `Riket, ${omrade.om}: ${YES_SHARE} de år som frågan har ställts, räknat ur svaren`,
      ),
      registers: index.indikatorerOf(omrade.slug).flatMap((indicator) => {
        const figure = indicator.typ === 'register' ? indicatorSeries(index, indicator) : null;
        return figure ? [{ indicator, figure }] : [];
      }),
    }),
  );
  const brief = areas.find((a) => a.message !== null)?.message ?? areas[0]?.briefs[0];
  return {
    lead: countMessage(index) ?? brief?.sentence ?? 'Här står resultaten för hela landet.',
    areas,
    example: areas.some((a) => a.rows.some((r) => r.example)),
  };
}
