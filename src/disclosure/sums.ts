import { type CountCell, type LinearRelation, type LinkedTables, sumRelation } from './cells.ts';

/** A total and every part that could exist, by the ids of their cells, whether or not there is a number for them. */
export type DividedTotal = {
  /** The table where readers see it, in words. */
  readonly table: string;
  readonly total: string;
  readonly parts: readonly string[];
  /** The cell of all that is in none of the parts, should there be any. */
  readonly rest: string;
  /**
   * How much more than the total the parts may have together, as a share of it, where a person can be counted in
   * several of them; left out where they add up.
   */
  readonly overlap?: number;
  /**
   * That the parts add up is only seen in the numbers, and what rests on the same sight (the name of it): when counts
   * that are formed contradict one of them it was chance, and none of them is taken for a sum.
   */
  readonly seen?: string;
};

/** Counts that cannot all be right: what the parts add up to is more than their total. */
export type SumContradiction = {
  readonly table: string;
  readonly cells: readonly string[];
  readonly sum: number;
  readonly total: number;
  readonly seen?: string;
};

/** Counts and every difference that readers form of them, with the sums that they know to hold. */
export type FormedTables = LinkedTables & {
  readonly contradictions: readonly SumContradiction[];
  /** What they were formed by, so that more can be formed together with other tables. */
  readonly totals: readonly DividedTotal[];
};

/**
 * Everything that readers form of counts by adding and subtracting. Where the parts that there are add up to their
 * total, readers take it for an equality, whatever other classes could exist. Where they fall short, the difference is
 * a count too: of the one part that has no number (men, where there are all and women; a kommun that was left out or
 * that the source has hidden), or of all such parts together. It is a cell of its own, `derived`: no row shows it.
 * What is formed so is used to form more, until nothing new comes.
 * @param hiddenBySource the cells that have a row in which the source has hidden the count
 */
export function formedTables(
  counts: readonly CountCell[],
  totals: readonly DividedTotal[],
  hiddenBySource: ReadonlySet<string> = new Set(),
): FormedTables {
  const formed = formedBy(counts, totals, hiddenBySource);
  const chance = new Set(formed.contradictions.flatMap((c) => c.seen ?? []));
  if (chance.size === 0) return formed;
  const left = totals.filter((t) => t.seen === undefined || !chance.has(t.seen));
  return formedTables(counts, left, hiddenBySource);
}

function formedBy(
  counts: readonly CountCell[],
  totals: readonly DividedTotal[],
  hiddenBySource: ReadonlySet<string>,
): FormedTables {
  const cells = new Map(counts.map((cell) => [cell.id, cell]));
  const countOf = (id: string) => cells.get(id)?.count ?? 0;
  const isKnown = (id: string) => {
    const known = cells.get(id)?.known;
    return known !== undefined && known.lower === known.upper;
  };
  const derive = (id: string, count: number, from: readonly string[]) => {
    if (cells.has(id)) return;
    const [like] = from.flatMap((cell) => cells.get(cell) ?? []);
    const group = like?.group;
    const rule = like?.rule;
    cells.set(id, {
      id,
      count,
      ...(group === undefined ? {} : { group }),
      ...(rule === undefined ? {} : { rule }),
      // What follows from what everybody knows, everybody knows.
      ...(from.every(isKnown) ? { known: { lower: count, upper: count } } : {}),
      ...(hiddenBySource.has(id) ? { hidden: true } : { kind: 'derived' as const }),
    });
  };
  /** The total less the parts that have numbers, which parts have none, and what to do about it. */
  const look = ({ total, parts }: DividedTotal) => {
    const present = parts.filter((part) => cells.has(part));
    const missing = parts.filter((part) => !cells.has(part));
    const sum = present.reduce((s, part) => s + countOf(part), 0);
    return { present, missing, sum, left: countOf(total) - sum };
  };
  const exact = totals.filter((t) => t.overlap === undefined);
  /** Which parts each rest is all of, by their places: the rest of women need not be of those that men have no number for. */
  const restOf = new Map<string, string>();
  /** Whether a total and its parts are counts of the same: none of them a rest, or all of them of the same parts. */
  const isOfSame = ({ total, parts }: DividedTotal): boolean =>
    new Set([total, ...parts].flatMap((id) => (cells.has(id) ? [restOf.get(id)] : []))).size <= 1;
  const inherit = (id: string, from: readonly string[]) => {
    const rest = from.flatMap((cell) => restOf.get(cell) ?? [])[0];
    if (rest !== undefined) restOf.set(id, rest);
  };
  const derivePartsAndTotals = () => {
    for (let before = -1; before < cells.size; ) {
      before = cells.size;
      for (const divided of exact) {
        const { present, missing, sum, left } = look(divided);
        const [only, ...others] = missing;
        if (!isOfSame(divided)) continue;
        if (!cells.has(divided.total)) {
          if (only === undefined && present.length > 0) {
            derive(divided.total, sum, present);
            inherit(divided.total, present);
          }
        } else if (only !== undefined && others.length === 0 && present.length > 0 && left > 0) {
          derive(only, left, [divided.total, ...present]);
          inherit(only, [divided.total]);
        }
      }
    }
  };
  derivePartsAndTotals();
  for (const divided of exact) {
    const { present, missing, left } = look(divided);
    if (!cells.has(divided.total) || present.length === 0 || left <= 0 || !isOfSame(divided)) continue;
    derive(divided.rest, left, [divided.total, ...present]);
    restOf.set(divided.rest, missing.map((part) => divided.parts.indexOf(part)).join(' '));
  }
  // The rests are classes like others, and are divided like others.
  derivePartsAndTotals();
  const contradictions: SumContradiction[] = [];
  const relations = totals.flatMap((divided): readonly LinearRelation[] => {
    const { table, total, rest, overlap, seen } = divided;
    const { present, missing, sum, left } = look(divided);
    if (!cells.has(total) || present.length === 0 || !isOfSame(divided)) return [];
    if (overlap !== undefined) {
      const most = Math.ceil(countOf(total) * overlap);
      const holds = missing.length === 0 && left <= 0 && -left <= most;
      return holds ? [{ ...sumRelation(table, total, present), upper: most }] : [];
    }
    if (left === 0) return [sumRelation(table, total, present)];
    if (left === countOf(rest)) return [sumRelation(table, total, [...present, rest])];
    if (left < 0)
      contradictions.push({
        table,
        cells: [total, ...present],
        sum,
        total: countOf(total),
        ...(seen === undefined ? {} : { seen }),
      });
    return [];
  });
  return { cells: [...cells.values()], relations, contradictions, totals };
}
