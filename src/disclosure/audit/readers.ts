import { shownInCsv } from './csv.ts';
import { shownInExcel } from './excel.ts';
import { shownInJson } from './json.ts';
import { shownInParquet } from './parquet.ts';
import { shownInPx } from './px.ts';
import type { PublishedCount } from './shown.ts';

/** The formats that carry counts and are read back, each with what a file of it shows. */
export const READERS: Readonly<
  Record<
    string,
    (content: Uint8Array, path: string) => readonly PublishedCount[] | Promise<readonly PublishedCount[]>
  >
> = {
  csv: shownInCsv,
  json: shownInJson,
  parquet: shownInParquet,
  px: shownInPx,
  xlsx: shownInExcel,
};

/** The ending of a path, without the dot. */
export const formatOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** True for a file of a format that can be read back. */
export const isAudited = (path: string): boolean => Object.hasOwn(READERS, formatOf(path));
