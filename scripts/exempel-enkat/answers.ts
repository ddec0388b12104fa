import { answersOf } from '../../src/model/answer.ts';
import type { IndicatorDefinition } from '../../src/model/indicator.ts';
import { normal } from './noise.ts';
import { demandOf, type Quota, quotaFor, skippedByChance } from './quotas.ts';
import type { Respondent } from './respondents.ts';
import type { Target } from './sources.ts';

/** The part of the country whose share is sometimes published for itself. */
const DISTRICTS = 'stadsdelar-storstad';

/**
 * Everybody's answer to one question in one year, by respondent code; who is not in the map skipped it.
 * Each respondent gets a score from its ambition, its own leaning in the question and a little that is new every
 * year; the highest scores answer ja (alla), the next delvis (vissa). So few go from ja to nej.
 * @param targets published figures of this question and year
 */
export function answersTo(
  question: IndicatorDefinition,
  ar: number,
  respondents: readonly Respondent[],
  targets: readonly Target[],
): ReadonlyMap<string, string> {
  const words = answersOf(question.svarstyp, question.kategorier);
  const middle = words.length === 3 ? (words[1] ?? null) : null;
  const key = [question.id, ar] as const;
  const answering = respondents.filter((r) => r.role === 'svarar');
  const ranked = answering.toSorted((a, b) => score(b, ...key) - score(a, ...key));

  const national = demandOf(
    targets.filter((t) => t.grupp === 'riket'),
    question.id,
    middle,
  );
  const skipping = skippedByChance(national, ar);
  const forDistricts = targets.filter((t) => t.grupp === DISTRICTS);
  if (forDistricts.length === 0) {
    return hand(ranked, quotaFor(national, ranked.length, skipping), words, key);
  }
  const districts = ranked.filter((r) => r.stadsdel !== '');
  const others = ranked.filter((r) => r.stadsdel === '');
  const inDistricts = quotaFor(demandOf(forDistricts, question.id, middle), districts.length, 0);
  const all = quotaFor(national, ranked.length - inDistricts.skipped, skipping);
  const rest: Quota = {
    skipped: all.skipped,
    first: all.first - inDistricts.first,
    middle: all.middle - inDistricts.middle,
  };
  return new Map([...hand(districts, inDistricts, words, key), ...hand(others, rest, words, key)]);
}

function score(r: Respondent, id: string, ar: number): number {
  return r.ambition + normal('fråga', id, r.kod) + 0.25 * normal('år', id, r.kod, ar);
}

/** Hands out the answers down the ranking, after leaving out those who skip the question. */
function hand(
  ranked: readonly Respondent[],
  quota: Quota,
  words: readonly string[],
  key: readonly [string, number],
): ReadonlyMap<string, string> {
  const carelessness = (r: Respondent) => normal('hoppar', ...key, r.kod);
  const skips = new Set(ranked.toSorted((a, b) => carelessness(b) - carelessness(a)).slice(0, quota.skipped));
  const [first = '', second = ''] = words;
  const last = words.at(-1) ?? '';
  return new Map(
    ranked
      .filter((r) => !skips.has(r))
      .map((r, i) => [r.kod, i < quota.first ? first : i < quota.first + quota.middle ? second : last]),
  );
}
