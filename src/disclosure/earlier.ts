import { formatOf, READERS } from './audit/readers.ts';
import { shownCell } from './audit/shown.ts';
import type { EarlierCount, EarlierCounts } from './known.ts';

const VERSION = /^versioner\/([^/]+)\/.+$/;

/**
 * Every count that the earlier versions of the data folder (`versioner/<version>/`) show, by the id of its cell, newest
 * version last, in whatever format: taking a number out of the CSV only is not enough. Whoever kept the old files knows
 * them, whatever is hidden now.
 */
export async function earlierCounts(files: ReadonlyMap<string, Uint8Array>): Promise<EarlierCounts> {
  const found = new Map<string, EarlierCount[]>();
  for (const path of [...files.keys()].sort()) {
    const [, version] = VERSION.exec(path) ?? [];
    const content = files.get(path);
    const reader = READERS[formatOf(path)];
    if (version === undefined || content === undefined || !reader) continue;
    for (const count of await reader(content, path)) {
      const { varde } = count;
      if (varde === null) continue;
      const id = shownCell(count);
      const list = found.get(id);
      if (list) list.push({ version, varde });
      else found.set(id, [{ version, varde }]);
    }
  }
  return found;
}
