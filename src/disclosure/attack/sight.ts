import type { Interval, Relation } from '../table.ts';

/** What a reader knows of one cell before thinking: its count, or bounds. A hidden cell is `{ lower: 0, upper: Infinity }`. */
export type Sight = { readonly id: string } & Interval;

/** Everything a reader has: cells as published anywhere, and how they are known to hang together. */
export type Sights = { readonly cells: readonly Sight[]; readonly relations: readonly Relation[] };
