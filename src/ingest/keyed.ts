/**
 * Things that each have an integer key, put in any order and given back in the order of the keys. Two plain
 * integer arrays instead of a map and a sort: a register can have a million rows.
 */
export type Keyed<T> = {
  /** The line where the key was put before; 0 when it was not. */
  readonly lineOf: (key: number) => number;
  /** Claims a key. A null item claims it without being kept. */
  readonly put: (key: number, line: number, item: T | null) => void;
  readonly inOrder: () => readonly T[];
};

/** @param size one more than the largest key */
export function keyed<T>(size: number): Keyed<T> {
  const lines = new Int32Array(size);
  /** Position in `items`, counted from 1. */
  const positions = new Int32Array(size);
  const items: T[] = [];
  let last = -1;
  let sorted = true;
  return {
    lineOf: (key) => lines[key] ?? 0,
    put: (key, line, item) => {
      lines[key] = line;
      if (item === null) return;
      if (key < last) sorted = false;
      last = key;
      positions[key] = items.push(item);
    },
    inOrder: () => {
      if (sorted) return items;
      const ordered: T[] = [];
      for (const position of positions) {
        const item = items[position - 1];
        if (item !== undefined) ordered.push(item);
      }
      return ordered;
    },
  };
}
