import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Indicator } from '../model/indicator.ts';
import { perIndex } from '../model/per-index.ts';
import { shareOf, standingOf } from './profile.ts';
import { isSmallBase, type Share } from './share.ts';

/** One area's way to ask a shared question; an area may ask in several ways. */
export type SharedPart = { readonly omrade: string; readonly indikatorer: readonly Indicator[] };

/**
 * A question that several areas share, with the year that says most: most areas, then most ways of asking, then the newest.
 */
export type SharedQuestion = {
  readonly namn: string;
  readonly ar: number;
  /** In the order of the areas; those that never asked are not here. */
  readonly parts: readonly SharedPart[];
};

/** Shared questions by name: those whose indicators have one `gemensamFraga`, and indicators that several areas show. */
const byName = perIndex((index): ReadonlyMap<string, readonly Indicator[]> => {
  const questions = index.catalogue.indikatorer.filter((i) => i.typ === 'enkat');
  const named = questions.flatMap((i) => {
    const namn = i.gemensamFraga ?? (i.omraden.length > 1 ? i.kortnamn : null);
    return namn === null ? [] : [{ namn, indicator: i }];
  });
  const groups = Map.groupBy(named, (n) => n.namn);
  return new Map([...groups].map(([namn, all]) => [namn, all.map((n) => n.indicator)]));
});

const answered = (index: CatalogueIndex, indicator: Indicator, ar: number) =>
  index.yearsOf(indicator.id).includes(ar);

/** In how many ways the areas ask. */
const asks = (parts: readonly SharedPart[]) => parts.reduce((n, p) => n + p.indikatorer.length, 0);

function questionOf(
  index: CatalogueIndex,
  namn: string,
  indikatorer: readonly Indicator[],
): SharedQuestion | null {
  const partsIn = (ar: number): readonly SharedPart[] =>
    index.catalogue.omraden
      .map(({ slug }) => ({
        omrade: slug,
        indikatorer: indikatorer.filter((i) => i.omraden.includes(slug) && answered(index, i, ar)),
      }))
      .filter((part) => part.indikatorer.length > 0);
  const years = new Set(indikatorer.flatMap((i) => index.yearsOf(i.id)));
  const best = [...years]
    .flatMap((ar) => (ar === null ? [] : [{ ar, parts: partsIn(ar) }]))
    .toSorted((a, b) => b.parts.length - a.parts.length || asks(b.parts) - asks(a.parts) || b.ar - a.ar)[0];
  return best === undefined ? null : { namn, ...best };
}

/** Every named question with answers, also those that one area alone has asked so far; in catalogue order. */
const all = perIndex(
  (index): readonly SharedQuestion[] =>
    [...byName(index)].flatMap(([namn, indikatorer]) => questionOf(index, namn, indikatorer) ?? []),
  'gemensamma-fragor',
);

/**
 * The questions that at least two areas asked in the same year. The indicators say which they are: an area joins by its
 * data alone.
 */
export const sharedQuestions = perIndex((index) => all(index).filter((q) => q.parts.length > 1));

/** The named questions that wait for a second area. */
export const waitingQuestions = perIndex((index) => all(index).filter((q) => q.parts.length === 1));

/** True when the areas show one and the same question: there is one answer, and nothing to compare. */
export const askedOnce = ({ parts }: SharedQuestion): boolean =>
  new Set(parts.flatMap((p) => p.indikatorer.map((i) => i.id))).size === 1;

/** The shared questions that each area asks by itself. */
export const askedApart = (index: CatalogueIndex): readonly SharedQuestion[] =>
  sharedQuestions(index).filter((q) => !askedOnce(q));

/** In how many areas kommuner say yes to a question. */
export type Together = {
  /** Kommuner that answered in every area that asked. */
  readonly of: number;
  readonly every: number;
  readonly some: number;
  readonly none: number;
};

/** An area's answer from a kommun: yes to any of its ways to ask; null when none was answered. */
function saysYes(
  index: CatalogueIndex,
  { indikatorer }: SharedPart,
  kod: string,
  ar: number,
): boolean | null {
  const answers = indikatorer.flatMap((indicator) => {
    const o = index.observation(indicator.id, kod, ar);
    return o === undefined || o.varde === null ? [] : [standingOf(indicator, o) === 'gor'];
  });
  return answers.length === 0 ? null : answers.includes(true);
}

/** How many kommuner say yes in every area, in some and in none. @param koder the kommuner to count */
export function together(
  index: CatalogueIndex,
  question: SharedQuestion,
  koder: readonly string[],
): Together {
  const { parts, ar } = question;
  const yes = koder.flatMap((kod) => {
    const answers = parts.map((part) => saysYes(index, part, kod, ar));
    return answers.includes(null) ? [] : [answers.filter((a) => a === true).length];
  });
  const every = yes.filter((n) => n === parts.length).length;
  const none = yes.filter((n) => n === 0).length;
  return { of: yes.length, every, none, some: yes.length - every - none };
}

/** How many questions asked in several areas a kommun answered in all of them, and on how many of those alike. */
export function alikeIn(index: CatalogueIndex, kod: string): { readonly same: number; readonly of: number } {
  const counts = askedApart(index).map((q) => together(index, q, [kod]));
  const answeredAll = counts.filter((c) => c.of === 1);
  return { same: answeredAll.filter((c) => c.some === 0).length, of: answeredAll.length };
}

/** The shared question whose areas differ most in a place, where each asks in one way; null when nothing differs. */
export function widest(
  index: CatalogueIndex,
  kod: string,
): { readonly question: SharedQuestion; readonly low: PartShare; readonly high: PartShare } | null {
  const spreads = askedApart(index).flatMap((question) => {
    if (question.parts.some((p) => p.indikatorer.length > 1)) return [];
    const shares = question.parts
      .flatMap(({ omrade, indikatorer }) =>
        indikatorer.flatMap((indicator): PartShare[] => {
          const share = shareOf(indicator, index.observation(indicator.id, kod, question.ar));
          return share === null || isSmallBase(share) ? [] : [{ omrade, share }];
        }),
      )
      .toSorted((a, b) => part(a) - part(b));
    const [low, high] = [shares[0], shares.at(-1)];
    return low && high && low !== high ? [{ question, low, high, gap: part(high) - part(low) }] : [];
  });
  const most = spreads.toSorted((a, b) => b.gap - a.gap)[0];
  return most === undefined || most.gap === 0 ? null : most;
}

/** An area's share in a shared question. */
export type PartShare = { readonly omrade: string; readonly share: Share };
const part = ({ share }: PartShare) => share.count / share.of;
