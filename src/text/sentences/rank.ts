import type { Indicator } from '../../model/indicator.ts';
import type { NoRank } from '../../model/rank.ts';
import { countInWords, formatNumber, formatValue, KOMMUN, NBSP, type ValueFormat } from '../numbers.ts';

/** A place as an interval with ties (`statistics/rank` computes it); 1 is the highest value. */
export type SaidRank = {
  readonly from: number;
  readonly to: number;
  readonly of: number;
  readonly indistinguishable: number;
};

/** `40–78`, or `12` when it is one place alone. For tables, under a heading that says of how many. */
export function placeRange(rank: Pick<SaidRank, 'from' | 'to'>): string {
  const [from, to] = [formatNumber(rank.from), formatNumber(rank.to)];
  return from === to ? from : `${from}–${to}`;
}

/** `1,4–2,4 %`: the interval of a value, rounded as the value is shown. */
export function intervalText(
  format: ValueFormat,
  interval: { readonly low: number; readonly high: number },
): string {
  const [low, high] = [formatValue(format, interval.low), formatValue(format, interval.high)];
  return low === high ? low : `${low.replace(/\u00a0\D+$/, '')}–${high}`;
}

/** Where a kommun stands: "Umeå ligger på plats 40–78 av 271, räknat från det högsta värdet, och går inte att skilja från 38 andra." */
export function rankSentence(place: string, rank: SaidRank): string {
  const { of, indistinguishable: tied } = rank;
  const where = `${place} ligger på plats${NBSP}${placeRange(rank)} av${NBSP}${formatNumber(of)}, räknat från det högsta värdet`;
  return tied === 0
    ? `${where}, skild från alla andra.`
    : `${where}, och går inte att skilja från ${countInWords(tied, OTHERS)}.`;
}

const OTHERS = { one: 'annan', many: 'andra' };

/** Under this many inhabitants the sentence says the interval, too. Our own limit, the one that the ÖJ reports used for small. */
export const SMALL_KOMMUN = 15_000;

/** "Underlaget är litet, 2 400 invånare: slumpen ensam kan flytta värdet mellan 3,1 % och 4,7 %." Null where the base is large, and where chance moves nothing that is shown. */
export function intervalSentence(
  format: ValueFormat,
  interval: { readonly low: number; readonly high: number },
  base: number,
): string | null {
  if (base >= SMALL_KOMMUN) return null;
  const [low, high] = [formatValue(format, interval.low), formatValue(format, interval.high)];
  if (low === high) return null;
  return `Underlaget är litet, ${formatNumber(base)} invånare: slumpen ensam kan flytta värdet mellan ${low} och ${high}.`;
}

/** What a high place means, in words: never "good" or "bad" of an indicator that is neutral. */
export function polaritySentence(polaritet: Indicator['polaritet']): string {
  if (polaritet === 'hogt-onskvart') return 'Ett högt värde är önskvärt.';
  if (polaritet === 'lagt-onskvart') return 'Ett lågt värde är önskvärt.';
  return 'Ett högt värde är varken bra eller dåligt i sig.';
}

/** The floors that a sentence states (`RANK_MIN_UNITS` and `RANK_FLOOR` of `statistics/rank`). */
export type RankLimits = { readonly units: number; readonly floor: number };

const NO_RANK: Readonly<Record<NoRank, (limits: RankLimits) => string>> = {
  svar: () => 'Svar på en fråga rangordnas inte: de som svarar lika ligger lika.',
  antal: () => 'Antal och belopp rangordnas inte: de följer av hur kommunen ser ut.',
  artal: () => 'Ett årtal rangordnas inte.',
  'bas-okand': () =>
    'Kommunerna rangordnas inte: uppgifterna säger inte hur många andelen räknas på, och då går det inte att veta vilka skillnader som är slump.',
  'for-fa': ({ units }) =>
    `Ingen rangordning görs när färre än ${countInWords(units, KOMMUN)} har ett värde.`,
  'liten-bas': ({ floor }) =>
    `Ingen plats anges när värdet räknas på färre än ${formatNumber(floor)} personer.`,
  saknas: () => 'Kommunen har inget värde och därför ingen plats.',
};

/** The same of the answers to a question: "Ja är det önskvärda svaret." @param answers in their order, as shown */
export function answerPolaritySentence(
  polaritet: Indicator['polaritet'],
  answers: readonly string[],
): string {
  const wanted = polaritet === 'hogt-onskvart' ? answers[0] : answers.at(-1);
  if (polaritet === 'neutral' || wanted === undefined) return 'Inget av svaren är bättre än något annat.';
  return `”${wanted}” är det önskvärda svaret.`;
}

/** Why there is no rank, one sentence. */
export function noRankSentence(why: NoRank, limits: RankLimits): string {
  return NO_RANK[why](limits);
}

/** How places are given, in two or three sentences, with the floors stated. */
export function rankMethod(limits: RankLimits): string {
  return `Kommunerna rangordnas efter värdet, och platsen anges som ett intervall. Två kommuner räknas som skilda åt bara när deras osäkerhetsintervall (95${NBSP}%, Wilson) inte överlappar varandra; avrundningen räknas in. Underlaget är antalet invånare. Ingen plats anges när andelen räknas på färre än ${formatNumber(limits.floor)} personer, och ingen alls när färre än ${countInWords(limits.units, KOMMUN)} har ett värde.`;
}
