import { isProtected } from './need.ts';

/**
 * How far each cell has been seen to move. A table with other counts that keeps every relation is a witness for
 * all its cells at once, and remains one when more cells are hidden.
 */
export type Witnesses = {
  readonly note: (cell: number, deviation: number) => void;
  readonly protects: (cell: number, width: number) => boolean;
};

export function witnesses(size: number): Witnesses {
  const up = new Float64Array(size);
  const down = new Float64Array(size);
  return {
    note: (cell, deviation) => {
      if (deviation > (up[cell] ?? 0)) up[cell] = deviation;
      if (-deviation > (down[cell] ?? 0)) down[cell] = -deviation;
    },
    protects: (cell, width) => isProtected(up[cell] ?? 0, down[cell] ?? 0, width),
  };
}
