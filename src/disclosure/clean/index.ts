import { shownInCsv } from '../audit/csv.ts';
import { shownInExcel } from '../audit/excel.ts';
import { shownInJson } from '../audit/json.ts';
import { shownInParquet } from '../audit/parquet.ts';
import { shownInPx } from '../audit/px.ts';
import { formatOf, type READERS } from '../audit/readers.ts';
import { type PlacedCount, shownCell } from '../audit/shown.ts';
import { withoutInCsv } from './csv.ts';
import { withoutInExcel } from './excel.ts';
import { withoutInJson } from './json.ts';
import { withoutInParquet } from './parquet.ts';
import { withoutInPx } from './px.ts';

/** A file without its protected values, and the ids of their cells. */
export type CleanedFile = { readonly content: Uint8Array; readonly removed: readonly string[] };

type Cleaner = (
  content: Uint8Array,
  path: string,
  isProtected: (cell: string) => boolean,
) => Promise<CleanedFile | null>;

/** Reads a file as the audit does and takes out, each at its place, the values that are protected. */
function cleaner<Place>(
  read: (
    content: Uint8Array,
    path: string,
  ) => readonly PlacedCount<Place>[] | Promise<readonly PlacedCount<Place>[]>,
  without: (content: Uint8Array, counts: readonly PlacedCount<Place>[]) => Uint8Array | Promise<Uint8Array>,
): Cleaner {
  return async (content, path, isProtected) => {
    const found = (await read(content, path)).filter((c) => c.varde !== null && isProtected(shownCell(c)));
    if (found.length === 0) return null;
    const cleaned = await without(content, found);
    const left = (await read(cleaned, path)).find((c) => c.varde !== null && isProtected(shownCell(c)));
    if (left) throw new Error(`${path}: ${shownCell(left)} is still there`);
    return { content: cleaned, removed: [...new Set(found.map(shownCell))] };
  };
}

/** One for each format that is read back: there is no format of which it is known what it tells and not how to mend it. */
const CLEANERS: Readonly<Record<keyof typeof READERS, Cleaner>> = {
  csv: cleaner(shownInCsv, withoutInCsv),
  json: cleaner(shownInJson, withoutInJson),
  parquet: cleaner(shownInParquet, withoutInParquet),
  px: cleaner(shownInPx, withoutInPx),
  xlsx: cleaner(shownInExcel, withoutInExcel),
};

/** True for a file that protected values can be taken out of. */
export const canBeCleaned = (path: string): boolean => Object.hasOwn(CLEANERS, formatOf(path));

/**
 * A published file without the values that are not to be shown any more: an X, or nothing, in the place of each, and
 * all else as it was.
 * @param isProtected by the id of the cell (`shownCell`)
 * @returns null when the file has none of them
 */
export async function withoutProtectedValues(
  content: Uint8Array,
  path: string,
  isProtected: (cell: string) => boolean,
): Promise<CleanedFile | null> {
  const clean = CLEANERS[formatOf(path)];
  return clean ? clean(content, path, isProtected) : null;
}
