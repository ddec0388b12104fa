import { answersOf } from '../../model/answer.ts';
import type { Indicator } from '../../model/indicator.ts';

/** From this likeness on (0–1) a guess is a guess worth making. */
const LIKELY = 0.5;
/** A sure guess is this much better than the next. */
const AHEAD = 0.1;

/** Words that stand in most names and tell nothing. */
const COMMON = new Set([
  'aktuell',
  'antal',
  'andel',
  'genomförda',
  'inom',
  'och',
  'för',
  'att',
  'med',
  'den',
  'det',
  'som',
  'mot',
  'har',
  'till',
  'vid',
  'om',
  'av',
  'i',
  'på',
  'en',
  'ett',
  'de',
]);

/**
 * The indicator that a column's name means: by an id in it, else by likeness of words with title, short name and
 * question.
 * @param words what the column's cells say: an indicator with answers needs words or codes, one with numbers needs numbers
 */
export function likelyIndicators(
  name: string,
  indikatorer: readonly Indicator[],
  words: readonly string[],
): { readonly sure: Indicator | null; readonly others: readonly Indicator[] } {
  const id = indikatorer.find((i) => hasId(name, i.id) || (i.kolada !== null && hasId(name, i.kolada)));
  if (id) return { sure: id, others: [] };
  const filled = words.filter((w) => /[\p{L}\d]/u.test(w));
  const answers = filled.some((w) => /^(ja|nej|alla|vissa|ingen)\b/i.test(w));
  // Few whole numbers may be the codes of answers; anything else with digits is a number.
  const numbers = !answers && filled.length > 0 && filled.every((w) => /\d/.test(w)) && !name.includes('=');
  const own = stems(name);
  const scored = indikatorer
    .filter((i) => !(answers && !hasAnswers(i)) && !(numbers && hasAnswers(i)))
    .map((indicator) => ({
      indicator,
      score: Math.max(...stemsOf(indicator).map((words) => likeness(own, words))),
    }))
    .filter(({ score }) => score >= LIKELY)
    .toSorted((a, b) => b.score - a.score);
  const [first, second] = scored;
  const sure = first && first.score >= (second?.score ?? 0) + AHEAD ? first.indicator : null;
  return { sure, others: sure ? [] : scored.slice(0, 3).map((s) => s.indicator) };
}

const hasId = (name: string, id: string) => {
  const pattern = ID_PATTERNS.get(id) ?? new RegExp(`(^|[^A-Z0-9-])${id}([^0-9]|$)`, 'i');
  ID_PATTERNS.set(id, pattern);
  return pattern.test(name);
};
/** An id is looked for in every column's name. */
const ID_PATTERNS = new Map<string, RegExp>();

/** The beginnings of the telling words, so that inflections are alike. */
export function stems(text: string): ReadonlySet<string> {
  const words = text.toLocaleLowerCase('sv').match(/\p{L}{2,}/gu) ?? [];
  const telling = words.filter((w) => !COMMON.has(w));
  return new Set((telling.length > 0 ? telling : words).map((w) => synonym(w).slice(0, 6)));
}

/** Kronofogden writes vräkning, the official word is avhysning. */
const synonym = (word: string) => word.replace(/^vräk/, 'avhys').replace(/^avhysta/, 'avhysning');

const hasAnswers = (i: Indicator) => answersOf(i.svarstyp, i.kategorier).length > 0;

/** The stems of an indicator's short name, title and question: each column is held against all of them. */
function stemsOf(indicator: Indicator): readonly ReadonlySet<string>[] {
  const known = STEMS.get(indicator);
  if (known) return known;
  const made = [
    indicator.kortnamn,
    indicator.titel,
    ...(indicator.fraga === null ? [] : [indicator.fraga]),
  ].map(stems);
  STEMS.set(indicator, made);
  return made;
}
const STEMS = new WeakMap<Indicator, readonly ReadonlySet<string>[]>();

/** Dice's coefficient of two sets of stems. */
function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const common = [...left].filter((s) => right.has(s)).length;
  return left.size + right.size === 0 ? 0 : (2 * common) / (left.size + right.size);
}
