import type { Table, TableCell } from '../../markup/table.ts';
import { firstAnswer } from '../../model/answer.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { RIKET } from '../../model/kommun.ts';
import type { Fordelning } from '../../model/observation.ts';
import { isCounted, type Share } from '../../statistics/share.ts';
import { answerLabel, answerTone } from '../../text/answers.ts';
import { OF_ANSWERED } from '../../text/base.ts';
import { exampleNotes, sourceLine, withYear } from '../../text/names.ts';
import { formatNumber } from '../../text/numbers.ts';
import { questionResult } from '../../text/sentences/national.ts';
import { saidShare, shareSort, shareText } from '../../text/shares.ts';
import type { Figure, LegendItem } from '../figure.ts';
import { FRAMES } from '../frame.ts';
import { type StackRow, type StackSection, stackedBarsSvg } from '../stacked-bars.ts';
import { answerWords, figureId, shareHeading } from './common.ts';
import { respondents, STADSDELAR_NOTE } from './units.ts';

/** What a bar shows: counts of each answer, and how many were asked. */
export type AnswerCounts = {
  readonly label: string;
  readonly href?: string;
  readonly fordelning: Fordelning;
  readonly svarande: number;
  readonly tillfragade: number;
  readonly me?: boolean;
};
type CountedSection = { readonly head: string | null; readonly rows: readonly AnswerCounts[] };

const firstShare = (indicator: Indicator, row: AnswerCounts): Share => ({
  count: row.fordelning[firstAnswer(indicator)] ?? 0,
  of: row.svarande,
});

function stackRow(indicator: Indicator, row: AnswerCounts): StackRow {
  return {
    label: row.label,
    parts: answerWords(indicator).map((word) => ({
      fill: `a-${answerTone(indicator, word)}`,
      count: row.fordelning[word] ?? 0,
    })),
    missing: row.tillfragade - row.svarande,
    share: row.svarande === 0 ? null : shareText(firstShare(indicator, row)),
    base: isCounted(firstShare(indicator, row)) ? '' : `av ${formatNumber(row.svarande)}`,
    ...(row.me ? { me: true } : {}),
  };
}

/** The legend of stacked bars: every answer, and what is hatched. */
function answerLegend(indicator: Indicator, missing: boolean): readonly LegendItem[] {
  return [
    ...answerWords(indicator).map((word) => ({
      swatch: `a-${answerTone(indicator, word)}`,
      label: answerLabel(indicator, word),
      count: null,
    })),
    ...(missing ? [{ swatch: 'c-na', label: 'Svarade inte', count: null }] : []),
  ];
}

function tableOf(
  indicator: Indicator,
  caption: string,
  first: string,
  sections: readonly CountedSection[],
): Table {
  const words = answerWords(indicator);
  const label = (word: string) => ({ label: answerLabel(indicator, word), numeric: true });
  const number = (n: number): TableCell => ({ text: formatNumber(n), sort: n });
  return {
    caption,
    columns: [
      { label: first, numeric: false },
      {
        label: shareHeading(indicator),
        numeric: true,
      },
      ...words.map(label),
      { label: 'Svarade inte', numeric: true },
      { label: 'Tillfrågade', numeric: true },
    ],
    rows: sections.flatMap((s) =>
      s.rows.map((row): readonly TableCell[] => {
        const share = firstShare(indicator, row);
        return [
          row.href === undefined ? { text: row.label } : { text: row.label, href: row.href },
          { text: row.svarande === 0 ? 'Inget svar' : shareText(share), sort: shareSort(share) },
          ...words.map((word) => number(row.fordelning[word] ?? 0)),
          number(row.tillfragade - row.svarande),
          number(row.tillfragade),
        ];
      }),
    ),
  };
}

/** A figure of stacked bars from counts: picture, legend, table and notes in one. */
export function stackedFigure(
  indicator: Indicator,
  figure: {
    readonly id: string;
    readonly title: string;
    readonly sentence: string;
    readonly first: string;
    readonly sections: readonly CountedSection[];
    readonly notes: readonly string[];
    readonly example: boolean;
  },
): Figure {
  const { sections, sentence, title, example } = figure;
  const stacks = sections.map(
    (s): StackSection => ({ head: s.head, rows: s.rows.map((r) => stackRow(indicator, r)) }),
  );
  const missing = sections.some((s) => s.rows.some((r) => r.tillfragade > r.svarande));
  return {
    id: figure.id,
    title,
    sentence,
    svg: stackedBarsSvg(stacks, FRAMES.wide, sentence),
    narrow: stackedBarsSvg(stacks, FRAMES.narrow, sentence),
    legend: answerLegend(indicator, missing),
    table: tableOf(indicator, title, figure.first, sections),
    notes: [
      `Siffrorna i staplarna är antal. Procenten är ${OF_ANSWERED}.`,
      ...figure.notes,
      ...exampleNotes(example),
    ],
    source: sourceLine(indicator, example),
    example,
  };
}

/**
 * The answers of riket and län (or other places with a distribution) as stacked bars; null when none was asked.
 * @param koder which places, in order; without it riket and every län
 * @param here code of the place whose row is marked
 */
export function answersBar(
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number,
  here?: string,
): Figure | null {
  const koder = [RIKET, ...index.catalogue.referens.lan.map((l) => l.kod)];
  const observations = koder.flatMap((kod) => {
    const o = index.observation(indicator.id, kod, ar);
    return o?.fordelning && (o.tillfragade ?? 0) > 0 ? [o] : [];
  });
  if (observations.length === 0) return null;
  const nameOf = (kod: string) =>
    kod === RIKET ? 'Riket' : (index.lan(kod)?.namn ?? index.kommun(kod)?.namn ?? kod);
  const rows = observations.map(
    (o): AnswerCounts => ({
      label: nameOf(o.kod),
      fordelning: o.fordelning ?? {},
      svarande: o.svarande ?? 0,
      tillfragade: o.tillfragade ?? 0,
      me: o.kod === here,
    }),
  );
  const who = respondents(index, indicator, ar);
  const shown = observations.find((o) => o.kod === (here ?? RIKET)) ?? observations[0];
  const share = {
    count: 0,
    of: 0,
    ...(shown ? shareFrom(indicator, shown.fordelning ?? {}, shown.svarande ?? 0) : {}),
  };
  const place = shown && shown.kod !== RIKET ? { place: nameOf(shown.kod) } : {};
  return stackedFigure(indicator, {
    id: figureId('svar', indicator, ar),
    title: withYear(`${indicator.kortnamn}: svaren plats för plats`, ar),
    sentence:
      share.of === 0
        ? 'Ingen har svarat.'
        : questionResult(indicator, { ar, share: saidShare(share), units: who.units, ...place }),
    first: 'Plats',
    sections: [{ head: null, rows }],
    notes: who.stadsdelar ? [STADSDELAR_NOTE] : [],
    example: observations.some((o) => o.exempel),
  });
}

const shareFrom = (indicator: Indicator, fordelning: Fordelning, svarande: number): Share => ({
  count: fordelning[firstAnswer(indicator)] ?? 0,
  of: svarande,
});
