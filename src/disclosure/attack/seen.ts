import type { Move } from './near.ts';

/**
 * What possible whole tables have shown about the cells of a component: each is a witness for all its cells at once.
 */
export type Witnessed = {
  readonly note: (move: Move) => void;
  /** How many steps of room a cell still lacks; 0 when it is wide enough, or nothing is asked of it. */
  readonly lacks: (cell: number) => number;
  /** How far down and up a cell has been seen. */
  readonly reach: (cell: number) => { readonly down: number; readonly up: number };
  /**
   * Those who are alone in another cell and for all that has been seen could tell a small count: they have moved in
   * every table in which it did. Empty for a count that is not small.
   */
  readonly suspects: (cell: number) => ReadonlySet<number>;
  /** From now on somebody is no suspect: it is herself who is in the cell. */
  readonly excuse: (cell: number, self: number) => void;
};

/**
 * @param required how many counts must be possible, by cell; 0 where nothing is asked
 * @param alone the cells of people who are alone there and know it
 * @param small the counts that they must not be able to tell
 */
export function seenOf(
  required: readonly number[],
  alone: ReadonlySet<number>,
  small: ReadonlySet<number>,
): Witnessed {
  const down = new Int32Array(required.length);
  const up = new Int32Array(required.length);
  const suspects = new Map<number, ReadonlySet<number>>();
  const excused = new Map<number, Set<number>>();
  return {
    note: (move) => {
      const movers = new Set<number>();
      for (const [cell, by] of move) {
        up[cell] = Math.max(up[cell] ?? 0, by);
        down[cell] = Math.min(down[cell] ?? 0, by);
        if (alone.has(cell)) movers.add(cell);
      }
      for (const cell of move.keys())
        if (small.has(cell))
          suspects.set(cell, new Set([...(suspects.get(cell) ?? movers)].filter((s) => movers.has(s))));
    },
    lacks: (cell) => Math.max(0, (required[cell] ?? 0) - 1 - (up[cell] ?? 0) + (down[cell] ?? 0)),
    reach: (cell) => ({ down: -(down[cell] ?? 0), up: up[cell] ?? 0 }),
    suspects: (cell) => {
      if (!small.has(cell)) return new Set();
      const self = excused.get(cell);
      return new Set([...(suspects.get(cell) ?? alone)].filter((s) => s !== cell && !self?.has(s)));
    },
    excuse: (cell, self) => {
      const list = excused.get(cell);
      if (list) list.add(self);
      else excused.set(cell, new Set([self]));
    },
  };
}
