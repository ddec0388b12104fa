import { must } from '../model/must.ts';
import { type LinkedTables, sumRelation } from './cells.ts';

/**
 * A classification, as a tree: `children` maps a code to the codes that add up to it. Codes that are nobody's
 * parent are leaves. Kommun → län → riket is `{ '00': [län…], '01': [kommuner…] }`; sex is `{ T: ['K', 'M'] }`.
 */
export type Dimension = {
  readonly name: string;
  readonly children: Readonly<Record<string, readonly string[]>>;
};

/** All codes of a dimension, each once. */
function codesOf({ children }: Dimension): readonly string[] {
  return [...new Set(Object.entries(children).flatMap(([parent, parts]) => [parent, ...parts]))];
}

/** The cell's id in a cube: its codes in the order of the dimensions, `0180|akut|K|T`. */
export const cubeId = (codes: readonly string[]): string => codes.join('|');

/** Every combination of one element from each list, the last varying fastest. */
function combinations<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (done, list) => done.flatMap((start) => list.map((item) => [...start, item])),
    [[]],
  );
}

/** The branch just below the root that a code is on: the län of a kommun. The root is a branch of its own. */
function branchesOf({ children }: Dimension): ReadonlyMap<string, string> {
  const parentOf = new Map(
    Object.entries(children).flatMap(([p, parts]) => parts.map((c) => [c, p] as const)),
  );
  const branch = (code: string): string => {
    const parent = parentOf.get(code);
    return parent === undefined || !parentOf.has(parent) ? code : branch(parent);
  };
  return new Map([...parentOf.keys(), ...Object.keys(children)].map((code) => [code, branch(code)]));
}

/** What a code of a combination, that of the dimension's place in it, is divided into; undefined for a leaf. */
const partsOf = ({ name, children }: Dimension, codes: readonly string[], at: number) =>
  children[must(codes[at], `code of ${name}`)];

/**
 * A table over several classifications with all its margins, and every sum that a reader can form in it. The first
 * classification decides which cells are close: each branch of it is a group.
 * @param countOf the true count of a combination of leaves; margins are added up from these
 */
export function cube(
  dimensions: readonly Dimension[],
  countOf: (leaves: readonly string[]) => number,
): LinkedTables {
  const counts = new Map<string, number>();
  const count = (codes: readonly string[]): number => {
    const id = cubeId(codes);
    const done = counts.get(id);
    if (done !== undefined) return done;
    const split = dimensions.findIndex((d, i) => partsOf(d, codes, i) !== undefined);
    const parts = dimensions[split] && partsOf(dimensions[split], codes, split);
    const value = parts
      ? parts.reduce((sum, part) => sum + count(codes.with(split, part)), 0)
      : countOf(codes);
    counts.set(id, value);
    return value;
  };
  const all = combinations(dimensions.map(codesOf));
  const branches = dimensions[0] ? branchesOf(dimensions[0]) : new Map<string, string>();
  return {
    cells: all.map((codes) => {
      const group = codes[0] === undefined ? undefined : branches.get(codes[0]);
      return { id: cubeId(codes), count: count(codes), ...(group === undefined ? {} : { group }) };
    }),
    relations: all.flatMap((codes) =>
      dimensions.flatMap((dimension, i) => {
        const { name } = dimension;
        const parts = partsOf(dimension, codes, i);
        if (!parts) return [];
        const id = cubeId(codes);
        return [
          sumRelation(
            `${id} efter ${name}`,
            id,
            parts.map((part) => cubeId(codes.with(i, part))),
          ),
        ];
      }),
    ),
  };
}
