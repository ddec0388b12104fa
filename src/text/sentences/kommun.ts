import type { Absence } from '../../model/absence.ts';
import { answersOf, answerType, firstAnswer } from '../../model/answer.ts';
import type { Indicator } from '../../model/indicator.ts';
import { absenceSentence } from '../absence.ts';
import { type Answers, answerInText } from '../answers.ts';
import { inPlace, type Units } from '../names.ts';
import { capitalise, formatRatio, formatValue, formatValueInText } from '../numbers.ts';
import { numberResult, type SaidShare, shareOfUnits } from './national.ts';

type Question = Answers & Pick<Indicator, 'pastaende' | 'nekat'>;

/** The share of riket that gave the first answer; null when there is none to stand beside. */
export type Riket = { readonly share: SaidShare; readonly units: Units } | null;

function ownAnswer(indicator: Question, place: string, ar: number, answer: string): string {
  const answers = answersOf(indicator.svarstyp, indicator.kategorier);
  const said = `${place} svarade ${answerInText(indicator, answer)} ${ar}`;
  if (answer === answers[0]) return `${said}: kommunen ${indicator.pastaende}.`;
  if (answer === answers.at(-1) && indicator.nekat !== null) return `${said}: kommunen ${indicator.nekat}.`;
  return `${said}.`;
}

/**
 * A kommun's answer beside riket: "Umeå svarade nej 2016: kommunen har inte någon aktuell övergripande plan mot
 * hemlöshet. I riket svarade 17 % av kommunerna ja." A missing answer says its reason first.
 */
export function kommunAnswer(
  indicator: Question,
  result: {
    readonly place: string;
    readonly ar: number;
    readonly answer: string | null;
    readonly saknas: Absence | null;
    readonly riket: Riket;
  },
): string {
  const { place, ar, answer, saknas, riket } = result;
  const own =
    answer === null
      ? absenceSentence(saknas ?? 'uppgift-saknas', place)
      : ownAnswer(indicator, place, ar, answer);
  const first = answersOf(indicator.svarstyp, indicator.kategorier)[0];
  if (riket === null || first === undefined) return own;
  return `${own} I riket svarade ${shareOfUnits(riket.share, riket.units)} ${answerInText(indicator, first)}.`;
}

/**
 * A number beside riket's, compared as the two are shown: equal when they look equal. Null for counts, where
 * riket is always larger.
 */
function comparedWithRiket(
  indicator: Pick<Indicator, 'svarstyp' | 'enhet' | 'decimaler'>,
  value: number,
  riket: number,
): string | null {
  if (!answerType(indicator.svarstyp).comparable) return null;
  const [own, country] = [formatValue(indicator, value), formatValue(indicator, riket)];
  if (own === country) return 'Det är lika mycket som i riket.';
  return `Det är ${value > riket ? 'högre' : 'lägre'} än i riket (${country}).`;
}

/** A kommun's number beside riket: "Umeå 2022: 1,9 % av …. Det är lägre än i riket (2,9 %)." */
export function kommunNumber(
  indicator: Pick<Indicator, 'pastaende' | 'svarstyp' | 'enhet' | 'decimaler'>,
  result: {
    readonly place: string;
    readonly ar: number | null;
    readonly value: number | null;
    readonly saknas: Absence | null;
    readonly riket: number | null;
    /** What can be said where the value is protected: the same figure of a larger place. */
    readonly instead?: { readonly place: string; readonly value: number } | null;
  },
): string {
  const { place, ar, value, saknas, riket, instead = null } = result;
  if (value === null) {
    const why = capitalise(absenceSentence(saknas ?? 'uppgift-saknas', place));
    return instead === null
      ? why
      : `${why} För ${instead.place} är den ${formatValueInText(indicator, instead.value)}.`;
  }
  const compared = riket === null ? null : comparedWithRiket(indicator, value, riket);
  return [numberResult(indicator, { ar, value, place }), ...(compared === null ? [] : [compared])].join(' ');
}

/**
 * A city whose stadsdelar answer in its place: "I Stockholm svarar stadsdelarna var för sig: 9 av 13 svarade ja."
 * @param share of the stadsdelar that answered; an empty one says that none did
 */
export function stadsdelAnswers(
  indicator: Answers,
  result: { readonly place: string; readonly share: { readonly count: number; readonly of: number } },
): string {
  const { place, share } = result;
  const first = firstAnswer(indicator);
  const answers =
    share.of === 0 ? 'ingen har svarat' : `${formatRatio(share)} svarade ${answerInText(indicator, first)}`;
  return `${capitalise(inPlace(place))} svarar stadsdelarna var för sig: ${answers}.`;
}
