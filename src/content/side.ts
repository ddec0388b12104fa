import type { Table } from '../markup/table.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Omrade } from '../model/edition.ts';
import type { Indicator } from '../model/indicator.ts';
import { type Kommun, type Lan, RIKET } from '../model/kommun.ts';
import { shareOf } from '../statistics/profile.ts';
import { percent } from '../statistics/share.ts';
import {
  alikeIn,
  askedApart,
  askedOnce,
  type SharedQuestion,
  sharedQuestions,
  together,
  waitingQuestions,
  widest,
} from '../statistics/shared.ts';
import { type AnswerTone, answerTone } from '../text/answers.ts';
import { listOf } from '../text/lists.ts';
import { capitalise, countInWords, FRAGA, formatNumber } from '../text/numbers.ts';
import { exampleKommun } from '../text/places.ts';
import { alikeSentence, largestDifference } from '../text/sentences/side.ts';
import { shareText } from '../text/shares.ts';
import { shownValue } from '../text/values.ts';
import type { ShareCell } from './kommun/answers.ts';

const areaName = (index: CatalogueIndex, slug: string) =>
  index.omrade(slug)?.kortnamn.toLocaleLowerCase('sv') ?? slug;

/** Where the areas differ most in riket or a län; null when no shared question has a base to say it of. */
function differenceSentence(index: CatalogueIndex, kod: string): string | null {
  const found = widest(index, kod);
  if (found === null) return null;
  const { question, low, high } = found;
  // A headline never rests on answers that were made up: their shares are ours, not the kommuner's.
  const made = question.parts.some((p) =>
    p.indikatorer.some((i) => index.observation(i.id, kod, question.ar)?.exempel),
  );
  if (made) return null;
  const said = ({ omrade, share }: typeof low) => ({
    area: areaName(index, omrade),
    shown: shareText(share),
  });
  return largestDifference(question.namn, question.ar, said(low), said(high));
}

/** How alike a kommun answers in the areas. */
function kommunSentence(index: CatalogueIndex, kod: string, place: string): string {
  const { same, of } = alikeIn(index, kod);
  return alikeSentence(place, same, of);
}

/** How many kommuner say yes in every area, in some and in none, question by question. */
function togetherTable(index: CatalogueIndex, koder: readonly string[]): Table {
  return {
    caption: 'I hur många områden svarade samma kommun ja?',
    columns: [
      { label: 'Fråga', numeric: false },
      { label: 'Ja i alla', numeric: true },
      { label: 'Ja i något', numeric: true },
      { label: 'Ja i inget', numeric: true },
      { label: 'Svarade i alla', numeric: true },
    ],
    rows: askedApart(index).map((question) => {
      const { every, some, none, of } = together(index, question, koder);
      return [
        { text: `${question.namn} ${question.ar}` },
        ...[every, some, none, of].map((n) => ({ text: formatNumber(n), sort: n })),
      ];
    }),
  };
}

/** What a place says when asked in one way: a share, or its own answer. */
type SideAnswer = {
  readonly indicator: Indicator;
  /** Null where the place itself answered. */
  readonly share: ShareCell | null;
  readonly own: { readonly tone: AnswerTone | 'saknas'; readonly answer: string } | null;
};

/** A question that several areas share, with what a place says in each; empty where an area did not ask. */
export type SideRow = {
  readonly namn: string;
  readonly ar: number;
  /** True when it is one question that the areas share. */
  readonly once: boolean;
  /** In the order of the areas. */
  readonly cells: readonly (readonly SideAnswer[])[];
};

/** Questions that several areas share, an area a column. */
export type SideDocument = {
  readonly caption: string;
  readonly sentence: string | null;
  readonly areas: readonly Omrade[];
  readonly rows: readonly SideRow[];
};

/** The areas that share some question, in their order. */
const sharing = (index: CatalogueIndex): readonly Omrade[] =>
  index.catalogue.omraden.filter((o) =>
    sharedQuestions(index).some((q) => q.parts.some((p) => p.omrade === o.slug)),
  );

function sideAnswer(index: CatalogueIndex, indicator: Indicator, kod: string, ar: number): SideAnswer {
  const observation = index.observation(indicator.id, kod, ar);
  const own = kod.length === 4 && observation?.fordelning == null;
  if (own) {
    const varde = observation?.varde;
    const tone = typeof varde === 'string' ? answerTone(indicator, varde) : 'saknas';
    return { indicator, share: null, own: { tone, answer: shownValue(indicator, observation) } };
  }
  const share = shareOf(indicator, observation);
  const cell =
    share === null
      ? { text: 'Fick inte frågan', percent: null }
      : { text: share.of === 0 ? 'Inget svar' : shareText(share), percent: percent(share) };
  return { indicator, share: cell, own: null };
}

/** What a place says in every area; null when no question is shared */
export function sideDocument(
  index: CatalogueIndex,
  { kod, namn }: Pick<Kommun | Lan, 'kod' | 'namn'>,
): SideDocument | null {
  const questions = sharedQuestions(index);
  if (questions.length === 0) return null;
  const areas = sharing(index);
  return {
    caption: `${namn}: samma frågor i ${areas.length} områden`,
    sentence: kod.length === 4 ? kommunSentence(index, kod, namn) : differenceSentence(index, kod),
    areas,
    rows: questions.map((question: SharedQuestion) => ({
      namn: question.namn,
      ar: question.ar,
      once: askedOnce(question),
      cells: areas.map((o) => {
        const part = question.parts.find((p) => p.omrade === o.slug);
        return (part?.indikatorer ?? []).map((i) => sideAnswer(index, i, kod, question.ar));
      }),
    })),
  };
}

/** What the page about all areas says. */
export type SidePage = {
  readonly description: string;
  readonly lead: string;
  readonly example: boolean;
  /** Null when no question is shared. */
  readonly riket: SideDocument | null;
  readonly together: Table;
  /** A kommun to show the way with. */
  readonly first: Kommun | null;
  /** Questions that one area alone has asked so far. */
  readonly waiting: readonly { readonly namn: string; readonly asked: string }[];
};

/** The document of the page where areas stand side by side. */
export function sidePage(index: CatalogueIndex): SidePage {
  const { kommuner } = index.catalogue.referens;
  const questions = sharedQuestions(index);
  const names = listOf(sharing(index).map((o) => o.kortnamn.toLocaleLowerCase('sv')));
  const riket = sideDocument(index, { kod: RIKET, namn: 'Riket' });
  const count =
    questions.length === 0
      ? 'Inga frågor har ställts i flera områden samma år.'
      : capitalise(`${countInWords(questions.length, FRAGA)} har ställts i flera områden av socialtjänsten.`);
  return {
    description: `Samma frågor i ${names === '' ? 'flera områden' : names}: riket, län och kommuner.`,
    lead: riket?.sentence ? `${count} ${riket.sentence}` : count,
    example: questions.some((q) => q.parts.some((p) => index.edition(p.omrade, q.ar)?.exempel)),
    riket,
    together: togetherTable(
      index,
      kommuner.map((k) => k.kod),
    ),
    first: exampleKommun(index.catalogue.referens),
    waiting: waitingQuestions(index).map((q) => ({
      namn: q.namn,
      asked: `${listOf(q.parts.map((p) => index.omrade(p.omrade)?.kortnamn ?? p.omrade))} ${q.ar}`,
    })),
  };
}
