import type { CountCell } from './cells.ts';

/** A count that an earlier version shows, and which. */
export type EarlierCount = { readonly version: string; readonly varde: number };

/** Counts that earlier versions show, by the id of the cell. */
export type EarlierCounts = ReadonlyMap<string, readonly EarlierCount[]>;

/** What an earlier version shows of a cell and is still so. An older figure that has been corrected says nothing. */
export const earlierShown = (earlier: EarlierCounts, id: string, varde: number): EarlierCount | undefined =>
  earlier.get(id)?.find((e) => e.varde === varde);

/** The cell, known to everybody when an earlier version shows the same number. */
export function asEarlierShown(earlier: EarlierCounts, cell: CountCell): CountCell {
  const { id, count } = cell;
  return earlierShown(earlier, id, count) ? { ...cell, known: { lower: count, upper: count } } : cell;
}

/** Whether everybody knows a count, so that it cannot be hidden any more. */
export const isKnown = ({ known }: Pick<CountCell, 'known'>): boolean =>
  known !== undefined && known.lower === known.upper;

/** The cell, hidden where it is among those of `dominated` and can be: for the sake of a magnitude of its people. */
export const hiddenForMagnitude = (cell: CountCell, dominated: ReadonlySet<string>): CountCell =>
  dominated.has(cell.id) && !isKnown(cell) ? { ...cell, hidden: true } : cell;
