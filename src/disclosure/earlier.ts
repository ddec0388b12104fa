import { shownInCsv } from './audit/csv.ts';
import { shownInExcel } from './audit/excel.ts';
import { shownInParquet } from './audit/parquet.ts';

const VERSION = /^versioner\/([^/]+)\/.+\.(csv|parquet|xlsx)$/;

/** A count that an earlier version shows, and which. */
export type EarlierCount = { readonly version: string; readonly varde: number };

/** Counts that earlier versions show, by the id of the cell. */
export type EarlierCounts = ReadonlyMap<string, readonly EarlierCount[]>;

/**
 * Every count that the earlier versions of the data folder (`versioner/<version>/`) show, by the id of its cell, newest
 * version last. Whoever kept the old files knows them, whatever is hidden now.
 */
export async function earlierCounts(files: ReadonlyMap<string, Uint8Array>): Promise<EarlierCounts> {
  const found = new Map<string, EarlierCount[]>();
  for (const path of [...files.keys()].sort()) {
    const [, version, format] = VERSION.exec(path) ?? [];
    const content = files.get(path);
    if (version === undefined || content === undefined) continue;
    for (const { indikator, ar, kod, kon, varde } of await shownInVersion(content, path, format)) {
      if (varde === null) continue;
      const id = [indikator, ar, kod, kon].join('|');
      const list = found.get(id);
      if (list) list.push({ version, varde });
      else found.set(id, [{ version, varde }]);
    }
  }
  return found;
}

/** What a file of a version shows, whatever format it was kept in: taking a number out of the CSV only is not enough. */
const shownInVersion = (content: Uint8Array, path: string, format: string | undefined) =>
  format === 'parquet'
    ? shownInParquet(content)
    : format === 'xlsx'
      ? shownInExcel(content, path)
      : shownInCsv(content);
