import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { FieldPlace } from '../audit/csv.ts';
import type { PlacedCount } from '../audit/shown.ts';

/**
 * A Parquet file written anew without the protected values, with the same columns, types and facts about it. Its
 * pages and statistics hold the numbers too, so nothing of the old bytes is kept.
 */
export async function withoutInParquet(
  content: Uint8Array,
  counts: readonly PlacedCount<FieldPlace>[],
): Promise<Uint8Array> {
  const file = Uint8Array.from(content).buffer;
  const { schema, key_value_metadata, created_by } = parquetMetadata(file);
  const rows = await parquetReadObjects({ file });
  const gone = new Set(counts.map(({ place }) => `${place.row} ${place.column}`));
  const changed = new Set(counts.map(({ place }) => place.row));
  const cell = (name: string, row: number): unknown => {
    if (gone.has(`${row} ${name}`)) return null;
    return name === 'saknas' && changed.has(row) ? 'skyddad' : (rows[row]?.[name] ?? null);
  };
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: schema.slice(1).map(({ name }) => ({ name, data: rows.map((_, row) => cell(name, row)) })),
      schema,
      ...(key_value_metadata ? { kvMetadata: key_value_metadata } : {}),
      ...(created_by === undefined ? {} : { createdBy: created_by }),
    }),
  );
}
