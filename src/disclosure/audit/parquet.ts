import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { type FieldPlace, isOfObservations, shownInRows } from './csv.ts';
import { type PlacedCount, shownText } from './shown.ts';

/** The column that says of which indicator a row of observations is. */
const INDICATOR = 'indikator';

/**
 * Every value in a Parquet file with the columns of one of our tables.
 * @param wanted indicators that are looked for: of a file of observations of none of them only their column is read; without
 *   it every file is read whole
 */
export async function shownInParquet(
  content: Uint8Array,
  _path: string,
  wanted?: ReadonlySet<string>,
): Promise<readonly PlacedCount<FieldPlace>[]> {
  const file = content.buffer.slice(
    content.byteOffset,
    content.byteOffset + content.byteLength,
  ) as ArrayBuffer;
  const metadata = parquetMetadata(file);
  const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
  if (wanted !== undefined && isOfObservations(columns)) {
    const ids = await parquetReadObjects({ file, metadata, columns: [INDICATOR] });
    if (!ids.some((row) => wanted.has(shownText(row[INDICATOR])))) return [];
  }
  const rows = await parquetReadObjects({ file, metadata });
  const read = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, shownText(value)] as const)),
  );
  return shownInRows(Object.keys(read[0] ?? {}), read);
}
