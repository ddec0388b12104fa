import type { TableCell } from '../../markup/table.ts';
import { ABSENCES } from '../../model/absence.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { type Kommun, RIKET } from '../../model/kommun.ts';
import type { Observation } from '../../model/observation.ts';
import { tally } from '../../statistics/aggregate.ts';
import { answeredByStadsdelar, shareOf } from '../../statistics/profile.ts';
import { missingIn } from '../../statistics/years.ts';
import { absenceLabel } from '../../text/absence.ts';
import { answerLabel, answerTone } from '../../text/answers.ts';
import { OF_ANSWERED } from '../../text/base.ts';
import { exampleNotes, sourceLine, withYear } from '../../text/names.ts';
import { formatNumber } from '../../text/numbers.ts';
import { answerSpread } from '../../text/sentences/distribution.ts';
import { kommunAnswer, stadsdelAnswers } from '../../text/sentences/kommun.ts';
import { saidShare, shareSort, shareText } from '../../text/shares.ts';
import { type AnswerBar, answerBarsSvg } from '../answer-bars.ts';
import type { Figure } from '../figure.ts';
import { FRAMES } from '../frame.ts';
import { answerWords, figureId } from './common.ts';
import { type AskedUnits, respondents, STADSDELAR_NOTE } from './units.ts';

function barsOf(
  indicator: Indicator,
  who: AskedUnits,
  own: Observation | undefined,
  kommun: Kommun | undefined,
): readonly AnswerBar[] {
  const { fordelning, svarande } = tally(answerWords(indicator), who.observations);
  const me = (here: boolean) => (here && kommun ? { me: kommun.namn } : {});
  const answers = answerWords(indicator).map((word): AnswerBar => {
    const count = fordelning[word] ?? 0;
    return {
      label: answerLabel(indicator, word),
      fill: `a-${answerTone(indicator, word)}`,
      count,
      value: `${formatNumber(count)}\u00a0st, ${shareText({ count, of: svarande })}`,
      ...me(own?.varde === word),
    };
  });
  const missing = missingIn(who.observations);
  return [
    ...answers,
    ...ABSENCES.flatMap((reason): AnswerBar[] => {
      const count = missing.get(reason) ?? 0;
      if (count === 0) return [];
      const value = `${formatNumber(count)}\u00a0st`;
      return [{ label: absenceLabel(reason), fill: null, count, value, ...me(own?.saknas === reason) }];
    }),
  ];
}

function sentenceOf(
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number | null,
  {
    who,
    kommun,
    own,
  }: {
    readonly who: AskedUnits;
    readonly kommun: Kommun | undefined;
    readonly own: Observation | undefined;
  },
): string {
  if (!kommun || !own || ar === null) {
    const { fordelning } = tally(answerWords(indicator), who.observations);
    const counts = answerWords(indicator).map((answer) => ({ answer, count: fordelning[answer] ?? 0 }));
    return answerSpread(indicator, counts, missingIn(who.observations), who.noun);
  }
  const place = kommun.namn;
  const ownShare = shareOf(indicator, own);
  if (answeredByStadsdelar(own) && ownShare) return stadsdelAnswers(indicator, { place, share: ownShare });
  const riket = shareOf(indicator, index.observation(indicator.id, RIKET, ar));
  return kommunAnswer(indicator, {
    place,
    ar,
    answer: typeof own.varde === 'string' ? own.varde : null,
    saknas: own.saknas,
    riket: riket && riket.of > 0 ? { share: saidShare(riket), units: who.units } : null,
  });
}

/** How the answers to a question are spread, one bar an answer; null when nobody was asked. */
export function answerDistribution(
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number | null,
  kommun?: Kommun,
): Figure | null {
  const who = respondents(index, indicator, ar);
  if (who.observations.length === 0) return null;
  const own = kommun && index.observation(indicator.id, kommun.kod, ar);
  const bars = barsOf(indicator, who, own, kommun);
  const sentence = sentenceOf(index, indicator, ar, { who, kommun, own });
  const { svarande } = tally(answerWords(indicator), who.observations);
  const example = who.observations.some((o) => o.exempel);
  const title = withYear(kommun ? indicator.kortnamn : `${indicator.kortnamn}, alla svar`, ar);
  return {
    id: figureId('fordelning', indicator, ar),
    title,
    sentence,
    svg: answerBarsSvg(bars, FRAMES.wide, sentence),
    narrow: answerBarsSvg(bars, FRAMES.narrow, sentence),
    legend: [],
    table: {
      caption: `${title}: svaren`,
      columns: [
        { label: 'Svar', numeric: false },
        { label: 'Antal', numeric: true },
        { label: `Andel ${OF_ANSWERED}`, numeric: true },
      ],
      rows: bars.map((bar): readonly TableCell[] => {
        const share = { count: bar.count, of: svarande };
        return [
          { text: bar.label },
          { text: formatNumber(bar.count), sort: bar.count },
          bar.fill === null ? { text: '', sort: null } : { text: shareText(share), sort: shareSort(share) },
        ];
      }),
    },
    notes: [
      `${formatNumber(svarande)} av ${formatNumber(who.observations.length)} ${who.noun.many} svarade.`,
      ...(who.stadsdelar ? [STADSDELAR_NOTE] : []),
      ...exampleNotes(example),
    ],
    source: sourceLine(indicator, example),
    example,
  };
}
