import type { Writer } from '../file.ts';
import { compareData } from './data.ts';

/** One file with everything that a comparison of a reader's own choice needs, similar kommuner included. */
export const compareWriter: Writer = {
  name: 'jamfor',
  files: (index) => [
    {
      path: 'api/v1/jamfor.json',
      mediaType: 'application/json; charset=utf-8',
      format: 'JSON',
      title: 'Alla kommuner och indikatorer, senaste året',
      description:
        'Senaste värdet av varje indikator för alla kommuner, med liknande kommuner och grannar. Innehåller exempeldata, märkta per indikator.',
      opensIn: 'R, Python, webbläsare',
      group: 'api',
      example: compareData(index).indikatorer.some((i) => i.exempel),
      content: () => new TextEncoder().encode(`${JSON.stringify(compareData(index))}\n`),
    },
  ],
};
