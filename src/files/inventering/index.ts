import { PROGRAM_COLUMNS, PROGRAM_TABLE_NAMES } from '../../model/program-tables.ts';
import { utf8 } from '../common/bytes.ts';
import { zipInNode } from '../common/zip-node.ts';
import type { Writer } from '../file.ts';
import { csvText } from '../tables/csv-text.ts';
import { SWEDISH_EXCEL } from '../tables/table.ts';
import { templateCsv } from './csv.ts';

/** Forms to fill in, as CSV. They are no data, so they have no description beside them. */
export const mallWriter: Writer = {
  name: 'mallar',
  files: ({ catalogue }) => [
    {
      path: 'mallar/inventering.csv',
      mediaType: 'text/csv;charset=utf-8',
      format: 'CSV',
      title: 'Mall för inventering av insatser för boende (CSV)',
      description: 'Tom mall att fylla i, med en rad för varje uppgift.',
      opensIn: 'Excel, LibreOffice',
      group: 'referens',
      example: false,
      content: () => utf8(templateCsv(catalogue.formular)),
    },
    {
      path: 'mallar/program.zip',
      mediaType: 'application/zip',
      format: 'Zip',
      title: 'Mall för program mot hemlöshet (CSV)',
      description: 'Tomma tabeller att fylla i, en fil för varje, så som de ska ligga i en mapp.',
      opensIn: 'Excel, LibreOffice',
      group: 'referens',
      example: false,
      content: () =>
        zipInNode(
          PROGRAM_TABLE_NAMES.map((name) => ({
            name,
            bytes: utf8(csvText([PROGRAM_COLUMNS[name]], SWEDISH_EXCEL)),
          })),
          catalogue.release.datum,
        ),
    },
  ],
};
