import { seriesSaid } from '../../charts/from/series.ts';
import type { ShareRow } from '../../content/shares.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { SHARE_BASE } from '../../text/base.ts';

/** Columns over the years, at their own distance; the template draws them. */
type YearColumns = {
  readonly alt: string;
  readonly text: string;
  readonly forsta: number;
  readonly sista: number;
  readonly hogst: number;
  readonly ar: readonly { readonly ar: number; readonly varde: number; readonly visat: string }[];
  /** Years before which nothing is compared, and what is said there. */
  readonly brott: readonly { readonly ar: number; readonly text: string }[];
};

/** Riket year by year; null where there are no two years to set beside each other. */
export function yearColumns(index: CatalogueIndex, indicator: Indicator): YearColumns | null {
  const said = seriesSaid(index, indicator);
  if (said === null) return null;
  const { points, cuts } = said.input;
  const drawn = points.flatMap(({ ar, varde, label }) =>
    varde === null ? [] : [{ ar, varde, visat: label }],
  );
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (!first || !last) return null;
  const within = cuts.filter((c) => first.ar < c.franAr && c.franAr <= last.ar);
  const breaks = within.map((c) => `${c.label}.`);
  return {
    alt: `Stapeldiagram. ${[said.title, ...breaks].join('. ')}: ${drawn.map((p) => `${p.ar} ${p.visat}`).join('; ')}.`,
    text: [`Riket. ${said.sentence}`, ...breaks, ...said.notes, said.source].join(' '),
    forsta: first.ar,
    sista: last.ar,
    hogst: Math.max(...drawn.map((p) => p.varde)),
    ar: drawn,
    brott: within.map((c) => ({ ar: c.franAr, text: c.label })),
  };
}

/** Bars of riket's newest share of each question under a heading. */
type ShareBars = {
  readonly alt: string;
  readonly text: string;
  readonly rader: readonly { readonly namn: string; readonly andel: number | null; readonly visat: string }[];
};

/** Null where nobody has answered any of the questions, or there is one alone. */
export function shareBars(rows: readonly ShareRow[]): ShareBars | null {
  const answered = rows.filter((r) => r.share !== null && r.share.of > 0);
  if (answered.length < 2) return null;
  const sorted = answered.toSorted((a, b) => (b.percent ?? -1) - (a.percent ?? -1));
  const example = answered.some((r) => r.example) ? ' Exempeldata: svaren är påhittade.' : '';
  return {
    alt: `Stapeldiagram. ${SHARE_BASE}, i riket: ${sorted.map((r) => `${r.name} ${r.ar} ${r.text}`).join('; ')}.`,
    text: `${SHARE_BASE}, i riket det senaste året som frågan ställdes.${example}`,
    rader: sorted.map((r) => ({
      namn: `${r.name} ${r.ar}`,
      andel: /%$/.test(r.text) ? r.percent : null,
      visat: r.text,
    })),
  };
}
