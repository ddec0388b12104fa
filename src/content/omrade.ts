import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Edition, Omrade } from '../model/edition.ts';
import type { Indicator } from '../model/indicator.ts';
import { RIKET } from '../model/kommun.ts';
import { publishedBase, shareBase, YES_SHARE } from '../text/base.ts';
import { formatDate } from '../text/dates.ts';
import { listOf } from '../text/lists.ts';
import { unitsOf } from '../text/names.ts';
import { type Brief, resultsInBrief } from './indikator/published.ts';
import { byQuality, type QualityGroup } from './quality.ts';
import { type ShareRow, shareRows } from './shares.ts';

/** What the page of an area says, besides what its publisher has written. */
export type OmradePage = {
  readonly example: boolean;
  readonly briefs: readonly Brief[];
  /** Editions as they stand in the area's file, with when and how they were collected. */
  readonly editions: readonly { readonly edition: Edition; readonly title: string; readonly how: string }[];
  readonly rows: readonly ShareRow[];
  readonly caption: string;
  readonly groups: readonly QualityGroup<Indicator>[];
};

/** What the page of one edition says. */
export type EditionPage = {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly base: string;
  readonly rows: readonly ShareRow[];
  readonly caption: string;
  /** Published results; empty where there are not at least two, for one alone is the lead. */
  readonly briefs: readonly Brief[];
  /** Who answered: kommuner, and in which cities their stadsdelar. */
  readonly units: string;
  readonly version: string;
  readonly corrections: readonly string[];
  /** Why it may not be set beside what came before. */
  readonly breaks: readonly string[];
};

const shareCaption = ({ kortnamn }: Omrade, when: string) =>
  `Riket, ${kortnamn.toLocaleLowerCase('sv')}: ${YES_SHARE}${when}`;

/** The document of an area. */
export function omradePage(index: CatalogueIndex, omrade: Omrade): OmradePage {
  return {
    example: omrade.utgavor.some((e) => e.exempel),
    briefs: resultsInBrief(index, omrade.slug, 8),
    editions: omrade.utgavor.map((edition) => ({
      edition,
      title: `${omrade.kortnamn} ${edition.ar}`,
      how: `Insamling: ${edition.insamling}. Version ${edition.version}, ${formatDate(edition.publicerad)}.`,
    })),
    rows: shareRows(index, omrade.slug, RIKET),
    caption: shareCaption(omrade, ', det senaste året'),
    groups: byQuality(index.indikatorerOf(omrade.slug), (i) => i),
  };
}

/** The document of an edition of an area. */
export function editionPage(index: CatalogueIndex, omrade: Omrade, edition: Edition): EditionPage {
  const { ar, enhet } = edition;
  const briefs = resultsInBrief(index, omrade.slug, 6, ar);
  const cities = edition.stadsdelsstader.map((kod) => index.kommun(kod)?.namn ?? kod);
  return {
    title: `${omrade.kortnamn} ${ar}`,
    description: `Resultat för ${omrade.om} ${ar}: riket, frågor, svarande och filer.`,
    lead: briefs[0]?.sentence ?? omrade.ingress,
    base: [
      shareBase(enhet),
      ...publishedBase(
        enhet,
        briefs.map((b) => b.figure.bas),
      ),
    ].join(' '),
    rows: shareRows(index, omrade.slug, RIKET, ar),
    caption: shareCaption(omrade, ` ${ar}`),
    briefs: briefs.length > 1 ? briefs : [],
    units: `${unitsOf(enhet).many}${cities.length > 0 ? `; stadsdelarna svarar i ${listOf(cities)}` : ''}`,
    version: `${edition.version}, publicerad ${formatDate(edition.publicerad)}`,
    corrections: edition.rattelser.map((r) => `${formatDate(r.datum)}, version ${r.version}: ${r.text}`),
    breaks: omrade.brott.filter((b) => b.franAr <= ar).map((b) => b.orsak),
  };
}
