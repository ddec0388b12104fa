import type { Texter } from '../../model/guide.ts';
import type { Reading } from '../source.ts';
import { readPublications, readSynonyms, readTerms } from './lists.ts';
import { readPage } from './pages.ts';

/** Reads `texter/`: the guide and the support pages (Markdown), the glossary and the publications (CSV). */
export function readTexter(reading: Reading): Texter {
  const sidor = [...reading.files.keys()]
    .sort()
    .filter((file) => file.startsWith('texter/') && file.endsWith('.md') && file.split('/').length === 3)
    .flatMap((file) => readPage(reading, file) ?? []);
  if (sidor.length > 0 && !reading.files.has('texter/ordlista.csv'))
    reading.report(
      'ordlista-saknas',
      { file: 'texter/ordlista.csv' },
      'Det finns ingen ordlista, så inga ord förklaras.',
      'Lägg till texter/ordlista.csv med rubriken term;forklaring;se_aven.',
    );
  return {
    sidor,
    ordlista: readTerms(reading),
    publikationer: readPublications(reading),
    synonymer: readSynonyms(reading),
  };
}
