import type { Figure } from '../../charts/figure.ts';
import { indicatorDistribution } from '../../charts/from/distribution.ts';
import { indicatorSeries } from '../../charts/from/series.ts';
import type { Table } from '../../markup/table.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Kommun } from '../../model/kommun.ts';
import { newestKommunYear } from '../../statistics/years.ts';
import { type SideDocument, sideDocument } from '../side.ts';
import { type KommunDocument, kommunDocument } from './document.ts';
import { backgroundPlaces, placeSentences, type SaidPlace } from './placing.ts';
import { stadsdelTable } from './years.ts';

/** A register's newest figure with the kommun marked, and where it stands. */
export type RegisterFigure = {
  readonly figure: Figure;
  /** All its years; null where there is one. */
  readonly history: Figure | null;
  readonly place: string;
};

/** A kommun's own page: the document, and the pictures that only the page has room for. */
export type KommunPage = {
  readonly document: KommunDocument;
  readonly registers: readonly RegisterFigure[];
  /** How alike it answers in the areas; null where no question is shared. */
  readonly beside: SideDocument | null;
  readonly places: readonly SaidPlace[];
  /** Of each area in order: what the stadsdelar of a city answered; null where they do not. */
  readonly stadsdelar: readonly (Table | null)[];
  readonly printed: string;
};

/** What the page of a kommun says. */
export function kommunPage(index: CatalogueIndex, kommun: Kommun): KommunPage {
  const document = kommunDocument(index, kommun);
  const { indikatorer } = index.catalogue;
  return {
    document,
    registers: indikatorer.flatMap((i): RegisterFigure[] => {
      const ar = i.typ === 'register' ? newestKommunYear(index, i.id) : undefined;
      const figure = ar === undefined ? null : indicatorDistribution(index, i, ar, { kod: kommun.kod });
      if (!figure || ar === undefined) return [];
      const history = indicatorSeries(index, i, kommun.kod);
      return [{ figure, history, place: placeSentences(index, i, ar, kommun) }];
    }),
    beside: sideDocument(index, kommun),
    places: backgroundPlaces(index, kommun),
    stadsdelar: document.areas.map(({ omrade, byStadsdelar }) => {
      const area = index.omrade(omrade.slug);
      return area && byStadsdelar ? stadsdelTable(index, area, kommun) : null;
    }),
    printed: [
      kommun.namn,
      ...document.areas.map((a) => `${a.omrade.kortnamn} ${a.versions[0] ?? a.years}`),
    ].join(' · '),
  };
}
