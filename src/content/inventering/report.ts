import { type CountBar, countBarsSvg } from '../../charts/count-bars.ts';
import { FRAMES } from '../../charts/frame.ts';
import type { Table } from '../../markup/table.ts';
import type { Formular, Fraga } from '../../model/formular.ts';
import type { Inventering } from '../../model/inventering.ts';
import { answersTo } from './answers.ts';
import { cellText, shownIn, textIn, uppgiftOf } from './figures.ts';
import { type NextStep, nextSteps } from './next.ts';
import { patterns } from './patterns.ts';
import { inventoryYears, peopleTable } from './tables.ts';

/** A free text of a question, under the name of what was asked for. */
export type ReportText = { readonly namn: string; readonly ar: number; readonly text: string };

/** A question of the guidance, answered from the figures. */
export type ReportPart = {
  readonly id: string;
  readonly question: string;
  /** What its figures say; none when they say nothing. */
  readonly answers: readonly string[];
  /** What is said whatever they are. */
  readonly remarks: readonly string[];
  /** Bars of the newest year; null where there is nothing to draw. */
  readonly picture: { readonly wide: string; readonly narrow: string } | null;
  readonly tables: readonly Table[];
  /** Free texts, newest year first. */
  readonly texter: readonly ReportText[];
  /** Counts of the newest year that are hidden in the figures of this question. */
  readonly dolda: number;
  /** What was not given in the newest year, by name. */
  readonly saknas: readonly string[];
};

/** A kommun's inventories compiled: what the page shows and the downloads hold. */
export type InventeringReport = {
  readonly kommun: string;
  readonly ar: number;
  readonly years: readonly number[];
  readonly exempel: boolean;
  /** Counts hidden in all years together. */
  readonly dolda: number;
  readonly parts: readonly ReportPart[];
  readonly patterns: readonly string[];
  /** What the missing figures call for, the smallest step first. */
  readonly next: readonly NextStep[];
  /** Free texts that no question is answered from. */
  readonly texter: readonly ReportText[];
};

/**
 * Compiles the protected inventories of one kommun, oldest first. Pure: the same in the build and in the browser.
 * @throws RangeError when there is no year
 */
export function compile(years: readonly Inventering[], form: Formular): InventeringReport {
  const newest = years.at(-1);
  if (!newest) throw new RangeError('no inventory');
  const { namn, ar, exempel } = newest;
  const parts = form.fragor.map((fraga): ReportPart => partOf(fraga, years, newest, form));
  const asked = new Set(form.fragor.flatMap((f) => f.uppgifter));
  const others = form.uppgifter.map((u) => u.kod).filter((kod) => !asked.has(kod));
  return {
    kommun: namn,
    ar,
    years: years.map((y) => y.ar),
    exempel,
    dolda: years.reduce((sum, y) => sum + y.rader.filter((r) => r.skyddad).length, 0),
    parts,
    patterns: patterns(years, form),
    next: nextSteps(form, parts),
    texter: textsOf(others, years, form),
  };
}

function partOf(
  fraga: Fraga,
  years: readonly Inventering[],
  newest: Inventering,
  form: Formular,
): ReportPart {
  const { id, fraga: question, rubrik, uppgifter, anmarkningar } = fraga;
  const asked = uppgifter.map((kod) => uppgiftOf(form, kod));
  return {
    id,
    question,
    answers: answersTo(fraga, years, form),
    remarks: anmarkningar,
    picture: pictureOf(newest, fraga, form),
    tables: [
      ...inventoryYears(`${rubrik} år för år`, uppgifter, years, form),
      ...asked.flatMap((uppgift) => peopleTable(uppgift, newest)),
    ],
    texter: textsOf(uppgifter, years, form),
    dolda: newest.rader.filter((r) => r.skyddad && uppgifter.includes(r.uppgift)).length,
    saknas: asked.flatMap(({ kod, namn, enhet }) => {
      const given = enhet === 'text' ? textIn(newest, kod) !== null : shownIn(newest, kod).kind !== 'saknas';
      return given ? [] : [namn];
    }),
  };
}

const textsOf = (
  koder: readonly string[],
  years: readonly Inventering[],
  form: Formular,
): readonly ReportText[] =>
  koder.flatMap((kod) =>
    years.toReversed().flatMap((year) => {
      const text = textIn(year, kod);
      return text === null ? [] : [{ namn: uppgiftOf(form, kod).namn, ar: year.ar, text }];
    }),
  );

function pictureOf(year: Inventering, { staplar, fraga }: Fraga, form: Formular): ReportPart['picture'] {
  const bars = staplar.map(({ uppgift, kon, alder, namn: label }): CountBar => {
    const { namn, enhet } = uppgiftOf(form, uppgift);
    const shown = shownIn(year, uppgift, kon, alder);
    return {
      label: label ?? namn,
      count: shown.kind === 'tal' ? shown.tal : null,
      shown: cellText(shown, enhet),
    };
  });
  if (bars.filter((b) => b.count !== null && b.count > 0).length < 2) return null;
  const label = `${fraga} ${year.ar}. ${bars.map((b) => `${b.label}: ${b.shown}`).join('; ')}.`;
  return { wide: countBarsSvg(bars, label, FRAMES.wide), narrow: countBarsSvg(bars, label, FRAMES.narrow) };
}
