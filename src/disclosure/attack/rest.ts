import type { Highs } from 'highs';
import { must } from '../../model/must.ts';
import { type Exposure, wholeInside } from './intervals.ts';
import { type Polytope, polytopeOf } from './polytope.ts';
import type { Siege } from './siege.ts';

/** What is proved of the cells that no part has cleared, and the cells of which nothing is. */
export type Rest = {
  readonly narrow: readonly Exposure[];
  readonly exposedToInsiders: readonly Exposure[];
  readonly notShown: readonly string[];
};

/** What comes of one question: found out, cleared (null), or neither shown. */
type Answer = Exposure | null | 'not shown';

const NODES = 200;
const NOISE = 1e-5;
/** No count of people is larger than this (Sweden has 10.6 million inhabitants). */
const POPULATION = 11_000_000;

/**
 * Searches the whole component for every cell that is still open. First over all numbers, which is quick: what is too
 * narrow there is so in whole counts. Then over whole counts, until a table shows the cell to be wide enough or it is
 * proved that none does.
 */
export function attackRest(highs: Highs, siege: Siege): Rest {
  const { all, seen, component, work } = siege;
  const open = () => all.filter((cell) => seen.lacks(cell) > 0 || seen.suspects(cell).size > 0);
  const idOf = (cell: number) => must(component.unknowns[cell], `cell ${cell}`).id;
  if (open().length === 0 || work.spent > work.limit)
    return { narrow: [], exposedToInsiders: [], notShown: open().map(idOf) };
  const polytope = polytopeOf(highs, component, work);
  if (polytope === null) return { narrow: [], exposedToInsiders: [], notShown: open().map(idOf) };
  const narrow: Exposure[] = [];
  const exposedToInsiders: Exposure[] = [];
  const notShown = new Set<string>();
  const put = (list: Exposure[], cell: number, answer: Answer) => {
    if (answer === 'not shown') notShown.add(idOf(cell));
    else if (answer !== null) list.push(answer);
  };
  try {
    for (const cell of open()) {
      put(narrow, cell, outsider(siege, polytope, cell));
      put(exposedToInsiders, cell, insiders(siege, polytope, cell));
    }
  } finally {
    polytope.dispose();
  }
  return { narrow, exposedToInsiders, notShown: [...notShown] };
}

const tablesOf = ({ component }: Siege, rows: Iterable<number>) => [
  ...new Set([...rows].map((row) => must(component.rows[row], `row ${row}`).table)),
];

/** Whether a cell can be estimated too closely. */
function outsider(siege: Siege, polytope: Polytope, cell: number): Answer {
  const { seen, near, all, base, component, work } = siege;
  if (seen.lacks(cell) === 0) return null;
  if (work.spent > work.limit) return 'not shown';
  const [low, high] = ([-1, 1] as const).map((way) => polytope.end(cell, way));
  if (!low || !high) return 'not shown';
  const id = must(component.unknowns[cell], `cell ${cell}`).id;
  const tables = tablesOf(siege, [...low.rows, ...high.rows]);
  const { down, up } = seen.reach(cell);
  const interval = wholeInside(low.at, high.at);
  if (interval.upper - interval.lower < down + up + seen.lacks(cell)) return { cell: id, tables, interval };
  let proved = true;
  for (const way of [1, -1] as const) {
    const reach = seen.reach(cell);
    const cap = seen.lacks(cell) + (way === 1 ? reach.up : reach.down);
    const found = near.furthest(all, {
      goals: new Map([[cell, way]]),
      box: POPULATION,
      cap,
      gap: 0,
      nodes: NODES,
    });
    if (found) seen.note(found.move);
    if (seen.lacks(cell) === 0) return null;
    proved &&= found?.proved === true;
  }
  if (!proved) return 'not shown';
  const reach = seen.reach(cell);
  const at = base[cell] ?? 0;
  return { cell: id, tables, interval: { lower: at - reach.down, upper: at + reach.up } };
}

/** Whether somebody who is alone in another cell can tell a small count. */
function insiders(siege: Siege, polytope: Polytope, cell: number): Answer {
  const { seen, near, all, base, component, work } = siege;
  let answer: Answer = null;
  const tried = new Set<number>();
  for (;;) {
    const insider = [...siege.suspects(cell)].find((s) => !tried.has(s));
    if (work.spent > work.limit) return seen.suspects(cell).size > 0 ? 'not shown' : null;
    if (insider === undefined) return answer;
    tried.add(insider);
    polytope.know(insider, 1);
    const ends = ([-1, 1] as const).map((way) => polytope.end(cell, way));
    polytope.know(insider, null);
    const count = base[cell] ?? 0;
    const exposure = (): Exposure => ({
      cell: must(component.unknowns[cell], `cell ${cell}`).id,
      interval: { lower: count, upper: count },
      tables: tablesOf(
        siege,
        ends.flatMap((e) => e.rows),
      ),
    });
    if (ends.every((e) => Math.abs(e.at - count) < 1 - NOISE)) return exposure();
    let proved = true;
    for (const way of [1, -1] as const) {
      const still = new Set([insider]);
      const wish = { goals: new Map([[cell, way]]), box: POPULATION, cap: 1, still, gap: 0, nodes: NODES };
      const found = near.furthest(all, wish);
      if (found) seen.note(found.move);
      proved &&= found?.proved === true;
      if (!seen.suspects(cell).has(insider)) break;
    }
    if (!seen.suspects(cell).has(insider)) continue;
    if (proved) return exposure();
    answer = 'not shown';
  }
}
