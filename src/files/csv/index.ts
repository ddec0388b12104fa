import { exampleSuffix } from '../common/scopes.ts';
import type { PublishedFile, Writer } from '../file.ts';
import { csvBytes } from '../tables/csv-text.ts';
import { dataTables } from '../tables/index.ts';
import type { DataTable } from '../tables/table.ts';

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
