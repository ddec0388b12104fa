import type { z } from 'zod';
import type { Table } from '../../markup/table.ts';
import { must } from '../../model/must.ts';
import { ENDPOINTS } from './index.ts';
import { Varde } from './schemas.ts';

/** Every address of the API and what it answers. */
export function endpointTable(): Table {
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
  Object.entries(shape).map(([name, type]) => ({
    name,
    text: must(type.description, `description of ${name}`),
  }));

/** The keys of a value, in the words of its schema. */
export function valueTable(): Table {
  return {
    caption: 'Ett värde i API:et',
    columns: [
      { label: 'Nyckel', numeric: false },
      { label: 'Betyder', numeric: false },
    ],
    rows: described(Varde.shape).map(({ name, text }) => [{ text: name }, { text }]),
  };
}
