import { type CountBar, countBarsSvg } from '../../charts/count-bars.ts';
import { FRAMES } from '../../charts/frame.ts';
import type { Table } from '../../markup/table.ts';
import type { Formular, Fraga } from '../../model/formular.ts';
import type { Inventering } from '../../model/inventering.ts';
import { answersTo } from './answers.ts';
import { cellText, shownIn, uppgiftOf } from './figures.ts';
import { patterns } from './patterns.ts';
import { inventoryYears, peopleTable } from './tables.ts';

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
  /** What the staff have seen, newest year first. */
  readonly texter: readonly { readonly ar: number; readonly text: string }[];
};

/**
 * Compiles the protected inventories of one kommun, oldest first. Pure: the same in the build and in the browser.
 * @throws RangeError when there is no year
 */
export function compile(years: readonly Inventering[], form: Formular): InventeringReport {
  const newest = years.at(-1);
  if (!newest) throw new RangeError('no inventory');
  const { namn, ar, exempel } = newest;
  return {
    kommun: namn,
    ar,
    years: years.map((y) => y.ar),
    exempel,
    dolda: years.reduce((sum, y) => sum + y.rader.filter((r) => r.skyddad).length, 0),
    parts: form.fragor.map((fraga) => ({
      id: fraga.id,
      question: fraga.fraga,
      answers: answersTo(fraga, years, form),
      remarks: fraga.anmarkningar,
      picture: pictureOf(newest, fraga, form),
      tables: [
        ...inventoryYears(`${fraga.rubrik} år för år`, fraga.uppgifter, years, form),
        ...fraga.uppgifter.flatMap((kod) => peopleTable(uppgiftOf(form, kod), newest)),
      ],
    })),
    patterns: patterns(years, form),
    texter: years.toReversed().flatMap(textsOf),
  };
}

const textsOf = ({ ar, rader }: Inventering) =>
  rader.flatMap(({ text }) => (text === null ? [] : [{ ar, text }]));

function pictureOf(year: Inventering, { staplar, fraga }: Fraga, form: Formular): ReportPart['picture'] {
  const bars = staplar.map((kod): CountBar => {
    const { namn, enhet } = uppgiftOf(form, kod);
    const shown = shownIn(year, kod);
    return { label: namn, count: shown.kind === 'tal' ? shown.tal : null, shown: cellText(shown, enhet) };
  });
  if (bars.filter((b) => b.count !== null && b.count > 0).length < 2) return null;
  const label = `${fraga} ${bars.map((b) => `${b.label}: ${b.shown}`).join('; ')}.`;
  return { wide: countBarsSvg(bars, label, FRAMES.wide), narrow: countBarsSvg(bars, label, FRAMES.narrow) };
}
