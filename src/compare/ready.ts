import type { ComparedKommuner } from './data.ts';
import { type Matrix, matrixOf } from './matrix.ts';
import { MAX_KOMMUNER, NOTHING, toSearch } from './selection.ts';

/** A comparison that is ready made: all of it, what of it is drawn as dots, and the way to change it. */
export type ReadyComparison = {
  readonly matrix: Matrix;
  /** The indicators that are numbers. */
  readonly numbers: Matrix;
  /** The address of the tool with the same kommuner, or with as many of them as a choice may have. */
  readonly change: string;
};

/** The comparison of some kommuner, in their order. */
export function readyComparison(data: ComparedKommuner, kommuner: readonly string[]): ReadyComparison {
  const indikatorer = data.indikatorer.filter((i) => i.typ === 'tal').map((i) => i.id);
  return {
    matrix: matrixOf(data, { ...NOTHING, kommuner }),
    numbers: matrixOf(data, { ...NOTHING, kommuner, indikatorer }),
    change: `/jamfor/${toSearch({ ...NOTHING, kommuner: kommuner.slice(0, MAX_KOMMUNER) })}`,
  };
}
