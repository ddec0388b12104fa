import type { z } from 'zod';
import type { FigureTable } from '../charts/figure.ts';
import { ENDPOINTS } from '../files/api/index.ts';
import { Varde } from '../files/api/schemas.ts';

/** Every address of the API and what it answers. */
export function endpointTable(): FigureTable {
  return {
    caption: 'Adresser i API:et, efter /api/v1',
    columns: [
      { label: 'Adress', numeric: false },
      { label: 'Vad du får', numeric: false },
    ],
    rows: ENDPOINTS.map(({ path, summary }) => [
      { text: path, ...(path.includes('{') ? {} : { href: `/api/v1${path}` }) },
      { text: summary },
    ]),
  };
}

const described = (shape: Readonly<Record<string, z.ZodType>>) =>
  Object.entries(shape).map(([name, type]) => ({ name, text: type.description ?? '' }));

/** The keys of a value, in the words of its schema. */
export function valueTable(): FigureTable {
  return {
    caption: 'Ett värde i API:et',
    columns: [
      { label: 'Nyckel', numeric: false },
      { label: 'Betyder', numeric: false },
    ],
    rows: described(Varde.shape).map(({ name, text }) => [{ text: name }, { text }]),
  };
}
