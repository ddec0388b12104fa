import type { Figure } from '../../charts/figure.ts';
import { indicatorDistribution } from '../../charts/from/distribution.ts';
import { indicatorSeries } from '../../charts/from/series.ts';
import { similarPath, worksheetPath } from '../../markup/paths.ts';
import type { Table } from '../../markup/table.ts';
import type { Amne } from '../../model/amne.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Kommun } from '../../model/kommun.ts';
import { type ListedFile, sortedByUse } from '../data/files.ts';
import { subjectsOf } from '../lists.ts';
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
  /** The questions that citizens ask, each with a page about the kommun. */
  readonly questions: readonly Amne[];
  /** True where some answers are real and some made up. */
  readonly mixed: boolean;
  /** The parts of the page that its list of contents leads to. */
  readonly sections: readonly { readonly id: string; readonly label: string }[];
  /** Its files, those that most readers look for first, and what is at hand at the top of the page. */
  readonly files: readonly ListedFile[];
  readonly actions: readonly { readonly href: string; readonly label: string }[];
};

/** What can be done with a kommun's page: compare, work with it, take it along. */
function actionsOf(
  kommun: Kommun,
  { areas }: KommunDocument,
  files: readonly ListedFile[],
): KommunPage['actions'] {
  const own = areas.find((a) => a.own);
  const file = (format: string, label: string) => {
    const path = files.find((f) => f.format === format)?.path;
    return path === undefined ? [] : [{ href: `/${path}`, label }];
  };
  return [
    { href: similarPath(kommun), label: 'Jämför med liknande' },
    ...(own ? [{ href: worksheetPath(kommun, own.omrade.slug), label: 'Arbetsblad' }] : []),
    ...file('PowerPoint', 'Bildspel (PowerPoint)'),
    ...file('PDF', 'Rapport (PDF)'),
  ];
}

/** What the page of a kommun says. @param files every published file */
export function kommunPage(index: CatalogueIndex, kommun: Kommun, files: readonly ListedFile[]): KommunPage {
  const document = kommunDocument(index, kommun);
  const own = sortedByUse(files.filter((f) => f.about === kommun.kod));
  const beside = sideDocument(index, kommun);
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
    beside,
    places: backgroundPlaces(index, kommun),
    stadsdelar: document.areas.map(({ omrade, byStadsdelar }) => {
      const area = index.omrade(omrade.slug);
      return area && byStadsdelar ? stadsdelTable(index, area, kommun) : null;
    }),
    printed: [
      kommun.namn,
      ...document.areas.map((a) => `${a.omrade.kortnamn} ${a.versions[0] ?? a.years}`),
    ].join(' · '),
    questions: subjectsOf(index, 'fraga'),
    mixed: document.areas.some((a) => a.blandat),
    sections: [
      ...document.areas.map(({ omrade }) => ({ id: omrade.slug, label: omrade.kortnamn })),
      ...(document.registers.length > 0 ? [{ id: 'register', label: 'Register' }] : []),
      ...(beside ? [{ id: 'sida-vid-sida', label: 'Sida vid sida' }] : []),
      { id: 'liknande', label: 'Liknande' },
      { id: 'bakgrund', label: 'Förutsättningar' },
      { id: 'ta-med', label: 'Ta med' },
    ],
    files: own,
    actions: actionsOf(kommun, document, own),
  };
}
