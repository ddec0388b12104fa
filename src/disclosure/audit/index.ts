import type { Highs } from 'highs';
import { type Attack, attack } from '../attack/index.ts';
import { type PublishedKnowledge, roundedKnowledge } from '../attack/knowledge.ts';
import type { LinkedTables } from '../cells.ts';
import type { AuditedTable, ReleaseSecret } from '../release.ts';
import { DEFAULT_RULE, isSmall } from '../rule.ts';
import { type AuditedFile, countsIn, formatOf, READERS } from './readers.ts';
import { type PublishedCount, shownCell } from './shown.ts';

/** A hidden count that stands in a file. */
export type Leak = { readonly cell: string; readonly varde: number; readonly path: string };

/** The control of a release against everything written. */
export type ReleaseAudit = {
  /** What came of attacking the system of hidden counts. */
  readonly attack: Attack;
  /** The same for each table that is rounded. */
  readonly rounded: readonly Attack[];
  /** Cells that one file shows and another hides. */
  readonly leaks: readonly Leak[];
  /** Tables and formats of which nothing was found, so that nothing is proved about them. */
  readonly unread: readonly { readonly table: AuditedTable; readonly format: string }[];
  readonly tables: number;
};

type Reading = { readonly path: string; readonly varde: number | null };
type Readings = ReadonlyMap<string, readonly Reading[]>;

/**
 * Attacks what was written: reads every file that carries counts back, takes for known every count that any of them
 * shows, and tries to find out the rest.
 * @param countsOf what a file shows: reads it, where nobody knows already
 */
export async function auditFiles(
  highs: Highs,
  secret: ReleaseSecret,
  files: readonly AuditedFile[],
  countsOf: (file: AuditedFile) => Promise<readonly PublishedCount[]> = countsIn,
): Promise<ReleaseAudit> {
  const inTables = new Set(
    [secret.tables, ...secret.rounded.map((r) => r.tables)].flatMap((t) => t.cells.map((c) => c.id)),
  );
  const wanted = new Set([...inTables, ...secret.protectedCells]);
  /** What is in no sum (kronor, days) no file may show. Of the others it is tried what the files together give away. */
  const isSecret = (cell: string) => secret.protectedCells.has(cell) && !inTables.has(cell);
  const readings = new Map<string, Reading[]>();
  for (const file of files) {
    const { path } = file;
    for (const count of await countsOf(file)) {
      const { varde } = count;
      const id = shownCell(count);
      if (!wanted.has(id)) continue;
      const list = readings.get(id);
      if (list) list.push({ path, varde });
      else readings.set(id, [{ path, varde }]);
    }
  }
  const leaks = [...readings].flatMap(([cell, all]): readonly Leak[] => {
    if (!isSecret(cell) && !all.some((r) => r.varde === null)) return [];
    return all.flatMap(({ path, varde }) => (varde === null ? [] : [{ cell, varde, path }]));
  });
  const truth = new Map(
    secret.tables.cells.flatMap((c) => (c.kind === 'rate' ? [] : [[c.id, c.count] as const])),
  );
  return {
    attack: attack(highs, hiddenKnowledge(secret, readings), DEFAULT_RULE.possible, truth),
    rounded: secret.rounded.map(({ tables, base }) =>
      attack(highs, roundedKnowledge(shownOf(tables, readings), sumsOf(tables), base), base),
    ),
    leaks,
    unread: unreadOf(secret, readings),
    tables: secret.sources.length,
  };
}

/** What is shown of a table's own cells. */
const shownOf = ({ cells }: LinkedTables, readings: Readings): ReadonlyMap<string, number> => {
  const own = new Set(cells.map((c) => c.id));
  return new Map([...shownIn(readings)].filter(([id]) => own.has(id)));
};

/** The sums of a table. Percentages are not published beside rounded counts. */
const sumsOf = ({ cells, relations }: LinkedTables) => {
  const rates = new Set(cells.flatMap((c) => (c.kind === 'rate' ? [c.id] : [])));
  return relations.filter((r) => !r.terms.some((t) => rates.has(t.cell)));
};

const shownIn = (readings: Readings): ReadonlyMap<string, number> =>
  new Map(
    [...readings].flatMap(([id, all]) => {
      const value = all.find((r) => r.varde !== null)?.varde;
      return value === null || value === undefined ? [] : [[id, value] as const];
    }),
  );

function unreadOf({ sources }: ReleaseSecret, readings: Readings): ReleaseAudit['unread'] {
  return sources.flatMap((table) => {
    const formats = new Set(
      [...table.rader].flatMap((id) => (readings.get(id) ?? []).map(({ path }) => formatOf(path))),
    );
    return (table.format ?? Object.keys(READERS))
      .filter((format) => !formats.has(format))
      .map((format) => ({ table, format }));
  });
}

/**
 * What a reader of all files knows. The secret lends only the names of cells, how they hang together, and how many
 * counts must remain possible. A percentage that is withheld says nothing.
 */
function hiddenKnowledge({ tables }: ReleaseSecret, readings: Readings): PublishedKnowledge {
  const { cells, relations } = tables;
  const shown = shownIn(readings);
  const rates = new Set(cells.flatMap((c) => (c.kind === 'rate' ? [c.id] : [])));
  const withheld = new Set([...rates].filter((id) => readings.has(id) && !shown.has(id)));
  return {
    cells: cells.map((cell) => {
      const { id, known, kind = 'count', rule = DEFAULT_RULE } = cell;
      if (kind === 'rate') return { id, lower: 0, upper: 0 };
      const value = shown.get(id);
      if (value !== undefined) return { id, lower: value, upper: value };
      const asked = kind === 'count' || isSmall(rule, cell);
      return {
        id,
        ...(known ?? { lower: 0, upper: Number.POSITIVE_INFINITY }),
        possible: asked ? rule.possible : 0,
      };
    }),
    relations: relations.filter(({ terms }) => !terms.some((t) => withheld.has(t.cell))),
  };
}
