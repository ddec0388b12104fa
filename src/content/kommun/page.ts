import type { Figure } from '../../charts/figure.ts';
import { indicatorDistribution } from '../../charts/from/distribution.ts';
import { indicatorSeries } from '../../charts/from/series.ts';
import type { Table } from '../../markup/table.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Kommun } from '../../model/kommun.ts';
import { type SideDocument, sideDocument } from '../side.ts';
import { type KommunDocument, kommunDocument } from './document.ts';
import { backgroundPlaces, placeSentences, type SaidPlace } from './placing.ts';
import { besideTable, type RegisterPart } from './register.ts';
import { stadsdelTable } from './years.ts';

/** A register's newest figure with the kommun marked, and where it stands. */
export type RegisterFigure = {
  readonly part: RegisterPart;
  /** How the kommuner are spread; null for counts, which follow the size of the kommun. */
  readonly spread: Figure | null;
  /** A count beside those of similar kommuner; null for what is no count. */
  readonly beside: Table | null;
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
  return {
    document,
    registers: document.registers.map((part): RegisterFigure => {
      const { indicator, ar, history } = part;
      const beside = besideTable(index, part);
      return {
        part,
        spread: beside ? null : indicatorDistribution(index, indicator, ar, { kod: kommun.kod }),
        beside,
        history: history && indicatorSeries(index, indicator, kommun.kod),
        place: placeSentences(index, indicator, ar, kommun),
      };
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
