import { answerWords } from '../../charts/from/common.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator, STYRKOR } from '../../model/indicator.ts';
import { RIKET } from '../../model/kommun.ts';
import { breaksOf } from '../../statistics/comparability.ts';
import { RANK_FLOOR, RANK_MIN_UNITS, unranked } from '../../statistics/rank.ts';
import { isCounted } from '../../statistics/share.ts';
import { answerLabel } from '../../text/answers.ts';
import { listOf } from '../../text/lists.ts';
import { unitsOf } from '../../text/names.ts';
import { formatRatio } from '../../text/numbers.ts';
import {
  answerPolaritySentence,
  noRankSentence,
  polaritySentence,
  rankMethod,
} from '../../text/sentences/rank.ts';
import { shareText } from '../../text/shares.ts';
import { topicsOf } from '../amne.ts';

/** How sure what is known is, as readers see it after the note itself. */
const EVIDENCE: Readonly<Record<(typeof STYRKOR)[number], string>> = {
  stark: 'Starkt stöd i forskningen, enligt källan.',
  mattlig: 'Måttligt stöd i forskningen, enligt källan.',
  begransad: 'Begränsat stöd i forskningen, enligt källan.',
  'ej-angiven': 'Källan säger inte hur starkt stödet är.',
};

/** What an indicator is, besides what its definition says. */
export type IndicatorAbout = {
  /** `ja, delvis eller nej`; null for numbers. */
  readonly answers: string | null;
  /** How many answered in the year that is shown: `260 av 290 kommuner (90 %)`. Null for registers. */
  readonly answered: { readonly ar: number; readonly text: string; readonly example: boolean } | null;
  /** When the answers of that year were collected; null for registers. */
  readonly collected: string | null;
  readonly areas: readonly { readonly slug: string; readonly kortnamn: string }[];
  readonly wanted: string;
  readonly years: string;
  /** What research says, and how sure it is; null where the publisher has not said it. */
  readonly known: { readonly text: string; readonly strength: string; readonly kalla: string } | null;
  /** The subjects that it belongs to. */
  readonly topics: ReturnType<typeof topicsOf>;
};

/** @param ar the year that is shown; null where the source does not say it, undefined where no kommun has values */
export function indicatorAbout(
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number | null | undefined,
): IndicatorAbout {
  const answers = answerWords(indicator).map((word) => answerLabel(indicator, word));
  const edition = ar == null ? undefined : index.edition(indicator.omrade, ar);
  const riket = ar == null ? undefined : index.observation(indicator.id, RIKET, ar);
  const { polaritet, kunskap } = indicator;
  return {
    answers: answers.length > 0 ? listOf(answers, 'eller') : null,
    answered:
      ar != null && riket?.tillfragade && edition
        ? {
            ar,
            text: answeredText(
              { count: riket.svarande ?? 0, of: riket.tillfragade },
              unitsOf(edition.enhet).many,
            ),
            example: riket.exempel,
          }
        : null,
    collected: edition && indicator.typ === 'enkat' ? edition.insamling : null,
    areas: indicator.omraden.map((slug) => ({ slug, kortnamn: index.omrade(slug)?.kortnamn ?? slug })),
    wanted: answers.length > 0 ? answerPolaritySentence(polaritet, answers) : polaritySentence(polaritet),
    years: indicator.ar.length > 0 ? indicator.ar.join(', ') : 'Källan anger inget år',
    known: kunskap && { text: kunskap.text, strength: EVIDENCE[kunskap.styrka], kalla: kunskap.kalla },
    topics: topicsOf(index, indicator),
  };
}

const answeredText = (share: { readonly count: number; readonly of: number }, units: string): string =>
  `${formatRatio(share)} ${units}${isCounted(share) ? '' : ` (${shareText(share)})`}`;

/** What may not be compared, and why; how kommuner are ranked, or why they are not. */
export function notComparable(
  index: CatalogueIndex,
  indicator: Indicator,
): readonly { readonly what: string; readonly why: string }[] {
  const limits = { units: RANK_MIN_UNITS, floor: RANK_FLOOR };
  const why = unranked(indicator);
  const { jamforbarhet, dubbelrakning } = indicator;
  return [
    ...breaksOf(indicator, index.omrade(indicator.omrade)).map((b) => ({
      what: `Före och efter ${b.franAr}.`,
      why: b.orsak,
    })),
    ...(jamforbarhet === null ? [] : [{ what: 'Åren.', why: jamforbarhet }]),
    ...(dubbelrakning === null ? [] : [{ what: 'Summor.', why: dubbelrakning }]),
    { what: 'Placeringar.', why: why === null ? rankMethod(limits) : noRankSentence(why, limits) },
  ];
}
