import fc from 'fast-check';
import { expect, it } from 'vitest';
import { onePerson } from '../../src/disclosure/attack/one-person.ts';
import type { LinkedTables } from '../../src/disclosure/cells.ts';
import { sumRelation } from '../../src/disclosure/cells.ts';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { DEFAULT_RULE } from '../../src/disclosure/rule.ts';
import { formedTables } from '../../src/disclosure/sums.ts';
import { protect } from '../../src/disclosure/suppress/index.ts';
import { suppressionProblem } from '../../src/disclosure/suppress/problem.ts';
import { samePerson } from '../../src/disclosure/suppress/same-person.ts';

const highs = await loadHighs();

/** Sums over cells `0`, `1`…: the total first. */
type Sums = readonly (readonly [total: number, ...parts: number[]])[];

const tablesOf = (sums: Sums, counts: readonly number[]): LinkedTables => ({
  cells: counts.map((count, i) => ({ id: `${i}`, count })),
  relations: sums.map(([total, ...parts]) => sumRelation('prov', `${total}`, parts.map(String))),
});

/** What protects and what controls it, asked of the same pair. */
function answers(sums: Sums, counts: readonly number[], a: number, b: number): readonly [boolean, boolean] {
  const tables = tablesOf(sums, counts);
  const truth = new Map(counts.map((n, i) => [`${i}`, n]));
  return [
    samePerson(suppressionProblem(tables, DEFAULT_RULE))(a, b),
    onePerson(highs, { ...tables, cells: [] }, truth)(`${a}`, `${b}`),
  ];
}

/** Every kind of person there can be: a bit for each cell that one is in. */
function kindsOfPeople(sums: Sums, cells: number): readonly number[] {
  const isIn = (kind: number, cell: number) => (kind >> cell) & 1;
  return Array.from({ length: 2 ** cells }, (_, kind) => kind).filter((kind) =>
    sums.every(([total, ...parts]) => isIn(kind, total) === parts.reduce((n, p) => n + isIn(kind, p), 0)),
  );
}

/** Every population of these kinds with these counts, as the kinds of its people: whoever is in no cell is not counted. */
function* populations(kinds: readonly number[], counts: readonly number[]): Generator<readonly number[]> {
  const [kind, ...rest] = kinds;
  if (counts.every((n) => n === 0)) return yield [];
  if (kind === undefined) return;
  yield* populations(rest, counts);
  const left = counts.map((n, cell) => n - ((kind >> cell) & 1));
  if (kind === 0 || left.some((n) => n < 0)) return;
  for (const others of populations(kinds, left)) yield [kind, ...others];
}

/** A system of sums, and people in it: what they are counted to is what the tables hold. */
const drawn = fc
  .tuple(
    fc.integer({ min: 4, max: 8 }),
    fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 2, maxLength: 4 }), {
      minLength: 2,
      maxLength: 4,
    }),
    fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
  )
  .map(([cells, lists, picks]) => {
    const sums = lists.flatMap((list): Sums => {
      const [total, ...parts] = list.filter((cell) => cell < cells);
      return total === undefined || parts.length === 0 ? [] : [[total, ...parts]];
    });
    const kinds = kindsOfPeople(sums, cells).filter((kind) => kind > 0);
    const people = kinds.length === 0 ? [] : picks.map((pick) => kinds[pick % kinds.length] ?? 0);
    const counts = Array.from({ length: cells }, (_, cell) =>
      people.reduce((n, kind) => n + ((kind >> cell) & 1), 0),
    );
    return { sums, kinds, counts };
  });

it('two cells hold the same person where every population of which the tables can be made says so, and nowhere else', () => {
  const seen = { same: 0, apart: 0 };
  fc.assert(
    fc.property(drawn, ({ sums, kinds, counts }) => {
      const all = [...populations(kinds, counts)];
      expect(all.length).toBeGreaterThan(0);
      const alone = counts.flatMap((n, cell) => (n === 1 ? [cell] : []));
      for (const a of alone)
        for (const b of alone) {
          if (a === b) continue;
          const same = all.every((people) => people.every((k) => ((k >> a) & 1) === ((k >> b) & 1)));
          expect([sums, counts, a, b, ...answers(sums, counts, a, b)]).toEqual([
            sums,
            counts,
            a,
            b,
            same,
            same,
          ]);
          seen[same ? 'same' : 'apart'] += 1;
        }
    }),
    { numRuns: 200, seed: 12 },
  );
  expect(seen.same).toBeGreaterThan(50);
  expect(seen.apart).toBeGreaterThan(50);
});

it('what is left of one total without two different parts is the same person, also where the parts are divided again', () => {
  // 0 all = 1 shelters + 2 hotel = 1 shelters + 3 the rest of the shelters.
  expect(
    answers(
      [
        [0, 1, 2],
        [0, 1, 3],
      ],
      [41, 40, 1, 1],
      2,
      3,
    ),
  ).toEqual([true, true]);
  // The hotel's one by sex (4 women, 5 men), and the rest's (6, 7).
  const bySex: Sums = [
    [0, 1, 2],
    [0, 1, 3],
    [2, 4, 5],
    [3, 6, 7],
  ];
  expect(answers(bySex, [41, 40, 1, 1, 1, 0, 1, 0], 4, 6)).toEqual([true, true]);
  // Two who are alone beside each other are not the same, whatever is left.
  expect(
    answers(
      [
        [0, 1, 2],
        [0, 1, 3],
        [3, 2],
      ],
      [2, 1, 1, 1],
      1,
      2,
    ),
  ).toEqual([false, false]);
});

it('sums that leave room, and cells of several people, say nothing of who it is', () => {
  const tables = tablesOf([[0, 1, 2]], [1, 1, 0]);
  const truth = new Map([
    ['0', 1],
    ['1', 1],
    ['2', 0],
  ]);
  const loose = { ...tables, relations: tables.relations.map((r) => ({ ...r, upper: 1 })) };
  expect(samePerson(suppressionProblem(loose, DEFAULT_RULE))(0, 1)).toBe(false);
  expect(onePerson(highs, { ...loose, cells: [] }, truth)('0', '1')).toBe(false);
  expect(answers([[0, 1, 2]], [2, 2, 0], 0, 1)).toEqual([false, false]);
  expect(answers([[0, 1, 2]], [1, 1, 0], 0, 0)).toEqual([true, true]);
});

/** Counts by situation, sex and age with all margins, some of them without a row: what readers form of the others. */
const crossed = fc
  .tuple(
    fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 5, max: 30 })), {
      minLength: 12,
      maxLength: 12,
    }),
    fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 36, maxLength: 36 }),
  )
  .map(([leaves, fates]) => {
    const axes = [
      ['alla', '1', '2', '3'],
      ['T', 'K', 'M'],
      ['alla', 'unga', 'äldre'],
    ] as const;
    const id = (codes: readonly string[]) => codes.join(' ');
    const inside = axes[0]
      .slice(1)
      .flatMap((s) => axes[1].slice(1).flatMap((k) => axes[2].slice(1).map((a) => [s, k, a])));
    const everywhere = axes[0].flatMap((s) => axes[1].flatMap((k) => axes[2].map((a) => [s, k, a])));
    const covers = (codes: readonly string[], leaf: readonly string[]) =>
      codes.every((code, i) => code === axes[i]?.[0] || code === leaf[i]);
    const counts = everywhere.map((codes) => ({
      id: id(codes),
      count: inside.reduce((sum, leaf, i) => (covers(codes, leaf) ? sum + (leaves[i] ?? 0) : sum), 0),
    }));
    const totals = everywhere.flatMap((codes) =>
      axes.flatMap(([whole, ...parts], i) =>
        codes[i] === whole
          ? [
              {
                table: 'prov',
                total: id(codes),
                parts: parts.map((part) => id(codes.with(i, part))),
                rest: `${id(codes)} övriga ${i}`,
              },
            ]
          : [],
      ),
    );
    return formedTables(
      counts.filter((_, i) => fates[i] !== 0),
      totals,
    );
  });

it('in larger tables with rows left out what protects and what controls it still say the same', () => {
  const seen = { same: 0, apart: 0 };
  fc.assert(
    fc.property(crossed, (tables) => {
      const problem = suppressionProblem(tables, DEFAULT_RULE);
      const same = samePerson(problem);
      const audited = onePerson(
        highs,
        { ...tables, cells: [] },
        new Map(tables.cells.map((c) => [c.id, c.count])),
      );
      const alone = problem.ids.flatMap((id, i) => (problem.counts[i] === 1 ? [[id, i] as const] : []));
      for (const [one, a] of alone)
        for (const [other, b] of alone) {
          if (a >= b) continue;
          expect([one, other, same(a, b)]).toEqual([one, other, audited(one, other)]);
          seen[same(a, b) ? 'same' : 'apart'] += 1;
        }
    }),
    { numRuns: 60, seed: 12 },
  );
  expect(seen.same).toBeGreaterThan(50);
  expect(seen.apart).toBeGreaterThan(50);
});

it('who is alone finds out nothing of others whom everybody knows, however many they are', () => {
  // 0 all = 1 herself + 2 others, whom an earlier version shows.
  const sums: Sums = [[0, 1, 2]];
  const tables = tablesOf(sums, [3, 1, 2]);
  const known = { lower: 2, upper: 2 };
  const earlier = { ...tables, cells: tables.cells.map((c) => (c.id === '2' ? { ...c, known } : c)) };
  const knowledge = {
    relations: tables.relations,
    cells: tables.cells.map(({ id }) =>
      id === '2' ? { id, ...known } : { id, lower: 0, upper: Number.POSITIVE_INFINITY },
    ),
  };
  const truth = new Map(tables.cells.map((c) => [c.id, c.count]));
  expect(samePerson(suppressionProblem(earlier, DEFAULT_RULE))(1, 0)).toBe(true);
  expect(onePerson(highs, knowledge, truth)('1', '0')).toBe(true);
  // Where they are hidden all is more than she knows.
  expect(answers(sums, [3, 1, 2], 1, 0)).toEqual([false, false]);
  const { hidden, unprotectable } = protect(highs, earlier, DEFAULT_RULE);
  expect([[...hidden].toSorted(), unprotectable]).toEqual([['0', '1'], []]);
});
