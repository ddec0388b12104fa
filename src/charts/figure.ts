import type { Table } from '../markup/table.ts';

/** A class of a legend: `swatch` is a CSS class of the palette (`c-0` … `c-4`, `a-ja`, `a-nej`, `c-na`). */
export type LegendItem = { readonly swatch: string; readonly label: string; readonly count: string | null };

/**
 * A chart as readers meet it: picture, table and sentence are one thing. Pure data; a component renders it.
 * The SVG has `role="img"` (or links with names), no `style` attribute or element (our CSP forbids them), no
 * width or height in pixels, and every id in it starts with `id`.
 */
export type Figure = {
  /** Unique on the page; also the name of the downloads. */
  readonly id: string;
  readonly title: string;
  /** The message in klarspråk, one or two sentences; also the text alternative. */
  readonly sentence: string;
  readonly svg: string;
  /** For figures under 38 rem, when the wide picture's text would be too small. */
  readonly narrow: string | null;
  readonly legend: readonly LegendItem[];
  readonly table: Table;
  /** Remarks under the picture: what a dot is, who is missing, why there is a cut. */
  readonly notes: readonly string[];
  readonly source: string;
  readonly example: boolean;
};
