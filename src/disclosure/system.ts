import type { Highs } from 'highs';
import type { LinkedTables } from './cells.ts';
import { sameCounts } from './links.ts';
import { DEFAULT_RULE } from './rule.ts';
import type { SourceTables, TableSubject } from './source.ts';
import { type Protection, protect } from './suppress/index.ts';

/**
 * What in the data keeps it from being published: counts that contradict each other, or a hidden count that can be
 * found out whatever else is hidden.
 */
export type ProtectionFailure = {
  readonly om: TableSubject;
  readonly slag: 'motsager' | 'avslojas' | 'avrundas-inte';
  /** Ids of the cells. */
  readonly celler: readonly string[];
  /** What is wrong, in Swedish. */
  readonly text: string;
};

/** How the costs of cells are made unforeseeable (`key.ts`): a factor for each cell. */
export type WeightOf = (cell: string) => number;

/** A system of equations, what to hide of it, and what stops it. */
export type ProtectedSystem = Pick<Protection, 'hidden' | 'information' | 'optimal'> & {
  readonly tables: LinkedTables;
  readonly failures: readonly ProtectionFailure[];
};

/** The sums of these sources that do not hold, with their cells. */
export const contradicting = (sources: readonly SourceTables[]): readonly ProtectionFailure[] =>
  sources.flatMap(({ om, skydd, contradictions }) =>
    (skydd === null ? [] : contradictions).map(
      ({ table, cells, sum, total }): ProtectionFailure => ({
        om,
        slag: 'motsager',
        celler: cells,
        text: `${table}: delarna blir tillsammans ${sum}, men totalen är ${total}.`,
      }),
    ),
  );

/**
 * Protects the counts of people of a release as one system of equations: every source's own sums, and the counts that
 * two sources share.
 */
export function protectSystem(
  highs: Highs,
  sources: readonly SourceTables[],
  weightOf: WeightOf = () => 1,
): ProtectedSystem {
  const tables: LinkedTables = {
    cells: sources.flatMap((s) => s.cells.map((c) => ({ ...c, weight: (c.weight ?? 1) * weightOf(c.id) }))),
    relations: [...sources.flatMap((s) => s.relations), ...sameCounts(sources)],
  };
  const { unprotectable, ...protection } = protect(highs, tables, DEFAULT_RULE);
  const ownerOf = new Map(sources.flatMap((s) => s.cells.map((c) => [c.id, s.om] as const)));
  const revealed = [...Map.groupBy(unprotectable, (cell) => ownerOf.get(cell))].flatMap(
    ([om, celler]): readonly ProtectionFailure[] =>
      om
        ? [
            {
              om,
              slag: 'avslojas',
              celler,
              text: 'Det som redan är känt avslöjar dolda tal, hur mycket som än döljs.',
            },
          ]
        : [],
  );
  return { ...protection, tables, failures: [...contradicting(sources), ...revealed] };
}

/** A cell in words for the publisher: what, year, place and sex; a series by its name. */
export function cellInWords(id: string): string {
  if (!id.includes('|')) return id;
  const [what = '', ar = '', kod = '', kon = ''] = id.split('|');
  return `${what}${ar ? ` ${ar}` : ''}, kod ${kod}, kön ${kon}`;
}
