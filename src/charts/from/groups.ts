import type { TableCell } from '../../markup/table.ts';
import { answerType, firstAnswer, hasAnswers } from '../../model/answer.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { RIKET } from '../../model/kommun.ts';
import { byGroup, type GroupResult, kommungrupper, sizeGroups } from '../../statistics/groups.ts';
import { isSmallBase } from '../../statistics/share.ts';
import { exampleNotes, sourceLine, withYear } from '../../text/names.ts';
import { formatNumber, formatValue } from '../../text/numbers.ts';
import { groupSource } from '../../text/places.ts';
import { groupSpread } from '../../text/sentences/groups.ts';
import { shareText } from '../../text/shares.ts';
import type { Figure } from '../figure.ts';
import { FRAMES } from '../frame.ts';
import { rangesSvg } from '../ranges.ts';
import { answerWords, figureId } from './common.ts';
import { type AnswerCounts, stackedFigure } from './stacked.ts';
import { respondents, STADSDELAR_NOTE } from './units.ts';

type Section = { readonly head: string; readonly results: readonly GroupResult[] };

function sectionsOf(index: CatalogueIndex, indicator: Indicator, ar: number | null): readonly Section[] {
  const { referens, referensKallor } = index.catalogue;
  const units = respondents(index, indicator, ar).observations;
  const answers = answerWords(indicator);
  return [
    { head: groupSource(referensKallor), results: byGroup(kommungrupper(referens), answers, units) },
    { head: 'Antal invånare', results: byGroup(sizeGroups(referens), answers, units) },
  ];
}

/** The groups that stand highest and lowest among those with a base to stand on. */
function spreadSentence(
  results: readonly GroupResult[],
  value: (r: GroupResult) => number | null,
  show: (r: GroupResult) => string,
): string {
  const known = results
    .flatMap((r) => {
      const v = value(r);
      return v === null ? [] : [{ name: r.group.namn, v, shown: show(r) }];
    })
    .toSorted((a, b) => b.v - a.v);
  const [high, low] = [known[0], known.at(-1)];
  return high && low && high !== low ? groupSpread(high, low) : 'Grupperna är för små för att jämföra.';
}

function questionGroups(
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number | null,
  sections: readonly Section[],
): Figure {
  const first = firstAnswer(indicator);
  const shareOf = (r: GroupResult) => ({ count: r.fordelning[first] ?? 0, of: r.svarande });
  const who = respondents(index, indicator, ar);
  return stackedFigure(indicator, {
    id: figureId('grupper', indicator, ar),
    title: withYear(`${indicator.kortnamn} efter kommungrupp och storlek`, ar),
    sentence: spreadSentence(
      sections[0]?.results ?? [],
      (r) => (isSmallBase(shareOf(r)) ? null : shareOf(r).count / shareOf(r).of),
      (r) => shareText(shareOf(r)),
    ),
    first: 'Grupp',
    sections: sections.map((s) => ({
      head: s.head,
      rows: s.results
        .filter((r) => r.tillfragade > 0)
        .map(
          (r): AnswerCounts => ({
            label: r.group.namn,
            fordelning: r.fordelning,
            svarande: r.svarande,
            tillfragade: r.tillfragade,
          }),
        ),
    })),
    notes: who.stadsdelar ? [STADSDELAR_NOTE] : [],
    example: who.observations.some((o) => o.exempel),
  });
}

function numberGroups(
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number | null,
  sections: readonly Section[],
): Figure {
  const show = (v: number) => formatValue(indicator, v);
  const country = answerType(indicator.svarstyp).summable
    ? undefined
    : index.observation(indicator.id, RIKET, ar)?.varde;
  const riket = typeof country === 'number' ? { value: country, label: `Riket ${show(country)}` } : null;
  const sentence = spreadSentence(
    sections[0]?.results ?? [],
    (r) => r.summary?.median ?? null,
    (r) => (r.summary ? show(r.summary.median) : ''),
  );
  const example = respondents(index, indicator, ar).observations.some((o) => o.exempel);
  const ranges = sections.map((s) => ({
    head: s.head,
    rows: s.results.map((r) => ({ label: r.group.namn, summary: r.summary })),
  }));
  const title = withYear(`${indicator.kortnamn} efter kommungrupp och storlek`, ar);
  return {
    id: figureId('grupper', indicator, ar),
    title,
    sentence,
    svg: rangesSvg(ranges, riket, { frame: FRAMES.wide, format: indicator }, sentence),
    narrow: rangesSvg(ranges, riket, { frame: FRAMES.narrow, format: indicator }, sentence),
    legend: [],
    table: {
      caption: title,
      columns: ['Grupp', 'Lägst', 'Mitten (median)', 'Högst', 'Kommuner med värde'].map((label, i) => ({
        label,
        numeric: i > 0,
      })),
      rows: sections.flatMap((s) =>
        s.results.map((r): readonly TableCell[] => {
          const cell = (v: number | undefined): TableCell =>
            v === undefined ? { text: 'Uppgift saknas', sort: null } : { text: show(v), sort: v };
          return [
            { text: r.group.namn },
            cell(r.summary?.min),
            cell(r.summary?.median),
            cell(r.summary?.max),
            { text: formatNumber(r.summary?.n ?? 0), sort: r.summary?.n ?? 0 },
          ];
        }),
      ),
    },
    notes: [
      'Strecket går från den lägsta till den högsta kommunen, bandet är den mellersta hälften och tvärstrecket mitten (medianen), som står till höger.',
      ...exampleNotes(example),
    ],
    source: sourceLine(indicator, example),
    example,
  };
}

/** Small multiples of an indicator over kommungrupper and size classes; null without kommun values. */
export function indicatorGroups(
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number | null,
): Figure | null {
  const sections = sectionsOf(index, indicator, ar);
  const results = sections.flatMap((s) => s.results);
  if (hasAnswers(indicator))
    return results.some((r) => r.svarande > 0) ? questionGroups(index, indicator, ar, sections) : null;
  return results.some((r) => r.summary !== null) ? numberGroups(index, indicator, ar, sections) : null;
}
