import { answersOf } from '../model/answer.ts';
import type { Indicator } from '../model/indicator.ts';
import { must } from '../model/must.ts';

/** What the numbers of a source mean in words, in the years that it says this for (inclusive). */
export type CodingPeriod = {
  readonly from: number;
  readonly to: number;
  readonly labels: ReadonlyMap<number, string>;
};

/** From a source's number to our answer. */
export type AnswerCodes = ReadonlyMap<number, string>;

const PERIOD = /(?:^|[\s.])(?:-(\d{4})|(\d{4})-(\d{4})?)(?=[\s:])/g;

/**
 * Reads the coding that a title states: `(Ja=1, Nej=2)`, `(Ja=2 / Ja, med vissa=1 / Nej=0)`,
 * `(-2017 Ja=1, Nej=0. 2018- 2=Ja, 1=Delvis och 0=Nej)`. Empty when it states none.
 */
export function codingOf(title: string): readonly CodingPeriod[] {
  const stated =
    [...title.matchAll(/\(([^()]*=[^()]*)\)/g)].at(-1)?.[1] ?? (title.includes('=') ? title : '');
  if (stated === '') return [];
  const marks = [...stated.matchAll(PERIOD)];
  const parts =
    marks.length === 0
      ? [{ from: 0, to: 9999, text: stated }]
      : marks.map((mark, i) => ({
          from: Number(mark[2] ?? 0),
          to: Number(mark[1] ?? mark[3] ?? 9999),
          text: stated.slice(mark.index + mark[0].length, marks[i + 1]?.index ?? stated.length),
        }));
  return parts.flatMap(({ from, to, text }) => {
    const labels = labelsOf(text);
    return labels.size > 1 ? [{ from, to, labels }] : [];
  });
}

/** `Ja=1, Nej=0` or `1=Ja, 0=Nej`. A label may hold a comma, and sometimes `=,` where a comma is meant. */
function labelsOf(stated: string): ReadonlyMap<number, string> {
  const text = stated.replaceAll(/=\s*,/g, ',');
  const numberFirst = /^[\s,;/.]*\d+\s*=/.test(text);
  const pairs = numberFirst
    ? [...text.matchAll(/(\d+)\s*=\s*([^=]*?)(?=(?:\s*[,;/.]|\s+och)?\s*\d+\s*=|$)/g)].map(
        ([, number, label]) => [Number(number), must(label, 'label of a number')] as const,
      )
    : [...text.matchAll(/([^=]+?)\s*=\s*(\d+)/g)].map(
        ([, label, number]) => [Number(number), must(label, 'label of a number')] as const,
      );
  return new Map(pairs.map(([number, label]) => [number, clean(label)]));
}

const clean = (label: string) => label.replace(/^[\s,;/.]+(?:och\s+)?/, '').replace(/[\s,;/.]+$/, '');

/** Our answer that a label means, in an answer type; null when it cannot be determined. */
function answerOf(label: string, answers: readonly string[]): string | null {
  const word = label.toLowerCase();
  const exact = answers.find((a) => a.toLowerCase() === word);
  if (exact !== undefined) return exact;
  const partly = /delvis|med vissa|men inte|vissa|några/.test(word);
  if (answers.includes('alla')) {
    if (partly) return 'vissa';
    if (/\balla\b/.test(word)) return 'alla';
    return /^nej\b|^ingen\b|^inga\b/.test(word) ? 'ingen' : null;
  }
  if (partly) return answers.includes('delvis') ? 'delvis' : null;
  return null;
}

/**
 * The source's codes as our answers in one year, held against the answer type: every label must mean one of our
 * answers, no two the same, and none of ours may be without.
 * @returns a Swedish reason when the two do not fit
 */
export function answerCodes(indicator: Indicator, title: string, ar: number): AnswerCodes | string {
  const answers = answersOf(indicator.svarstyp, indicator.kategorier);
  const period = codingOf(title).find((p) => p.from <= ar && ar <= p.to);
  if (!period) return `titeln säger inte vad siffrorna betyder ${ar}: ”${title}”`;
  const codes = new Map([...period.labels].map(([number, label]) => [number, answerOf(label, answers)]));
  const stated = [...period.labels].map(([number, label]) => `${label}=${number}`).join(', ');
  const meant = new Set(codes.values());
  const fits = !meant.has(null) && meant.size === codes.size && answers.every((a) => meant.has(a));
  if (!fits)
    return `kodningen ”${stated}” passar inte svarstypen ${indicator.svarstyp} (${answers.join(', ')})`;
  return new Map([...codes].flatMap(([number, answer]) => (answer === null ? [] : [[number, answer]])));
}

/**
 * A coding that a person has confirmed: `U31467:1=ja,0=nej`.
 * @returns null when it cannot be read
 */
export function confirmedCoding(text: string): readonly [string, AnswerCodes] | null {
  const match = /^([^:\s]+):(\d+=[^,=]+(?:,\d+=[^,=]+)+)$/.exec(text.trim());
  if (!match?.[1] || !match[2]) return null;
  const codes = match[2].split(',').map((pair) => {
    const [number, answer = ''] = pair.split('=');
    return [Number(number), answer.trim().toLowerCase()] as const;
  });
  return [match[1], new Map(codes)];
}
