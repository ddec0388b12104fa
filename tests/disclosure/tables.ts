import fc from 'fast-check';
import type { PublishedKnowledge } from '../../src/disclosure/attack/knowledge.ts';
import type { LinkedTables } from '../../src/disclosure/cells.ts';
import { cube, type Dimension } from '../../src/disclosure/cube.ts';

/** What a reader sees when the given cells are hidden. */
export function knowledgeOf(
  { cells, relations }: LinkedTables,
  hidden: ReadonlySet<string>,
): PublishedKnowledge {
  return {
    cells: cells.map(({ id, count, known }) =>
      hidden.has(id)
        ? { id, ...(known ?? { lower: 0, upper: Number.POSITIVE_INFINITY }) }
        : { id, lower: count, upper: count },
    ),
    relations,
  };
}

/** The true counts, which those who are alone in a cell know their own part of. */
export const truthOf = ({ cells }: LinkedTables): ReadonlyMap<string, number> =>
  new Map(cells.map((c) => [c.id, c.count]));

const flat = (name: string, size: number): Dimension => ({
  name,
  children: { T: Array.from({ length: size }, (_, i) => `${name}${i}`) },
});
/** Kommun → län → riket: `lan[i]` is how many kommuner a län has. */
const places = (lan: readonly number[]): Dimension => ({
  name: 'plats',
  children: Object.fromEntries([
    ['00', lan.map((_, i) => `L${i}`)],
    ...lan.map((size, i) => [`L${i}`, Array.from({ length: size }, (_, k) => `L${i}k${k}`)]),
  ]),
});

/** Shapes from a single sum to linked tables over places, sex and situation. */
const shapes: fc.Arbitrary<readonly Dimension[]> = fc.oneof(
  fc.integer({ min: 2, max: 6 }).map((n) => [flat('a', n)]),
  fc
    .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 4 }))
    .map(([a, b]) => [flat('a', a), flat('b', b)]),
  fc
    .tuple(
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 3 }),
      fc.integer({ min: 2, max: 3 }),
    )
    .map(([lan, b]) => [places(lan), flat('b', b)]),
  fc
    .array(fc.integer({ min: 1, max: 2 }), { minLength: 2, maxLength: 2 })
    .map((lan) => [places(lan), flat('kön', 2), flat('s', 2)]),
);

/** Counts of people: many zeros and small ones, now and then a large one. */
const counts = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 9 }) },
  { weight: 3, arbitrary: fc.integer({ min: 10, max: 400 }) },
);

const filled = (of: fc.Arbitrary<number>): fc.Arbitrary<LinkedTables> =>
  fc
    .tuple(shapes, fc.infiniteStream(of))
    .map(([dimensions, stream]) => cube(dimensions, () => stream.next().value ?? 0));

export const tables: fc.Arbitrary<LinkedTables> = filled(counts);

/** Places, or a few classes, by one other division: what controlled rounding can always do. */
export const crossedTables: fc.Arbitrary<LinkedTables> = fc
  .tuple(
    fc.oneof(
      fc.integer({ min: 2, max: 6 }).map((n) => [flat('a', n)]),
      fc
        .tuple(
          fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 3 }),
          fc.integer({ min: 2, max: 4 }),
        )
        .map(([lan, b]) => [places(lan), flat('b', b)]),
    ),
    fc.infiniteStream(counts),
  )
  .map(([dimensions, stream]) => cube(dimensions, () => stream.next().value ?? 0));
export const tablesWithoutSmall: fc.Arbitrary<LinkedTables> = filled(
  fc.oneof(fc.constant(0), fc.integer({ min: 5, max: 400 })),
);
