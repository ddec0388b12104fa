import type { DisclosureRule } from './rule.ts';

/** Whole numbers from `lower` to `upper`, both included; `upper` is Infinity where nothing limits it. */
export type Interval = { readonly lower: number; readonly upper: number };

/**
 * One count of people. The same count in several tables is one cell: that it has one id is what links them.
 * A margin (a total) is a cell like any other.
 */
export type CountCell = {
  readonly id: string;
  /** The true count, a whole number ≥ 0. */
  readonly count: number;
  /**
   * What everyone knows already, whatever we hide: the value of an earlier release (`lower` = `upper`), or bounds
   * such as the population. When it is one single value, the cell cannot be hidden any more.
   */
  readonly known?: Interval;
  /** True when somebody before us has hidden it: it stays hidden, whatever its count. */
  readonly hidden?: boolean;
  /**
   * `count` (when left out): a number in a row of its own, shown unless it is hidden. `derived`: no row shows it, but
   * readers form it as a difference (men, where there are all and women): nothing to hide, yet small ones must be
   * protected. `rate`: not a count but the room that a published percentage leaves; to hide it is to withhold the
   * percentage (see `percentRelations`).
   */
  readonly kind?: 'count' | 'derived' | 'rate';
  /** What it costs to hide the cell, against another of the same size and place in the table; 1 when left out. */
  readonly weight?: number;
  /** What may not be found out of it, where that differs from the rule of the whole. */
  readonly rule?: DisclosureRule;
  /** Cells that are close: a län with its kommuner. Large tables are protected group by group before all at once. */
  readonly group?: string;
};

/** A cell's part in a relation: 1 for a part of a sum, −1 for its total. */
export type CellTerm = { readonly cell: string; readonly coefficient: number };

/**
 * `lower` ≤ Σ coefficient · count ≤ `upper`: something that readers know to hold. A sum is `parts − total = 0`;
 * a published percentage of a known base is an interval.
 */
export type LinearRelation = {
  /** The table where readers see it, in words for the report: "Skåne län efter kön". */
  readonly table: string;
  readonly terms: readonly CellTerm[];
  readonly lower: number;
  readonly upper: number;
};

/** Tables that share cells. Every cell of a relation is in `cells`. */
export type LinkedTables = {
  readonly cells: readonly CountCell[];
  readonly relations: readonly LinearRelation[];
};

/** The relation that `parts` add up to `total`. */
export function sumRelation(table: string, total: string, parts: readonly string[]): LinearRelation {
  const terms = [...parts.map((cell) => ({ cell, coefficient: 1 })), { cell: total, coefficient: -1 }];
  return { table, terms, lower: 0, upper: 0 };
}

/** A percentage as published: `cell` is `percent` % of `base`, rounded to `decimals`. */
export type PublishedPercent = {
  readonly cell: string;
  readonly base: string;
  readonly percent: number;
  readonly decimals: number;
  /** Id of the `rate` cell that lets the percentage be withheld; null when it always stands. */
  readonly rate: string | null;
};

/**
 * What a published percentage says about the counts behind it. Two inequalities, so that it holds whether the base is
 * published or hidden. Both ends of the rounding interval are let in, which is right whichever way halves are rounded.
 * With a `rate` cell `s`, 0 while the percentage is shown, both say nothing once it is withheld: s is free then.
 */
export function percentRelations(table: string, published: PublishedPercent): readonly LinearRelation[] {
  const { cell, base, percent, decimals, rate } = published;
  const half = 0.5 * 10 ** -decimals;
  const against = (share: number, way: 1 | -1): LinearRelation => ({
    table,
    terms: [
      { cell, coefficient: 1 },
      { cell: base, coefficient: -share / 100 },
      ...(rate === null ? [] : [{ cell: rate, coefficient: way }]),
    ],
    lower: way === 1 ? 0 : Number.NEGATIVE_INFINITY,
    upper: way === 1 ? Number.POSITIVE_INFINITY : 0,
  });
  return [against(percent - half, 1), against(percent + half, -1)];
}
