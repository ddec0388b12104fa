import { type EarlierCounts, earlierShown } from './known.ts';
import { DEFAULT_RULE, isSmall } from './rule.ts';
import type { SourceTables, TableSubject } from './source.ts';

/** How many small counts of a table stand in an earlier version. */
export type AlreadyShown = {
  readonly om: TableSubject;
  readonly version: string;
  readonly antal: number;
};

/** The small counts of a table that must be shown, because an earlier version shows them; none is an empty list. */
export function alreadyShown(
  { skydd, cells, om }: SourceTables,
  earlier: EarlierCounts,
): readonly AlreadyShown[] {
  if (skydd === null || earlier.size === 0) return [];
  const shown = cells.flatMap(({ known, ...cell }) => {
    const small = (cell.kind ?? 'count') === 'count' && isSmall(DEFAULT_RULE, cell);
    return (small && known && earlierShown(earlier, cell.id, cell.count)) || [];
  });
  const [first] = shown;
  return first ? [{ om, version: first.version, antal: shown.length }] : [];
}
