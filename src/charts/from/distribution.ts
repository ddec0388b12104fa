import { kommunPath } from '../../markup/paths.ts';
import { optionalCell, type TableCell } from '../../markup/table.ts';
import { answerType, hasAnswers } from '../../model/answer.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { type Kommun, RIKET } from '../../model/kommun.ts';
import { must } from '../../model/must.ts';
import { perIndexBy } from '../../model/per-index.ts';
import { summarise } from '../../statistics/distribution.ts';
import { shownInstead } from '../../statistics/instead.ts';
import { kommunValues, missingIn } from '../../statistics/years.ts';
import { compareSwedish } from '../../text/collate.ts';
import { listOf } from '../../text/lists.ts';
import { exampleNotes, sourceLine, withYear } from '../../text/names.ts';
import { formatValue } from '../../text/numbers.ts';
import { placeInText } from '../../text/places.ts';
import { remarkAbout, remarkOf } from '../../text/remarks.ts';
import { middleSentence } from '../../text/sentences/distribution.ts';
import { kommunNumber } from '../../text/sentences/kommun.ts';
import { missingSentence } from '../../text/sentences/missing.ts';
import { shownValue } from '../../text/values.ts';
import type { Figure } from '../figure.ts';
import { FRAMES } from '../frame.ts';
import { type StripBase, type StripMarks, stripBase, stripSvg } from '../strip.ts';
import { answerDistribution } from './answers.ts';
import { figureId } from './common.ts';
import { endOf, numbersIn } from './spread.ts';

/** Who a distribution is drawn for. */
export type Highlight = { readonly kod: string };

/** Riket's value, where it can stand on the same axis as the kommuner's. */
function riketValue(index: CatalogueIndex, indicator: Indicator, ar: number | null): number | null {
  if (answerType(indicator.svarstyp).summable) return null;
  const varde = index.observation(indicator.id, RIKET, ar)?.varde;
  return typeof varde === 'number' ? varde : null;
}

/** Dot positions by indicator and year, so that Plot draws once for all the pages that show them. */
const bases = perIndexBy(
  (index, id: string, ar: number | null): Readonly<Record<'wide' | 'narrow', StripBase>> => {
    const indicator = must(index.indikator(id), 'indicator of a distribution');
    const numbers = numbersIn(kommunValues(index, indicator, ar));
    const riket = riketValue(index, indicator, ar);
    return {
      wide: stripBase(numbers, indicator, FRAMES.wide, riket),
      narrow: stripBase(numbers, indicator, FRAMES.narrow, riket),
    };
  },
);

function marksOf(
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number | null,
  kommun?: Kommun,
): StripMarks {
  const riket = riketValue(index, indicator, ar);
  const own = kommun && index.observation(indicator.id, kommun.kod, ar);
  return {
    ...(riket === null ? {} : { riket: { value: riket, label: `Riket ${formatValue(indicator, riket)}` } }),
    ...(kommun && own
      ? {
          me: { kod: kommun.kod, label: `${kommun.namn} ${shownValue(indicator, own)}` },
          lan: index
            .kommunerOfLan(kommun.lanskod)
            .map((k) => k.kod)
            .filter((kod) => kod !== kommun.kod),
        }
      : {}),
  };
}

/** The picture's figures: ends, quartiles and riket, and with a kommun also it and its län. */
function tableRows(
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number | null,
  kommun?: Kommun,
): readonly (readonly TableCell[])[] {
  const numbers = numbersIn(kommunValues(index, indicator, ar));
  const s = summarise(numbers.map((n) => n.value));
  if (s === null) return [];
  const named = (words: string, value: number) =>
    `${words} (${listOf(endOf(index, numbers, value).names.slice(0, 3))})`;
  const row = (words: string, value: number): readonly TableCell[] => [
    { text: words },
    { text: formatValue(indicator, value), sort: value },
  ];
  const riket = riketValue(index, indicator, ar);
  const own = kommun ? index.kommunerOfLan(kommun.lanskod) : [];
  const neighbours = own.toSorted(
    (a, b) => Number(b.kod === kommun?.kod) - Number(a.kod === kommun?.kod) || compareSwedish(a.namn, b.namn),
  );
  const remarked = remarkedIn(index, indicator, ar, kommun);
  const rows: readonly (readonly TableCell[])[] = [
    ...(riket === null ? [] : [row('Riket', riket)]),
    row(named('Lägst', s.min), s.min),
    row('En fjärdedel har högst', s.q1),
    row('Mitten (median)', s.median),
    row('En fjärdedel har minst', s.q3),
    row(named('Högst', s.max), s.max),
    ...neighbours.map((k): readonly TableCell[] => {
      const o = index.observation(indicator.id, k.kod, ar);
      return [
        { text: k.namn, href: kommunPath(k) },
        { text: shownValue(indicator, o), sort: typeof o?.varde === 'number' ? o.varde : null },
        ...(remarked ? [optionalCell(remarkOf(o))] : []),
      ];
    }),
  ];
  return remarked ? rows.map((cells) => (cells.length === 2 ? [...cells, { text: '' }] : cells)) : rows;
}

/** True when a kommun in the table has a remark on its figure. */
const remarkedIn = (
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number | null,
  kommun: Kommun | undefined,
): boolean =>
  kommun !== undefined &&
  index
    .kommunerOfLan(kommun.lanskod)
    .some((k) => remarkOf(index.observation(indicator.id, k.kod, ar)) !== null);

function numberDistribution(
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number | null,
  kommun?: Kommun,
): Figure | null {
  const values = kommunValues(index, indicator, ar);
  const middle = summarise(numbersIn(values).map((n) => n.value));
  if (middle === null) return null;
  const { wide, narrow } = bases(index, indicator.id, ar);
  const marks = marksOf(index, indicator, ar, kommun);
  const own = kommun && index.observation(indicator.id, kommun.kod, ar);
  const instead = kommun && shownInstead(index, indicator.id, kommun.kod, ar);
  const sentence =
    kommun && own
      ? kommunNumber(indicator, {
          place: kommun.namn,
          ar,
          value: typeof own.varde === 'number' ? own.varde : null,
          saknas: own.saknas,
          riket: riketValue(index, indicator, ar),
          instead: instead ? { place: placeInText(index, instead.kod), value: instead.varde } : null,
        })
      : middleSentence(indicator, middle.median, riketValue(index, indicator, ar));
  const remark = remarkOf(own);
  const lan = kommun && index.lan(kommun.lanskod);
  const missing = missingSentence(missingIn(values));
  const example = values.some((o) => o.exempel);
  const title = withYear(kommun ? indicator.kortnamn : `${indicator.kortnamn}, fördelning`, ar);
  return {
    id: figureId('fordelning', indicator, ar),
    title,
    sentence,
    svg: stripSvg(wide, marks, sentence),
    narrow: stripSvg(narrow, marks, sentence),
    legend: [],
    table: {
      caption: `${title}: fördelning över kommunerna`,
      columns: [
        { label: kommun ? 'Plats' : 'Mått', numeric: false },
        { label: ar === null ? 'Värde' : String(ar), numeric: true },
        ...(remarkedIn(index, indicator, ar, kommun) ? [{ label: 'Anmärkning', numeric: false }] : []),
      ],
      rows: tableRows(index, indicator, ar, kommun),
    },
    notes: [
      lan
        ? `Varje punkt är en kommun. Framhävda punkter är andra kommuner i ${lan.namn}.`
        : 'Varje punkt är en kommun.',
      ...(missing === null ? [] : [missing]),
      ...(kommun && remark !== null ? [remarkAbout(kommun.namn, remark)] : []),
      ...exampleNotes(example),
    ],
    source: sourceLine(indicator, example),
    example,
  };
}

/**
 * How an indicator is spread over the kommuner: dots for numbers, bars for answers; null without values.
 * With a kommun, it is marked, its län's kommuner are darker, and the sentence is about it.
 */
export function indicatorDistribution(
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number | null,
  highlight?: Highlight,
): Figure | null {
  const kommun = highlight && index.kommun(highlight.kod);
  return hasAnswers(indicator)
    ? answerDistribution(index, indicator, ar, kommun)
    : numberDistribution(index, indicator, ar, kommun);
}
