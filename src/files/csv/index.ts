import { joined, utf8 } from '../common/bytes.ts';
import { exampleSuffix } from '../common/scopes.ts';
import type { PublishedFile, Writer } from '../file.ts';
import { csvText } from '../tables/csv-text.ts';
import { dataTables } from '../tables/index.ts';
import type { DataRow, DataTable, Dialect } from '../tables/table.ts';

/** Every table, in its dialect. */
export const csvWriter: Writer = {
  name: 'csv',
  files: (index) => dataTables(index).map(csvFile),
};

function csvFile(table: DataTable): PublishedFile {
  const { path, title, description, group, about, example, dialect } = table;
  return {
    path: `${path}${dialect.suffix}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    format: dialect.bom ? 'CSV för Excel' : 'CSV',
    title,
    description: `${description}${exampleSuffix(example)} UTF-8, ${dialect.label}.`,
    opensIn: dialect.opensIn,
    group,
    ...(about === undefined ? {} : { about }),
    example,
    content: () => csvBytes([table.columns.map((c) => c.name), ...table.rows()], dialect),
  };
}

/** So many rows are text at once. */
const ROWS = 500;

/**
 * A table as the bytes of a CSV file (`csvText`). Its text as a whole would take as much memory once more, and a table
 * of all values may be large.
 */
export function csvBytes(
  rows: readonly DataRow[],
  dialect: Pick<Dialect, 'separator' | 'decimal' | 'bom'>,
): Uint8Array {
  const pieces: Uint8Array[] = [];
  // A table without rows has its beginning all the same.
  for (let at = 0; at === 0 || at < rows.length; at += ROWS)
    pieces.push(utf8(csvText(rows.slice(at, at + ROWS), { ...dialect, bom: dialect.bom && at === 0 })));
  return joined(pieces);
}
