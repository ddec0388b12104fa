import type { Near } from './near.ts';
import type { Component, Work } from './polytope.ts';
import type { Witnessed } from './seen.ts';

/** A large component under attack: a whole table that is possible, and what others have shown so far. Cells by number. */
export type Siege = {
  readonly component: Component;
  /** The counts of a table that is possible. */
  readonly base: readonly number[];
  readonly near: Near;
  readonly seen: Witnessed;
  readonly work: Work;
  readonly all: readonly number[];
  /** Who could tell a small count, for all that has been seen; not who is in it herself, as far as there is work left. */
  readonly suspects: (cell: number) => ReadonlySet<number>;
  /** What every cell moves at most while a part is attacked: enough for any to be shown wide. */
  readonly box: number;
};
