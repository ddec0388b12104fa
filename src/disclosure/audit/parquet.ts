import { parquetReadObjects } from 'hyparquet';
import { type FieldPlace, shownInRows } from './csv.ts';
import type { PlacedCount } from './shown.ts';

/** Every value in a Parquet file with the columns of one of our tables. */
export async function shownInParquet(content: Uint8Array): Promise<readonly PlacedCount<FieldPlace>[]> {
  const file = content.buffer.slice(
    content.byteOffset,
    content.byteOffset + content.byteLength,
  ) as ArrayBuffer;
  const rows = await parquetReadObjects({ file });
  const text = (value: unknown) => (value === null || value === undefined ? '' : String(value));
  const read = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, text(value)] as const)),
  );
  return shownInRows(Object.keys(read[0] ?? {}), read);
}
