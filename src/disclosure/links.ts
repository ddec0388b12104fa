import { type LinearRelation, sumRelation } from './cells.ts';
import type { SourceTables } from './source.ts';

/** Counts that two series must have in common, or the size of one that they have, to be taken for the same. */
const ENOUGH = 3;
const TELLING = 20;

/** What is counted, and where: the two halves of a cell's id. */
function halves(id: string): readonly [series: string, place: string] {
  const at = id.indexOf('|');
  return [id.slice(0, at), id.slice(at)];
}

/**
 * The same count given in two sources (a register, a kartläggning, a programme): readers see that they agree. Two series
 * are taken for the same when they agree in every place, year and sex that both have, in at least three or in one that
 * is not small by chance; or in any, where a programme says that it is followed by the other. Of each pair an equality, so that what one shows the other cannot hide.
 */
export function sameCounts(sources: readonly SourceTables[]): readonly LinearRelation[] {
  const counts = sources.flatMap((source, number) =>
    source.cells.flatMap((cell) => {
      if ((cell.kind ?? 'count') !== 'count') return [];
      const [series, place] = halves(cell.id);
      return [{ source: number, series, place, cell }];
    }),
  );
  const at = Map.groupBy(counts, (c) => c.place);
  const pairs = new Map<
    string,
    { same: number; largest: number; differ: boolean; ids: [string, string][] }
  >();
  for (const here of at.values())
    for (const [i, a] of here.entries())
      for (const b of here.slice(i + 1)) {
        if (a.source === b.source || a.series === b.series) continue;
        const key = [a.series, b.series].toSorted().join(' ');
        const pair = pairs.get(key) ?? { same: 0, largest: 0, differ: false, ids: [] };
        pairs.set(key, pair);
        if (a.cell.count !== b.cell.count) pair.differ = true;
        pair.same += 1;
        pair.largest = Math.max(pair.largest, a.cell.count);
        pair.ids.push([a.cell.id, b.cell.id]);
      }
  const said = new Set(sources.flatMap((s) => s.samma ?? []).map((pair) => pair.toSorted().join(' ')));
  return [...pairs].flatMap(([key, { same, largest, differ, ids }]) =>
    differ || (same < ENOUGH && largest < TELLING && !said.has(key))
      ? []
      : ids.map(([a, b]) => sumRelation('samma antal i två källor', a, [b])),
  );
}
