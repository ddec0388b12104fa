import { compareDataOf } from '../../compare/build.ts';
import type { Writer } from '../file.ts';

/** One file with everything that a comparison of a reader's own choice needs, similar kommuner included. */
export const compareWriter: Writer = {
  name: 'jamfor',
  files: (index) => [
    {
      path: 'api/v1/jamfor.json',
      mediaType: 'application/json; charset=utf-8',
      format: 'JSON',
      title: 'Alla kommuner och indikatorer, år för år',
      description:
        'Varje indikators värden för alla kommuner och år, med liknande kommuner och grannar. Innehåller exempeldata, märkta per indikator.',
      opensIn: 'R, Python, webbläsare',
      group: 'api',
      example: compareDataOf(index).indikatorer.some((i) => i.utgavor.some((u) => u.exempel)),
      content: () => new TextEncoder().encode(`${JSON.stringify(compareDataOf(index))}\n`),
    },
  ],
};
