import { seriesYears } from '../charts/from/series.ts';
import { amnePath, indikatorPath, kommunPath } from '../markup/paths.ts';
import type { Amne } from '../model/amne.ts';
import { isQuestion } from '../model/answer.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Indicator } from '../model/indicator.ts';
import { type Kommun, RIKET } from '../model/kommun.ts';
import { must } from '../model/must.ts';
import { shareOf } from '../statistics/profile.ts';
import { newestKommunYear } from '../statistics/years.ts';
import { inPlace } from '../text/names.ts';
import { formatValueInText } from '../text/numbers.ts';
import { kommunAnswer, kommunNumber, stadsdelAnswers } from '../text/sentences/kommun.ts';
import { type AnswerRow, answerAnchor, answerRow } from './kommun/answers.ts';
import { profile } from './kommun/profiles.ts';

/** Riket's newest figure that is real, with its year and source. */
type CountryFigure = { readonly value: string; readonly ar: number; readonly kalla: string };

/** A number in a subject: the kommun's own or the reason that there is none, and riket's. */
type TopicNumber = {
  readonly indicator: Indicator;
  /** Null where kommuner have no figures at all: the subject says why. */
  readonly own: string | null;
  readonly riket: CountryFigure | null;
  /** Both as sentences, as far as there are any. */
  readonly said: string;
};

/** A question in a subject and how the kommun answered it; null where it was never put to it. */
type TopicAnswer = {
  readonly indicator: Indicator;
  readonly row: AnswerRow | null;
  /** Where the very answer stands, on the kommun's page of the area. */
  readonly href: string | null;
};

/** A citizen's question about one kommun, answered in one page. */
export type KommunTopic = {
  readonly title: string;
  /** The answer to the first question of the subject, with its year. */
  readonly lead: string;
  readonly exempel: boolean;
  readonly answers: readonly TopicAnswer[];
  readonly numbers: readonly TopicNumber[];
  /** Why there are no numbers of the kommun's own; null where all have them. */
  readonly utanSiffra: string | null;
};

const indicatorsOf = (index: CatalogueIndex, { indikatorer }: Amne): readonly Indicator[] =>
  indikatorer.flatMap((id) => index.indikator(id) ?? []);

/** Riket's newest figure of a register that is no example. */
function countryFigure(index: CatalogueIndex, indicator: Indicator): CountryFigure | null {
  const last = seriesYears(index, indicator, RIKET).findLast((y) => y.varde !== null && !y.exempel);
  if (last === undefined || last.varde === null) return null;
  return { value: formatValueInText(indicator, last.varde), ar: last.ar, kalla: last.kalla };
}

const itemOf = (index: CatalogueIndex, indicator: Indicator, kod: string) =>
  profile(index, indicator.omrade, kod).items.find((i) => i.indicator === indicator);

function topicAnswer(index: CatalogueIndex, indicator: Indicator, kommun: Kommun): TopicAnswer {
  const item = itemOf(index, indicator, kommun.kod);
  if (item === undefined) return { indicator, row: null, href: null };
  return {
    indicator,
    row: answerRow(index, profile(index, indicator.omrade, kommun.kod), item),
    href: `${kommunPath(kommun, indicator.omrade)}#${answerAnchor(indicator)}`,
  };
}

/** What a kommun answered last to a question, as a sentence with its year. */
function answerSentence(index: CatalogueIndex, indicator: Indicator, kommun: Kommun): string {
  const item = itemOf(index, indicator, kommun.kod);
  if (item === undefined)
    return `Frågan om ${indicator.kortnamn.toLocaleLowerCase('sv')} har inte ställts till ${kommun.namn}.`;
  const { observation, ar } = item;
  const own = shareOf(indicator, observation);
  if (own !== null) return stadsdelAnswers(indicator, { place: kommun.namn, share: own });
  return kommunAnswer(indicator, {
    place: kommun.namn,
    ar,
    answer: typeof observation.varde === 'string' ? observation.varde : null,
    saknas: observation.saknas,
    riket: null,
  });
}

function topicNumber(index: CatalogueIndex, indicator: Indicator, kommun: Kommun): TopicNumber {
  const riket = countryFigure(index, indicator);
  const ar = newestKommunYear(index, indicator.id);
  const numberOf = (own: string | null): TopicNumber => ({
    indicator,
    own,
    riket,
    said: [own, riket && `I riket ${riket.ar}: ${riket.value}.`].filter((text) => text !== null).join(' '),
  });
  if (ar === undefined) return numberOf(null);
  const o = index.observation(indicator.id, kommun.kod, ar);
  return numberOf(
    kommunNumber(indicator, {
      place: kommun.namn,
      ar,
      value: typeof o?.varde === 'number' ? o.varde : null,
      saknas: o?.saknas ?? null,
      riket: null,
    }),
  );
}

/** A citizen's question about a kommun: what it answered, the numbers or why there are none. */
export function kommunTopic(index: CatalogueIndex, kommun: Kommun, amne: Amne): KommunTopic {
  const indicators = indicatorsOf(index, amne);
  const questions = indicators.filter((i) => isQuestion(i.svarstyp));
  const answers = questions.map((i) => topicAnswer(index, i, kommun));
  const numbers = indicators.filter((i) => !isQuestion(i.svarstyp)).map((i) => topicNumber(index, i, kommun));
  const first = answers.find((a) => a.row !== null && a.row.standing !== 'saknas') ?? answers[0];
  return {
    title: `${amne.titel} ${inPlace(kommun.namn)}`,
    lead: first ? answerSentence(index, first.indicator, kommun) : amne.ingress,
    exempel: questions.some((i) => itemOf(index, i, kommun.kod)?.observation.exempel === true),
    answers,
    numbers,
    utanSiffra: numbers.some((n) => n.own === null)
      ? (amne.utanSiffra ?? 'Vi har inga siffror per kommun.')
      : null,
  };
}

/** An indicator of a subject, with its area and riket's newest figure. */
type TopicIndicator = {
  readonly name: string;
  readonly href: string;
  readonly omrade: string;
  readonly what: string;
  readonly riket: CountryFigure | null;
};

/** What a subject gathers, area by area. */
export const topicIndicators = (index: CatalogueIndex, amne: Amne): readonly TopicIndicator[] =>
  indicatorsOf(index, amne).map((indicator) => ({
    name: indicator.kortnamn,
    href: indikatorPath(indicator),
    omrade: must(index.omrade(indicator.omrade), `area ${indicator.omrade}`).kortnamn,
    what: indicator.fraga ?? indicator.titel,
    riket: countryFigure(index, indicator),
  }));

/** The subjects that an indicator belongs to, for its own page. */
export const topicsOf = (
  index: CatalogueIndex,
  { id }: Pick<Indicator, 'id'>,
): readonly { readonly titel: string; readonly href: string }[] =>
  index.catalogue.amnen
    .filter((a) => a.indikatorer.includes(id))
    .map((a) => ({ titel: a.titel, href: amnePath(a) }));
