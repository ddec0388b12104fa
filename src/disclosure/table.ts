/** Whole numbers from `lower` to `upper`, both included; `upper` is Infinity where nothing limits it. */
export type Interval = { readonly lower: number; readonly upper: number };

/**
 * One count of people. The same count in several tables is one cell: that it has one id is what links them.
 * A margin (a total) is a cell like any other.
 */
export type Cell = {
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
  /** Cells that are close: a län with its kommuner. Large tables are protected group by group before all at once. */
  readonly group?: string;
};

/** A cell's part in a relation: 1 for a part of a sum, −1 for its total. */
export type Term = { readonly cell: string; readonly coefficient: number };

/**
 * `lower` ≤ Σ coefficient · count ≤ `upper`: something that readers know to hold. A sum is `parts − total = 0`;
 * a published percentage of a known base is an interval.
 */
export type Relation = {
  /** The table where readers see it, in words for the report: "Skåne län efter kön". */
  readonly table: string;
  readonly terms: readonly Term[];
  readonly lower: number;
  readonly upper: number;
};

/** Tables that share cells. Every cell of a relation is in `cells`. */
export type LinkedTables = { readonly cells: readonly Cell[]; readonly relations: readonly Relation[] };

/** The relation that `parts` add up to `total`. */
export function sumRelation(table: string, total: string, parts: readonly string[]): Relation {
  const terms = [...parts.map((cell) => ({ cell, coefficient: 1 })), { cell: total, coefficient: -1 }];
  return { table, terms, lower: 0, upper: 0 };
}

/**
 * What a published percentage says about the counts behind it: `cell` is `percent` % of `base`, rounded to
 * `decimals`. Two inequalities, so that it holds whether the base is published or hidden. Both ends of the
 * rounding interval are let in, which is right whichever way halves are rounded.
 */
export function percentRelations(
  table: string,
  cell: string,
  base: string,
  percent: number,
  decimals: number,
): readonly Relation[] {
  const half = 0.5 * 10 ** -decimals;
  const against = (share: number, lower: number, upper: number): Relation => ({
    table,
    terms: [
      { cell, coefficient: 1 },
      { cell: base, coefficient: -share / 100 },
    ],
    lower,
    upper,
  });
  return [
    against(percent - half, 0, Number.POSITIVE_INFINITY),
    against(percent + half, Number.NEGATIVE_INFINITY, 0),
  ];
}
