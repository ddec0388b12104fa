import fc from 'fast-check';
import type { Highs } from 'highs';
import { declaredIdentities } from '../../src/disclosure/identities.ts';
import { DEFAULT_RULE } from '../../src/disclosure/rule.ts';
import type { SourceTables } from '../../src/disclosure/source.ts';
import { type DividedTotal, formedTables } from '../../src/disclosure/sums.ts';
import { protect } from '../../src/disclosure/suppress/index.ts';
import { Personskydd } from '../../src/model/personskydd.ts';
import { range } from './outsider.ts';

/**
 * Tables that are linked, drawn from a seed: one table over two divisions with all margins, or three of which one is
 * declared to be the sum of the two others; with people who are alone, and rows left out. Whatever a table is of, its
 * counts are named `a1_2`, where 0 is the total of a division.
 */
export type LinkedCase = {
  readonly rows: number;
  readonly columns: number;
  /** The counts inside, of each table that is no sum of others. */
  readonly leaves: Readonly<Record<string, readonly number[]>>;
  readonly dropped: ReadonlySet<string>;
};

const POSSIBLE = DEFAULT_RULE.possible;
/** Index 0 is the total of a division. */
const indexes = (size: number) => Array.from({ length: size + 1 }, (_, i) => i);
const over = (i: number, size: number) => (i === 0 ? indexes(size).slice(1) : [i]);

const leafCounts = (length: number) =>
  fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 7, max: 60 })), {
    minLength: length,
    maxLength: length,
  });

const linkedCase: fc.Arbitrary<LinkedCase> = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 3 }), fc.boolean())
  .chain(([rows, columns, declared]) => {
    const size = declared ? 4 : rows * columns;
    const [high, wide] = declared ? [2, 2] : [rows, columns];
    const cells = (high + 1) * (wide + 1);
    const fates = declared ? 3 * cells : cells;
    return fc
      .tuple(
        leafCounts(size),
        leafCounts(size),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: fates, maxLength: fates }),
      )
      .map(([a, b, fate]): LinkedCase => {
        const leaves: Readonly<Record<string, readonly number[]>> = declared ? { a, b } : { a };
        const names = (declared ? ['a', 'b', 'w'] : ['a']).flatMap((table) =>
          indexes(high).flatMap((i) => indexes(wide).map((j) => `${table}${i}_${j}`)),
        );
        const dropped = new Set(names.filter((_, k) => fate[k] === 0));
        return { rows: high, columns: wide, leaves, dropped };
      });
  });

/** The case of a seed: the same one each time. */
export function caseOf(seed: number): LinkedCase {
  const [drawn] = fc.sample(linkedCase, { seed, numRuns: 1 });
  if (!drawn) throw new Error(`no case of seed ${seed}`);
  return drawn;
}

const tablesOf = ({ leaves }: LinkedCase) => (leaves.b ? ['a', 'b', 'w'] : ['a']);
/** The tables that people of a table are counted in one by one. */
const peopleOf = (table: string) => (table === 'w' ? ['a', 'b'] : [table]);

/** The people of a cell: the leaves that it is made of. */
function leavesOf(cell: string, { rows, columns }: LinkedCase): readonly string[] {
  const [i = 0, j = 0] = cell.slice(1).split('_').map(Number);
  return peopleOf(cell[0] ?? '').flatMap((table) =>
    over(i, rows).flatMap((x) => over(j, columns).map((y) => `${table}${x}_${y}`)),
  );
}

function countsOf(drawn: LinkedCase): ReadonlyMap<string, number> {
  const { rows, columns, leaves } = drawn;
  const leaf = (name: string) => {
    const [i = 0, j = 0] = name.slice(1).split('_').map(Number);
    return leaves[name[0] ?? '']?.[(i - 1) * columns + j - 1] ?? 0;
  };
  const names = tablesOf(drawn).flatMap((table) =>
    indexes(rows).flatMap((i) => indexes(columns).map((j) => `${table}${i}_${j}`)),
  );
  return new Map(names.map((n) => [n, leavesOf(n, drawn).reduce((sum, l) => sum + leaf(l), 0)]));
}

/** Every sum of the whole tables, as total and parts by name. */
function sumsOf(drawn: LinkedCase): readonly (readonly [total: string, parts: readonly string[]])[] {
  const { rows, columns } = drawn;
  const inside = (size: number) => indexes(size).slice(1);
  const crossed = tablesOf(drawn).flatMap((t) => [
    ...indexes(rows).map((i) => [`${t}${i}_0`, inside(columns).map((j) => `${t}${i}_${j}`)] as const),
    ...indexes(columns).map((j) => [`${t}0_${j}`, inside(rows).map((i) => `${t}${i}_${j}`)] as const),
  ]);
  return [...crossed, ...identitiesOf(drawn)];
}

function identitiesOf(drawn: LinkedCase): readonly (readonly [string, readonly string[]])[] {
  if (!drawn.leaves.b) return [];
  return indexes(drawn.rows).flatMap((i) =>
    indexes(drawn.columns).map((j) => [`w${i}_${j}`, [`a${i}_${j}`, `b${i}_${j}`]] as const),
  );
}

const idOf = (name: string) => `${name[0]}|2022|${name.slice(1)}|T`;
const SKYDD = Personskydd.parse({});

/** The tables as the release has them: each a source of its own, and what is declared. */
function sourcesOf(drawn: LinkedCase): readonly SourceTables[] {
  const counts = countsOf(drawn);
  const sources = tablesOf(drawn).map((table): SourceTables => {
    const cells = [...counts].filter(([n]) => n.startsWith(table) && !drawn.dropped.has(n));
    const totals = sumsOf(drawn)
      .filter(([total, parts]) => [total, ...parts].every((n) => n.startsWith(table)))
      .map(([total, parts], k): DividedTotal => {
        return {
          table: `${table} ${k}`,
          total: idOf(total),
          parts: parts.map(idOf),
          rest: `${table}-rest-${k}`,
        };
      });
    return {
      ...formedTables(
        cells.map(([n, count]) => ({ id: idOf(n), count })),
        totals,
      ),
      om: { id: table, kortnamn: table, fil: table },
      ar: 2022,
      skydd: SKYDD,
      kallor: [],
      format: [],
    };
  });
  if (!drawn.leaves.b) return sources;
  return [
    ...sources,
    declaredIdentities(
      [{ titel: 'w är a och b', summa: 'w', delar: ['a', 'b'], fullstandigt: true }],
      sources,
    ),
  ];
}

/** What was tried in a case, and what an attacker found: nothing may be found. */
export type CaseResult = {
  readonly alone: number;
  readonly left: number;
  readonly found: readonly string[];
};

/** What the program hides in a case. */
export function protectedCase(highs: Highs, drawn: LinkedCase): ReturnType<typeof protect> {
  const sources = sourcesOf(drawn);
  const tables = {
    cells: sources.flatMap((s) => s.cells),
    relations: sources.flatMap((s) => s.relations),
  };
  return protect(highs, tables, DEFAULT_RULE);
}

/**
 * Protects a case, shows it, and sets the attacker of the tests on it, who knows every sum that the tables have and
 * shares nothing with what protects: outsiders on everything, and everybody who is alone on every other small count.
 * @param naive hides the small counts only, to show that the attacker can win
 */
export function attackedCase(highs: Highs, drawn: LinkedCase, naive = false): CaseResult {
  const truth = countsOf(drawn);
  const sources = sourcesOf(drawn);
  const { hidden, unprotectable } = protectedCase(highs, drawn);
  const isSmall = (n: number) => n > 0 && n < POSSIBLE;
  const isHidden = (cell: string, n: number) =>
    drawn.dropped.has(cell) || (naive ? isSmall(n) : hidden.has(idOf(cell)));
  const shown = Object.fromEntries([...truth].map(([cell, n]) => [cell, isHidden(cell, n) ? null : n]));
  const known = sumsOf(drawn).map(([total, parts]) => `${total} = ${parts.join(' + ')}`);
  const open = [...truth].filter(([cell, n]) => isHidden(cell, n));
  const found = [...sources.flatMap((s) => s.contradictions.map((c) => c.table)), ...unprotectable];
  const width = (cell: string, more: Readonly<Record<string, number>> = {}) => {
    const [least = 0, most = -1] = range(highs, { shown: { ...shown, ...more }, known }, cell) ?? [];
    return most - least + 1;
  };
  for (const [cell, n] of open)
    if ((!drawn.dropped.has(cell) || isSmall(n)) && width(cell) < POSSIBLE) found.push(cell);
  // Who is alone in a hidden cell knows that it is 1.
  const alone = open.filter(([own, n]) => n === 1 && !drawn.dropped.has(own));
  for (const [own] of alone) {
    const person = leavesOf(own, drawn).filter((leaf) => truth.get(leaf) === 1);
    for (const [cell, count] of open) {
      const mine = count === 1 && leavesOf(cell, drawn).some((leaf) => person.includes(leaf));
      if (cell === own || !isSmall(count) || drawn.dropped.has(cell) || mine) continue;
      if (width(cell, { [own]: 1 }) < 2) found.push(`${own} → ${cell}`);
    }
  }
  const left = open.filter(([cell, n]) => drawn.dropped.has(cell) && isSmall(n)).length;
  return { alone: alone.length, left, found };
}
