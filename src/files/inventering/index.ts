import { utf8 } from '../common/bytes.ts';
import type { Writer } from '../file.ts';
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
  ],
};
