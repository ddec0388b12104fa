import { Personskydd } from '../model/personskydd.ts';
import { type JsonFile, placeIn } from './json/read.ts';
import type { Reading } from './source.ts';

type Protectable = { readonly personskydd: Personskydd | null; readonly utanPersonskydd: string | null };

/**
 * Gives counts our own rule of protection where the publisher has said neither how they are protected nor why they are
 * not, and reports it: a forgotten key must not show that three persons somewhere are in hemlöshet.
 * @param path where in the file the definition stands
 * @param what what is counted, as it is said to the publisher: `OJ-1`, `kartläggningen`
 */
export function protectedByDefault<T extends Protectable>(
  { report }: Reading,
  json: JsonFile,
  definition: T,
  { path, what }: { readonly path: readonly (string | number)[]; readonly what: string },
): T {
  if (definition.personskydd !== null || definition.utanPersonskydd !== null) return definition;
  const rule = Personskydd.parse({});
  report(
    'personskydd-saknas',
    placeIn(json, [...path, 'personskydd']),
    `Det står inte hur antalen i ${what} skyddas. De skyddas därför: antal från 1 till ${rule.troskel - 1} döljs.`,
    'Skriv "personskydd": {} om det är rätt. Räknas inga människor, eller är alla tal redan publicerade, skriv skälet i "utanPersonskydd".',
  );
  return { ...definition, personskydd: rule };
}
