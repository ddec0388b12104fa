import { shownInCsv } from './csv.ts';
import { shownInExcel } from './excel.ts';
import { shownInJson } from './json.ts';
import { shownInParquet } from './parquet.ts';
import { shownInPx } from './px.ts';
import type { PublishedCount } from './shown.ts';

/** A written file: its path below the site's root, and its bytes. */
export type AuditedFile = {
  readonly path: string;
  readonly content: () => Promise<Uint8Array> | Uint8Array;
};

type Reader = (
  content: Uint8Array,
  path: string,
  wanted?: ReadonlySet<string>,
) => readonly PublishedCount[] | Promise<readonly PublishedCount[]>;

/**
 * The formats that carry counts and are read back, each with what a file of it shows. A reader may leave out what is of
 * none of the indicators that are wanted, where that saves reading.
 */
export const READERS: Readonly<Record<string, Reader>> = {
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

/**
 * What a file shows of some indicators, and perhaps of others; nothing for a format that is not read.
 * @throws as `readWith`
 */
export async function countsIn(
  file: AuditedFile,
  wanted?: ReadonlySet<string>,
): Promise<readonly PublishedCount[]> {
  const reader = READERS[formatOf(file.path)];
  return reader === undefined ? [] : readWith(file, (content) => reader(content, file.path, wanted));
}

/**
 * What is found in the bytes of a file.
 * @throws Error for a file that cannot be read, with its path
 */
export async function readWith<T>(
  { path, content }: AuditedFile,
  find: (content: Uint8Array) => T | Promise<T>,
): Promise<T> {
  try {
    return await find(await content());
  } catch (cause) {
    throw new Error(`Röjandekontrollen kan inte läsa ${path}.`, { cause });
  }
}
