import { shownInCsv } from './audit/csv.ts';

const VERSION = /^versioner\/([^/]+)\/.+\.csv$/;

/** A count that an earlier version shows, and which. */
export type EarlierCount = { readonly version: string; readonly varde: number };

/** Counts that earlier versions show, by the id of the cell. */
export type EarlierCounts = ReadonlyMap<string, readonly EarlierCount[]>;

/**
 * Every count that the earlier versions of the data folder (`versioner/<version>/`) show, by the id of its cell, newest
 * version last. Whoever kept the old files knows them, whatever is hidden now.
 */
export function earlierCounts(
  files: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, readonly EarlierCount[]> {
  const found = new Map<string, EarlierCount[]>();
  for (const path of [...files.keys()].sort()) {
    const version = VERSION.exec(path)?.[1];
    const content = files.get(path);
    if (version === undefined || content === undefined) continue;
    for (const { indikator, ar, kod, kon, varde } of shownInCsv(content)) {
      if (varde === null) continue;
      const id = [indikator, ar, kod, kon].join('|');
      const list = found.get(id);
      if (list) list.push({ version, varde });
      else found.set(id, [{ version, varde }]);
    }
  }
  return found;
}
