import type { Highs } from 'highs';
import { type Attack, attack } from '../attack/index.ts';
import type { PublishedKnowledge } from '../attack/knowledge.ts';
import { roundedKnowledge } from '../attack/knowledge.ts';
import { baseOf, type Secret } from '../release.ts';
import { shownInCsv } from './csv.ts';
import { shownInExcel } from './excel.ts';
import { shownInJson } from './json.ts';
import type { PublishedCount } from './shown.ts';

/** A written file: its path below the site's root, and its bytes. */
export type AuditedFile = { readonly path: string; readonly content: () => Promise<Uint8Array> | Uint8Array };

/** A hidden count that stands in a file. */
export type Leak = { readonly cell: string; readonly varde: number; readonly path: string };

/** The control of one table against everything written. */
export type TableAudit = {
  readonly secret: Secret;
  readonly attack: Attack;
  /** Cells that one file shows and another hides. */
  readonly leaks: readonly Leak[];
  /** Formats in which nothing of the table was found, so that nothing is proved about them. */
  readonly unread: readonly string[];
};

export const READERS: Readonly<
  Record<string, (content: Uint8Array, path: string) => readonly PublishedCount[]>
> = {
  csv: shownInCsv,
  json: shownInJson,
  xlsx: shownInExcel,
};
const formatOf = (path: string) => path.slice(path.lastIndexOf('.') + 1);

type Reading = { readonly path: string; readonly varde: number | null };

/**
 * Attacks what was written: reads every CSV, JSON and Excel file back, takes for known every count that any of them
 * shows, and tries to find out the rest.
 */
export async function auditFiles(
  highs: Highs,
  secrets: readonly Secret[],
  files: readonly AuditedFile[],
): Promise<readonly TableAudit[]> {
  const wanted = new Set(secrets.flatMap((s) => s.tables.cells.map((c) => c.id)));
  const readings = new Map<string, Reading[]>();
  for (const { path, content } of files) {
    const reader = READERS[formatOf(path)];
    if (!reader || wanted.size === 0) continue;
    for (const { indikator, ar, kod, kon, varde } of reader(await content(), path)) {
      const id = [indikator, ar, kod, kon].join('|');
      if (!wanted.has(id)) continue;
      const list = readings.get(id);
      if (list) list.push({ path, varde });
      else readings.set(id, [{ path, varde }]);
    }
  }
  return secrets.map((secret) => auditTable(highs, secret, readings));
}

function auditTable(
  highs: Highs,
  secret: Secret,
  readings: ReadonlyMap<string, readonly Reading[]>,
): TableAudit {
  const { cells } = secret.tables;
  const seen = cells.map(({ id }) => ({ id, readings: readings.get(id) ?? [] }));
  const leaks = seen.flatMap(({ id, readings: all }): readonly Leak[] => {
    if (!all.some((s) => s.varde === null)) return [];
    return all.flatMap(({ path, varde }) => (varde === null ? [] : [{ cell: id, varde, path }]));
  });
  const formats = new Set(seen.flatMap((s) => s.readings.map(({ path }) => formatOf(path))));
  const truth = new Map(cells.map((c) => [c.id, c.count]));
  const possible = baseOf(secret.skydd) ?? secret.skydd.troskel;
  return {
    secret,
    attack: attack(highs, knowledgeOf(secret, readings), possible, truth),
    leaks,
    unread: (secret.format ?? Object.keys(READERS)).filter((format) => !formats.has(format)),
  };
}

/** What a reader of all files knows. The secret lends only the names of cells and how they hang together. */
function knowledgeOf(
  { tables, skydd }: Secret,
  readings: ReadonlyMap<string, readonly Reading[]>,
): PublishedKnowledge {
  const { cells, relations } = tables;
  const shown = new Map(
    cells.flatMap(({ id }) => {
      const value = readings.get(id)?.find((s) => s.varde !== null)?.varde;
      return value === null || value === undefined ? [] : [[id, value] as const];
    }),
  );
  const base = baseOf(skydd);
  if (base !== null) return roundedKnowledge(shown, relations, base);
  return {
    cells: cells.map(({ id, known }) => {
      const value = shown.get(id);
      if (value !== undefined) return { id, lower: value, upper: value };
      return { id, ...(known ?? { lower: 0, upper: Number.POSITIVE_INFINITY }) };
    }),
    relations,
  };
}
