import type { ProblemRow, SuppressionProblem } from './problem.ts';

/**
 * Whether whoever is alone in the first cell finds out nothing about anybody else from the count of the second: both hold
 * one person, and the same one in every population of which the tables can be made; or all the others in the second are
 * known to everybody.
 */
export type SamePerson = (a: number, b: number) => boolean;

/** A sum as readers know it of people: whoever is in the total is in exactly one of the parts, and the other way round. */
type Identity = Pick<ProblemRow, 'columns' | 'coefficients'>;

/** Steps of one search. When they are not enough, the two are taken for different people: then more is protected. */
const STEPS = 2000;

/**
 * A person is a set of cells that keeps every sum: in a total, and then in exactly one of its parts. Two cells of one
 * person are the same people when nobody can be in the one and not in the other. It is searched for somebody who can
 * be, over all sums (a total less a part, parts in common that cancel, several levels), with nobody in empty cells.
 */
export function samePerson({ rows, counts, up, down }: SuppressionProblem): SamePerson {
  const identities = rows.filter((row) => isIdentity(row, counts));
  const about = new Map<number, Identity[]>();
  for (const identity of identities)
    for (const cell of identity.columns) {
      const list = about.get(cell);
      if (list) list.push(identity);
      else about.set(cell, [identity]);
    }
  /** Whether a total is one of its parts and others that cannot be hidden. */
  const isOwnAndKnown = ({ columns, coefficients }: Identity, part: number, total: number): boolean =>
    columns.includes(part) &&
    columns.every((c, k) =>
      c === total ? coefficients[k] === -1 : c === part || (up[c] === 0 && down[c] === 0),
    );
  /** The cells that everybody seen so far who is in a cell is in. */
  const shared = new Map<number, ReadonlySet<number>>();
  const proved = new Map<number, Set<number>>();
  return (a, b) => {
    if (a === b || (about.get(b) ?? []).some((identity) => isOwnAndKnown(identity, a, b))) return true;
    if (counts[a] !== 1 || counts[b] !== 1) return false;
    if (shared.get(a)?.has(b) === false) return false;
    if (proved.get(a)?.has(b)) return true;
    const person = somebody({ counts, about }, a, b);
    if (person === null) {
      proved.set(a, (proved.get(a) ?? new Set<number>()).add(b));
      return true;
    }
    const before = shared.get(a);
    shared.set(a, before ? new Set([...before].filter((c) => person.has(c))) : person);
    return false;
  };
}

/** Equalities in which every cell counts once: not percentages, nor sums in which a person may be several times. */
function isIdentity({ columns, coefficients, lower, upper }: ProblemRow, counts: readonly number[]): boolean {
  const sum = columns.reduce((all, cell, k) => all + (coefficients[k] ?? 0) * (counts[cell] ?? 0), 0);
  return lower === 0 && upper === 0 && sum === 0 && coefficients.every((c) => c === 1 || c === -1);
}

type People = {
  readonly counts: readonly number[];
  readonly about: ReadonlyMap<number, readonly Identity[]>;
};

/**
 * Somebody who can be in one cell and not in the other: all the cells of that person. null when nobody can.
 * A complete search: a sum that is not kept yet is mended by one more cell, in every way there is; first the sum with
 * fewest ways, so that what must be follows before anything is tried.
 */
function somebody({ counts, about }: People, within: number, without: number): ReadonlySet<number> | null {
  let steps = 0;
  /** The cells that one more of could keep the sum that has fewest of them; null when all sums are kept. */
  const waysOn = (settled: ReadonlyMap<number, boolean>): readonly number[] | null => {
    let fewest: readonly number[] | null = null;
    for (const [cell, isIn] of settled) {
      if (!isIn) continue;
      for (const { columns, coefficients } of about.get(cell) ?? []) {
        const sum = columns.reduce(
          (all, c, k) => (settled.get(c) === true ? all + (coefficients[k] ?? 0) : all),
          0,
        );
        if (sum === 0) continue;
        const open = columns.filter(
          (c, k) => !settled.has(c) && (counts[c] ?? 0) > 0 && (coefficients[k] ?? 0) * sum < 0,
        );
        if (fewest === null || open.length < fewest.length) fewest = open;
      }
    }
    return fewest;
  };
  /** @param settled the cells that it is decided of, whether the person is in them */
  const search = (settled: ReadonlyMap<number, boolean>): ReadonlySet<number> | null => {
    const open = ++steps > STEPS ? null : waysOn(settled);
    if (open === null) return new Set([...settled].flatMap(([cell, isIn]) => (isIn ? [cell] : [])));
    // One of them it must be: the first, or not the first but the second…
    for (const [i, next] of open.entries()) {
      const more = new Map(settled).set(next, true);
      for (const c of open.slice(0, i)) more.set(c, false);
      const found = search(more);
      if (found) return found;
    }
    return null;
  };
  return search(
    new Map([
      [within, true],
      [without, false],
    ]),
  );
}
