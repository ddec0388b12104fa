import type { Highs } from 'highs';
import { type Attack, attack } from '../attack/index.ts';
import { roundedSights } from '../attack/rounded.ts';
import type { Sights } from '../attack/sight.ts';
import { baseOf, type Secret } from '../release.ts';
import { shownInCsv } from './csv.ts';
import { shownInExcel } from './excel.ts';
import { shownInJson } from './json.ts';
import type { Shown } from './shown.ts';

/** A written file: its path below the site's root, and its bytes. */
export type WrittenFile = { readonly path: string; readonly content: () => Promise<Uint8Array> | Uint8Array };

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

export const READERS: Readonly<Record<string, (content: Uint8Array, path: string) => readonly Shown[]>> = {
  csv: shownInCsv,
  json: shownInJson,
  xlsx: shownInExcel,
};
const formatOf = (path: string) => path.slice(path.lastIndexOf('.') + 1);

type Sighting = { readonly path: string; readonly varde: number | null };

/**
 * Attacks what was written: reads every CSV, JSON and Excel file back, takes for known every count that any of them
 * shows, and tries to find out the rest.
 */
export async function auditFiles(
  highs: Highs,
  secrets: readonly Secret[],
  files: readonly WrittenFile[],
): Promise<readonly TableAudit[]> {
  const wanted = new Set(secrets.flatMap((s) => s.tables.cells.map((c) => c.id)));
  const sightings = new Map<string, Sighting[]>();
  for (const { path, content } of files) {
    const reader = READERS[formatOf(path)];
    if (!reader || wanted.size === 0) continue;
    for (const { indikator, ar, kod, kon, varde } of reader(await content(), path)) {
      const id = [indikator, ar, kod, kon].join('|');
      if (!wanted.has(id)) continue;
      const list = sightings.get(id);
      if (list) list.push({ path, varde });
      else sightings.set(id, [{ path, varde }]);
    }
  }
  return secrets.map((secret) => auditTable(highs, secret, sightings));
}

function auditTable(
  highs: Highs,
  secret: Secret,
  sightings: ReadonlyMap<string, readonly Sighting[]>,
): TableAudit {
  const { cells } = secret.tables;
  const seen = cells.map(({ id }) => ({ id, sightings: sightings.get(id) ?? [] }));
  const leaks = seen.flatMap(({ id, sightings: all }): readonly Leak[] => {
    if (!all.some((s) => s.varde === null)) return [];
    return all.flatMap(({ path, varde }) => (varde === null ? [] : [{ cell: id, varde, path }]));
  });
  const formats = new Set(seen.flatMap((s) => s.sightings.map(({ path }) => formatOf(path))));
  const alone = new Set(cells.flatMap((c) => (c.count === 1 ? [c.id] : [])));
  const possible = baseOf(secret.skydd) ?? secret.skydd.troskel;
  return {
    secret,
    attack: attack(highs, sightsOf(secret, sightings), possible, alone),
    leaks,
    unread: (secret.format ?? Object.keys(READERS)).filter((format) => !formats.has(format)),
  };
}

/** What a reader of all files knows. The secret lends only the names of cells and how they hang together. */
function sightsOf({ tables, skydd }: Secret, sightings: ReadonlyMap<string, readonly Sighting[]>): Sights {
  const { cells, relations } = tables;
  const shown = new Map(
    cells.flatMap(({ id }) => {
      const value = sightings.get(id)?.find((s) => s.varde !== null)?.varde;
      return value === null || value === undefined ? [] : [[id, value] as const];
    }),
  );
  const base = baseOf(skydd);
  if (base !== null) return roundedSights(shown, relations, base);
  return {
    cells: cells.map(({ id, known }) => {
      const value = shown.get(id);
      if (value !== undefined) return { id, lower: value, upper: value };
      return { id, ...(known ?? { lower: 0, upper: Number.POSITIVE_INFINITY }) };
    }),
    relations,
  };
}
