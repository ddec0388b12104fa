import type { Highs } from 'highs';
import { attack } from './attack/index.ts';
import type { Interval } from './cells.ts';
import { cube, cubeId } from './cube.ts';
import { DEFAULT_RULE } from './rule.ts';
import { protect } from './suppress/index.ts';

/** A cell of the example: its count, whether it is hidden, and what a reader finds out if so. */
export type ExampleCell = {
  readonly antal: number;
  readonly dold: boolean;
  readonly liten: boolean;
  /** The counts that remain possible; null when it is shown. */
  readonly intervall: Interval | null;
};
export type ExampleRow = { readonly namn: string; readonly celler: readonly ExampleCell[] };

export const EXAMPLE_COLUMNS = ['Kvinnor', 'Män', 'Alla'] as const;
const KOMMUNER = { Aby: [3, 21], Beby: [17, 26], Ceby: [8, 2], Deby: [31, 40] } as const;
const TOTAL = 'Länet';
export const EXAMPLE_SIZE = Object.keys(KOMMUNER).length;

/** The method on a small made-up table, four kommuner by sex, computed with the same code as everything else. */
export function workedExample(highs: Highs): { readonly rows: readonly ExampleRow[]; readonly naiv: number } {
  const [K, M, T] = EXAMPLE_COLUMNS;
  const names = Object.keys(KOMMUNER);
  const tables = cube(
    [
      { name: 'kommun', children: { [TOTAL]: names } },
      { name: 'kön', children: { [T]: [K, M] } },
    ],
    ([kommun, kon]) => KOMMUNER[kommun as keyof typeof KOMMUNER][kon === K ? 0 : 1],
  );
  const seen = (hidden: ReadonlySet<string>) => ({
    cells: tables.cells.map(({ id, count }) =>
      hidden.has(id) ? { id, lower: 0, upper: Number.POSITIVE_INFINITY } : { id, lower: count, upper: count },
    ),
    relations: tables.relations,
  });
  const { hidden } = protect(highs, tables, DEFAULT_RULE);
  // All cells are narrower than this, so that all intervals are shown.
  const all = Number.MAX_SAFE_INTEGER;
  const found = new Map(attack(highs, seen(hidden), all).exposed.map((f) => [f.cell, f.interval]));
  const small = new Set(
    tables.cells.filter((c) => c.count > 0 && c.count < DEFAULT_RULE.threshold).map((c) => c.id),
  );
  const naiv = attack(highs, seen(small), DEFAULT_RULE.possible).exposed.filter(
    (f) => f.interval.lower === f.interval.upper,
  ).length;
  const counts = new Map(tables.cells.map((c) => [c.id, c.count]));
  return {
    naiv,
    rows: [...names, TOTAL].map((namn) => ({
      namn,
      celler: EXAMPLE_COLUMNS.map((kon) => {
        const id = cubeId([namn, kon]);
        const dold = hidden.has(id);
        return { antal: counts.get(id) ?? 0, dold, liten: small.has(id), intervall: found.get(id) ?? null };
      }),
    })),
  };
}
