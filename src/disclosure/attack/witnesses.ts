import type { Highs } from 'highs';
import { must } from '../../model/must.ts';
import type { Truth } from './insiders.ts';
import type { ComponentAttack, Exposure } from './intervals.ts';
import { type Found, fits, nearOf } from './near.ts';
import { type Component, polytopeOf, type Work } from './polytope.ts';
import { attackRest } from './rest.ts';
import { seenOf } from './seen.ts';
import type { Siege } from './siege.ts';

/** Unknown cells of a part: first small ones, then those in which what is left is likely to go together. */
const PARTS = [1000, 2500] as const;
const PARTS_OF_INSIDERS = [400, 1000] as const;
/** Around one cell. */
const AROUND = [250, 1000, 2500] as const;
const IDLE = 15;
/** Searches of one part, and how many in a row may clear little before the part is left. */
const ROUNDS = 60;
const PATIENCE = 2;
const LITTLE = 3;
/** The furthest table is not asked for: one that is nearly so shows as much. */
const NEARLY = { gap: 0.1, nodes: 20 } as const;
const NODES = 100;
/** What it takes to ask whether two cells hold the same person, in iterations: about. */
const SAME_PERSON = 20;
/** Shares of the open cells of a part that pull at once; fewer are less in each other's way. */
const PULLING = 0.3;
/** The share of those who are alone that stands still in a search: they are cleared of all that moves. */
const STANDING_STILL = 0.5;

/**
 * Attacks a large component by looking for whole tables that are possible and differ much. With all outside a part
 * held at one that is, whatever moves in the part can move in the whole; and a table shows for all its cells at once how
 * far apart they can be. So parts are attacked, then surroundings of the cells that are left, and only the rest
 * is searched for in the whole. The work has a limit; what is open then is said to be not shown.
 */
export function attackByWitnesses(
  highs: Highs,
  component: Component,
  { truth, possible, limit }: { readonly truth: Truth; readonly possible: number; readonly limit: number },
): ComponentAttack {
  const { unknowns } = component;
  const work: Work = { spent: 0, limit };
  const base = firstTable(highs, component, truth, work);
  const nothing = { narrow: [], narrowest: null, exposedToInsiders: [], notShown: [] };
  if (base === 'none') return { ...nothing, contradictory: true };
  const required = unknowns.map((u) => u.possible ?? possible);
  const asked = unknowns.flatMap((u, i) => (required[i] === 0 ? [] : [u.id]));
  if (base === 'unknown') return { ...nothing, contradictory: false, notShown: asked };
  const counts = unknowns.map((u) => truth.get(u.id) ?? 0);
  const all = [...unknowns.keys()];
  const idOf = (cell: number) => must(unknowns[cell], `cell ${cell}`).id;
  const alone = new Set(all.filter((i) => counts[i] === 1));
  const small = new Set(all.filter((i) => (counts[i] ?? 0) > 0 && (counts[i] ?? 0) < (required[i] ?? 0)));
  const seen = seenOf(required, alone, small);
  const siege: Siege = {
    component,
    base,
    near: nearOf(highs, component, base, work),
    seen,
    work,
    all,
    suspects: (cell) => {
      for (const s of seen.suspects(cell)) {
        if (work.spent > work.limit) break;
        work.spent += SAME_PERSON * component.rows.length;
        if (component.same(idOf(s), idOf(cell))) seen.excuse(cell, s);
      }
      return seen.suspects(cell);
    },
    box: 2 * required.reduce((a, b) => Math.max(a, b), 1),
  };
  const lacking = (cell: number) => seen.lacks(cell) > 0;
  const suspected = (cell: number) => seen.suspects(cell).size > 0;
  for (const size of PARTS) attackParts(siege, { size, isOpen: lacking });
  for (const size of PARTS_OF_INSIDERS) attackParts(siege, { size, isOpen: suspected, alone });
  for (const size of AROUND) {
    tryEach(siege, lacking, (cell) => widen(siege, cell, size));
    tryEach(siege, suspected, (cell) => clearOfInsiders(siege, cell, size));
  }
  // What only moves with nearly all else: a chain of sums from end to end.
  attackParts(siege, { size: all.length, isOpen: lacking });
  attackParts(siege, { size: all.length, isOpen: suspected, alone });
  return { ...attackRest(highs, siege), narrowest: narrowestSeen(siege, required), contradictory: false };
}

/** The truth where it is known and is what was published; else any whole table that fits. */
function firstTable(
  highs: Highs,
  component: Component,
  truth: Truth,
  work: Work,
): readonly number[] | 'none' | 'unknown' {
  const { unknowns } = component;
  if (unknowns.every((u) => truth.has(u.id))) {
    const counts = unknowns.map((u) => truth.get(u.id) ?? 0);
    return fits(component, counts) ? counts : 'none';
  }
  const relaxed = polytopeOf(highs, component, work);
  if (relaxed === null) return 'none';
  relaxed.dispose();
  const zeros = unknowns.map(() => 0);
  const search = nearOf(highs, component, zeros, work);
  const found = search.furthest([...zeros.keys()], { goals: new Map(), box: Infinity, gap: 1, nodes: NODES });
  return found === null ? 'unknown' : zeros.map((_, i) => found.move.get(i) ?? 0);
}

const isOver = ({ work }: Siege) => work.spent > work.limit;

/** What parts are attacked for. */
type PartsWish = {
  readonly size: number;
  readonly isOpen: (cell: number) => boolean;
  /** Some of these, others each time, stand still. */
  readonly alone?: ReadonlySet<number>;
};

/** Attacks parts of a size that together hold every cell that is open: all that are pull at once. */
function attackParts(siege: Siege, { size, isOpen, alone }: PartsWish): void {
  const { all, near } = siege;
  const next = scatter(size);
  const tried = new Set<number>();
  for (const seed of all) {
    if (!isOpen(seed) || tried.has(seed)) continue;
    const cells = near.around(seed, size);
    for (const cell of cells) tried.add(cell);
    let idle = 0;
    for (let round = 0; round < ROUNDS && idle < PATIENCE && !isOver(siege); round++) {
      const open = cells.filter(isOpen);
      if (open.length === 0) break;
      const share = round < 2 ? 1 : PULLING;
      const goals = new Map(
        open.filter(() => next() < share).map((cell) => [cell, wayOf(siege, cell, next) * (0.5 + next())]),
      );
      const still = new Set(cells.filter((cell) => alone?.has(cell) && next() < STANDING_STILL));
      note(siege, near.furthest(cells, { goals, box: siege.box, still, ...NEARLY }));
      const cleared = open.filter((cell) => !isOpen(cell)).length;
      idle = cleared < LITTLE ? idle + 1 : 0;
    }
  }
}

const note = ({ seen }: Siege, found: Found | null) => {
  if (found) seen.note(found.move);
};

/** Which way to pull a cell: up where it has been seen at nothing, else by chance. */
function wayOf({ seen, component, base }: Siege, cell: number, next: () => number): 1 | -1 {
  const least = (base[cell] ?? 0) - seen.reach(cell).down;
  return least <= (component.unknowns[cell]?.lower ?? 0) || next() < 0.5 ? 1 : -1;
}

/** Numbers from 0 to 1 that look random and are always the same. */
function scatter(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Tries the cells that are open, until so many in a row are not cleared that the others hardly will be either. */
function tryEach({ all }: Siege, isOpen: (cell: number) => boolean, attempt: (cell: number) => void): void {
  let idle = 0;
  for (const cell of all) {
    if (!isOpen(cell)) continue;
    if (idle === IDLE) return;
    attempt(cell);
    idle = isOpen(cell) ? idle + 1 : 0;
  }
}

/** Looks for tables near a cell in which it goes as far as it lacks. */
function widen(siege: Siege, cell: number, size: number): void {
  const { near, seen, box } = siege;
  if (seen.lacks(cell) === 0 || isOver(siege)) return;
  const cells = near.around(cell, size);
  for (const way of [1, -1] as const) {
    const { down, up } = seen.reach(cell);
    const cap = seen.lacks(cell) + (way === 1 ? up : down);
    note(siege, near.furthest(cells, { goals: new Map([[cell, way]]), box, cap, gap: 0, nodes: NODES }));
    if (seen.lacks(cell) === 0) return;
  }
}

/** Looks for tables near a cell in which it moves and nobody does who could tell it. */
function clearOfInsiders(siege: Siege, cell: number, size: number): void {
  const { near, seen, box } = siege;
  const cells = near.around(cell, size);
  const attempt = () => {
    for (const way of [1, -1] as const) {
      const still = seen.suspects(cell);
      if (still.size === 0 || isOver(siege)) return;
      const goals = new Map([[cell, way]]);
      note(siege, near.furthest(cells, { goals, box, cap: 1, still, gap: 0, nodes: NODES }));
    }
  };
  attempt();
  // Whether one of them is the same person is asked last: it is an integer programme for each.
  const before = seen.suspects(cell).size;
  if (size > AROUND[0] && siege.suspects(cell).size < before) attempt();
}

/** The cell that was seen to take fewest counts. It can take at least those. */
function narrowestSeen({ all, seen, component, base }: Siege, required: readonly number[]): Exposure | null {
  const width = (cell: number) => seen.reach(cell).up + seen.reach(cell).down;
  const asked = all.filter((cell) => (required[cell] ?? 0) > 0);
  const first = asked.reduce((a, b) => (width(b) < width(a) ? b : a), asked[0] ?? -1);
  if (first < 0) return null;
  const { down, up } = seen.reach(first);
  const at = base[first] ?? 0;
  const cell = must(component.unknowns[first], `cell ${first}`).id;
  return { cell, interval: { lower: at - down, upper: at + up }, tables: [] };
}
