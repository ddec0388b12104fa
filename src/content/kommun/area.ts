import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Omrade } from '../../model/edition.ts';
import type { Kommun } from '../../model/kommun.ts';
import {
  answersItself,
  type Basis,
  byStadsdelar,
  countedItems,
  gapsToPeers,
  isMixed,
  type Profile,
  type ProfileItem,
  rarelyDone,
  type Standing,
  silent,
} from '../../statistics/profile.ts';
import { STADSDELAR_LABEL, STANDING_LABEL, STANDINGS } from '../../text/answers.ts';
import { formatYears } from '../../text/numbers.ts';
import type { QualityGroup } from '../quality.ts';
import {
  type AnswerRow,
  answerGroups,
  answerRow,
  otherRows,
  type SimilarToAsk,
  similarToAsk,
  yesRows,
} from './answers.ts';
import { profileSentences } from './lead.ts';
import { besidePeers, profile } from './profiles.ts';
import { fourSteps, type Step } from './steps.ts';

/** How the answers are spread: a part of the bar that stands for all questions. Never a score. */
export type AnswerPart = {
  readonly key: Standing | 'stadsdelar';
  readonly label: string;
  readonly antal: number;
};

/** What a kommun says in one area: plain data that pages, decks, the PDF and worksheets render. */
export type KommunAreaDocument = {
  readonly omrade: Pick<Omrade, 'slug' | 'titel' | 'kortnamn' | 'om' | 'brott'>;
  readonly basis: Basis;
  /** Years of the questions, `2016–2023` or `2016`. */
  readonly years: string;
  /** Versions of the editions that the answers are from, newest first: `2023.1`. */
  readonly versions: readonly string[];
  readonly exempel: boolean;
  /** True where some answers are real and some made up. */
  readonly blandat: boolean;
  /** The first sentences about it, and the first two of them where there is no room for all. */
  readonly sentence: string;
  readonly short: string;
  /** False where the kommun has no answers of its own: it was silent, or its stadsdelar answer. */
  readonly own: boolean;
  readonly byStadsdelar: boolean;
  readonly parts: readonly AnswerPart[];
  readonly rows: readonly AnswerRow[];
  readonly groups: readonly QualityGroup<AnswerRow>[];
  readonly yes: readonly AnswerRow[];
  readonly others: readonly AnswerRow[];
  /** What few do and the kommun answered yes to; what more than half of those alike do and it answered no to. */
  readonly rare: readonly AnswerRow[];
  readonly gaps: readonly AnswerRow[];
  readonly ask: readonly SimilarToAsk[];
  readonly steps: readonly Step[];
};

/** So many patterns of a kind are shown: more would be a list again. */
const PATTERNS = 3;

/** The parts that somebody would see: an answer that nobody gave is not named. */
export const shownParts = (parts: readonly AnswerPart[]): readonly AnswerPart[] =>
  parts.filter((p) => p.antal > 0);

function partsOf(rows: readonly AnswerRow[]): readonly AnswerPart[] {
  const own = rows.filter((r) => r.tone !== 'stadsdelar');
  const parts: readonly AnswerPart[] = STANDINGS.map((key) => ({
    key,
    label: STANDING_LABEL[key],
    antal: own.filter((r) => r.standing === key).length,
  }));
  const city = rows.length - own.length;
  return city === 0 ? parts : [...parts, { key: 'stadsdelar', label: STADSDELAR_LABEL, antal: city }];
}

/** True where the kommun itself has answered in the area: not silent, and not by its stadsdelar. */
export const hasOwnAnswers = (index: CatalogueIndex, kommun: Kommun, omrade: Omrade): boolean =>
  answersItself(index, omrade.slug, kommun.kod);

const isOwn = (mine: Profile) => !byStadsdelar(mine) && !silent(mine);

/** A kommun in an area, by its newest answers or those of one edition; null when it was asked nothing. */
export function kommunArea(
  index: CatalogueIndex,
  kommun: Kommun,
  omrade: Omrade,
  basis: Basis = 'nyast',
): KommunAreaDocument | null {
  const mine = profile(index, omrade.slug, kommun.kod, basis);
  if (mine.items.length === 0) return null;
  const years = [...new Set(mine.items.map((i) => i.ar))].toSorted((a, b) => b - a);
  const city = byStadsdelar(mine);
  const own = isOwn(mine);
  const rows = mine.items.map((item) => answerRow(index, mine, item));
  // What is said and counted rests on real answers where there are any.
  const counted = { ...mine, items: countedItems(mine.items, (i) => i.observation.exempel) };
  const realRows = countedItems(rows, (r) => r.exempel);
  const sentences = profileSentences(index, omrade, kommun, counted);
  const rowsOf = (items: readonly ProfileItem[]) =>
    items.slice(0, PATTERNS).flatMap((i) => rows.find((r) => r.indicator === i.indicator) ?? []);
  const gaps = own ? gapsToPeers(index, counted, besidePeers(index, mine)) : [];
  const ask = own ? similarToAsk(index, kommun.kod, omrade.slug, realRows) : [];
  const { slug, titel, kortnamn, om, brott } = omrade;
  return {
    omrade: { slug, titel, kortnamn, om, brott },
    basis,
    years: formatYears(Math.min(...years), Math.max(...years)),
    versions: years.flatMap((ar) => index.edition(omrade.slug, ar)?.version ?? []),
    exempel: mine.exempel,
    blandat: isMixed(rows),
    sentence: sentences.join(' '),
    short: sentences.slice(0, 2).join(' '),
    own,
    byStadsdelar: city,
    parts: partsOf(realRows),
    rows,
    groups: answerGroups(rows),
    yes: own ? yesRows(realRows) : [],
    others: own ? otherRows(realRows) : [],
    rare: own ? rowsOf(rarelyDone(index, counted)) : [],
    gaps: rowsOf(gaps),
    ask,
    steps: own ? fourSteps({ profile: counted, gaps }, kommun, realRows, ask) : [],
  };
}

/** So many rows a sheet has room for. */
const ON_A_SHEET = 6;

/** What others do and the kommun does not, for its worksheet: of that which is better or worse. */
export const worksheetRows = ({ others }: Pick<KommunAreaDocument, 'others'>): readonly AnswerRow[] =>
  others.filter((r) => r.indicator.polaritet !== 'neutral').slice(0, ON_A_SHEET);
