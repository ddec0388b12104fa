import type { Table } from '../../markup/table.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Omrade } from '../../model/edition.ts';
import type { Kommun } from '../../model/kommun.ts';
import { answeredYears, type Basis } from '../../statistics/profile.ts';
import { originSentence } from '../origin.ts';
import { type KommunAreaDocument, kommunArea } from './area.ts';
import { type ChangesPart, changesPart } from './changes.ts';
import { type MissingGroup, missingGroups } from './missing.ts';
import { peers, profile } from './profiles.ts';
import { answersByYear, stadsdelTable } from './years.ts';

/** A kommun's page in an area: the document, and what only the page has room for. */
export type KommunAreaPage = {
  readonly title: string;
  readonly lead: string;
  /** Where imported answers were fetched; null where none were. */
  readonly origin: string | null;
  /** Null where the kommun was asked nothing. */
  readonly area: KommunAreaDocument | null;
  readonly peers: number;
  /** Editions with answers, newest first. */
  readonly editions: readonly number[];
  readonly missing: readonly MissingGroup[];
  readonly changes: ChangesPart | null;
  readonly byYear: Table | null;
  readonly stadsdelar: Table | null;
  /** For the head of every printed page. */
  readonly printed: string;
};

/** The editions of an area that have answers, newest first: each has a page for every kommun. */
export const editionYears = (index: CatalogueIndex, { slug }: Pick<Omrade, 'slug'>): readonly number[] =>
  answeredYears(index, slug);

/** What the page of a kommun in an area says: by the newest answers, or an edition as it was. */
export function kommunAreaPage(
  index: CatalogueIndex,
  kommun: Kommun,
  omrade: Omrade,
  basis: Basis = 'nyast',
): KommunAreaPage {
  const area = kommunArea(index, kommun, omrade, basis);
  const newest = basis === 'nyast';
  const title = `${kommun.namn}: ${omrade.kortnamn.toLocaleLowerCase('sv')}${newest ? '' : ` ${basis}`}`;
  return {
    title,
    origin: originSentence(profile(index, omrade.slug, kommun.kod, basis).items),
    lead: area?.sentence ?? `Det finns inga svar om ${omrade.om}.`,
    area,
    peers: peers(index, kommun.kod).length,
    editions: answeredYears(index, omrade.slug),
    missing: newest && area ? missingGroups(index, profile(index, omrade.slug, kommun.kod)) : [],
    changes: newest ? changesPart(index, omrade, kommun) : null,
    byYear: newest ? answersByYear(index, omrade, kommun.kod, kommun.namn) : null,
    stadsdelar: stadsdelTable(index, omrade, kommun, basis),
    printed: area ? `${title}, utgåva ${area.versions.join(', ')}` : title,
  };
}
