import { indikatorPath, kommunPath } from '../markup/paths.ts';
import type { Table, TableCell } from '../markup/table.ts';
import { answersOf } from '../model/answer.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Omrade } from '../model/edition.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Kommun, Lan } from '../model/kommun.ts';
import { breaksBetween, breaksOf } from '../statistics/comparability.ts';
import {
  answeredByStadsdelar,
  answeredYears,
  byStadsdelar,
  countedItems,
  shareOf,
  silent,
} from '../statistics/profile.ts';
import { SMALL_BASE } from '../statistics/share.ts';
import { absenceLabel } from '../text/absence.ts';
import { YES_SHARE } from '../text/base.ts';
import { sortedByName } from '../text/collate.ts';
import { formatRatio } from '../text/numbers.ts';
import { placesResult, type SaidContrast } from '../text/sentences/lan.ts';
import { shareText } from '../text/shares.ts';
import { shownValue } from '../text/values.ts';
import { type KartlaggningCard, kartlaggningCard } from './kartlaggning-page.ts';
import { questionCount } from './kommun/lead.ts';
import { profile } from './kommun/profiles.ts';
import { type ShareRow, shareRows } from './shares.ts';
import { type SideDocument, sideDocument } from './side.ts';

const namesOf = (kommuner: readonly Kommun[]) => sortedByName(kommuner).map((k) => k.namn);

/** How far the share of a row is from riket's, in parts of one; null where either has too few answers to say. */
function distance({ indicator, share, riketShare }: ShareRow): number | null {
  if (indicator.polaritet === 'neutral' || !share || !riketShare) return null;
  if (share.of < SMALL_BASE || riketShare.of < SMALL_BASE) return null;
  return share.count / share.of - riketShare.count / riketShare.of;
}

/** Differences smaller than this are not made a message: a tenth of those who answered. */
const WORTH_SAYING = 0.1;

/** Where a län is furthest above riket and furthest below, in one question each. */
function contrasts(rows: readonly ShareRow[]): readonly SaidContrast[] {
  // A question that nobody in the län has answered is neither real nor made up.
  const answered = rows.filter((r) => r.share !== null && r.share.of > 0);
  const far = countedItems(answered, (r) => r.example)
    .flatMap((row) => {
      const by = distance(row);
      return by === null || Math.abs(by) < WORTH_SAYING ? [] : [{ row, by }];
    })
    .toSorted((a, b) => b.by - a.by);
  const [above, below] = [far[0], far.at(-1)];
  return [above && above.by > 0 ? above : null, below && below.by < 0 ? below : null].flatMap((found) => {
    if (found === null) return [];
    const { row, by } = found;
    const { indicator, ar, text, riket } = row;
    return [{ pastaende: indicator.pastaende, ar, here: text, riket, more: by > 0 }];
  });
}

/** The first sentences about a län in an area: who has answered, and what is more and less common than in riket. */
export function lanSentence(index: CatalogueIndex, omrade: Omrade, lan: Lan): string {
  const kommuner = index.kommunerOfLan(lan.kod);
  const mine = kommuner.map((kommun) => ({ kommun, profile: profile(index, omrade.slug, kommun.kod) }));
  const cities = mine.filter((m) => byStadsdelar(m.profile)).map((m) => m.kommun);
  const missing = mine.filter((m) => !cities.includes(m.kommun) && silent(m.profile)).map((m) => m.kommun);
  const years = answeredYears(index, omrade.slug);
  return placesResult({
    place: lan.namn,
    om: omrade.om,
    fragor: questionCount(index, omrade),
    first: Math.min(...years),
    last: Math.max(...years),
    kommuner: kommuner.length - cities.length,
    answered: kommuner.length - cities.length - missing.length,
    contrasts: contrasts(shareRows(index, omrade.slug, lan.kod)),
    missing: namesOf(missing),
    cities: namesOf(cities),
  });
}

/** More columns than this of one area do not fit beside the names. */
const COLUMNS = 2;

/** The questions of an area's newest edition, those that it collects itself. */
function newestQuestions(index: CatalogueIndex, { slug }: Omrade) {
  const ar = answeredYears(index, slug)[0];
  if (ar === undefined) return [];
  return index
    .indikatorerOf(slug, ar)
    .filter((i) => i.typ === 'enkat' && i.omrade === slug && index.yearsOf(i.id).includes(ar))
    .slice(0, COLUMNS)
    .map((indicator) => ({ indicator, ar }));
}

function answerCell(index: CatalogueIndex, indicator: Indicator, ar: number, kod: string): TableCell {
  const o = index.observation(indicator.id, kod, ar);
  const city = o !== undefined && answeredByStadsdelar(o) ? shareOf(indicator, o) : null;
  if (city !== null)
    return { text: city.of === 0 ? 'Inget svar' : `${formatRatio(city)} stadsdelar svarade ja`, sort: null };
  const answers = answersOf(indicator.svarstyp, indicator.kategorier);
  return {
    text: shownValue(indicator, o),
    sort: typeof o?.varde === 'string' ? answers.indexOf(o.varde) : null,
  };
}

/**
 * What some kommuner answered to the questions of each area's newest edition, by name: what is done, never how much of it.
 * Null where no area has answers.
 */
export function newestAnswers(
  index: CatalogueIndex,
  kommuner: readonly Kommun[],
  where: string,
): Table | null {
  const questions = index.catalogue.omraden.flatMap((omrade) => newestQuestions(index, omrade));
  if (questions.length === 0) return null;
  return {
    caption: `De nyaste frågorna: svar från kommunerna ${where}`,
    columns: [
      { label: 'Kommun', numeric: false },
      ...questions.map(({ indicator, ar }) => ({ label: `${indicator.kortnamn} ${ar}`, numeric: false })),
    ],
    rows: sortedByName(kommuner).map((kommun) => [
      { text: kommun.namn, href: kommunPath(kommun), sort: kommun.namn },
      ...questions.map(({ indicator, ar }) => answerCell(index, indicator, ar, kommun.kod)),
    ]),
  };
}

/** A place's shares over the editions, newest first, and why some years of a question stand apart. */
export type YearsPart = { readonly table: Table; readonly apart: readonly string[] };

/** The questions of an area that were asked in several editions; null when there is none. */
export function placeYears(
  index: CatalogueIndex,
  omrade: Omrade,
  kod: string,
  caption: string,
): YearsPart | null {
  const years = answeredYears(index, omrade.slug);
  const repeated = index.indikatorerOf(omrade.slug).flatMap((indicator) => {
    const asked = years.filter((ar) => index.observation(indicator.id, kod, ar) !== undefined);
    return indicator.typ === 'enkat' && asked.length > 1 ? [{ indicator, asked }] : [];
  });
  if (repeated.length === 0) return null;
  const apart = repeated.flatMap(({ indicator, asked }) =>
    breaksBetween(
      breaksOf(indicator, index.omrade(indicator.omrade)),
      Math.min(...asked),
      Math.max(...asked),
    ).map((b) => `${indicator.kortnamn}, från ${b.franAr}: ${b.orsak}`),
  );
  const shown = (id: string, ar: number) => {
    const indicator = index.indikator(id);
    const o = index.observation(id, kod, ar);
    const share = indicator && o ? shareOf(indicator, o) : null;
    if (share === null) return absenceLabel('ej-efterfragad');
    return share.of === 0 ? absenceLabel('bortfall') : shareText(share);
  };
  return {
    apart,
    table: {
      caption,
      columns: [
        { label: 'Indikator', numeric: false },
        ...years.map((ar) => ({ label: String(ar), numeric: true })),
      ],
      rows: repeated.map(({ indicator }) => [
        { text: indicator.kortnamn, href: indikatorPath(indicator) },
        ...years.map((ar) => ({ text: shown(indicator.id, ar) })),
      ]),
    },
  };
}

/** What a län says in one area. */
export type LanAreaDocument = {
  readonly omrade: Omrade;
  readonly lead: string;
  readonly rows: readonly ShareRow[];
  readonly caption: string;
  readonly years: YearsPart | null;
};

/** Everything that is said about a län. Plain data. */
export type LanDocument = {
  readonly lan: Lan;
  readonly kommuner: number;
  readonly areas: readonly LanAreaDocument[];
  /** What its kommuner answered to the newest questions. */
  readonly newest: Table | null;
  readonly example: boolean;
  readonly printed: string;
  /** Its own kartläggningar. */
  readonly counts: readonly KartlaggningCard[];
  readonly side: SideDocument | null;
};

/** The document about a län: the newest answers of each area. */
export function lanDocument(index: CatalogueIndex, lan: Lan): LanDocument {
  const kommuner = index.kommunerOfLan(lan.kod);
  const areas = index.catalogue.omraden.flatMap((omrade): LanAreaDocument[] => {
    if (answeredYears(index, omrade.slug).length === 0) return [];
    const area = omrade.kortnamn.toLocaleLowerCase('sv');
    return [
      {
        omrade,
        lead: lanSentence(index, omrade, lan),
        rows: shareRows(index, omrade.slug, lan.kod),
        caption: `${lan.namn}, ${area}: ${YES_SHARE}, det senaste året`,
        years: placeYears(
          index,
          omrade,
          lan.kod,
          `${lan.namn}, ${omrade.om}: ${YES_SHARE} de år som frågan har ställts`,
        ),
      },
    ];
  });
  const editions = areas.map(({ omrade }) => {
    const ar = answeredYears(index, omrade.slug)[0];
    const edition = ar === undefined ? undefined : index.edition(omrade.slug, ar);
    return edition ? `${omrade.kortnamn} ${edition.version}` : omrade.kortnamn;
  });
  return {
    lan,
    kommuner: kommuner.length,
    areas,
    newest: newestAnswers(index, kommuner, `i ${lan.namn}`),
    example: areas.some((a) => a.rows.some((r) => r.example)),
    printed: [lan.namn, ...editions].join(' · '),
    counts: index.catalogue.kartlaggningar.filter((k) => k.kod === lan.kod).map(kartlaggningCard),
    side: sideDocument(index, lan),
  };
}
