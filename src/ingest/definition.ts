import type { z } from 'zod';
import { EXEMPELKOD } from '../model/inventering.ts';
import type { Places } from './cells/place.ts';
import { type JsonFile, placeIn, readJson, validate } from './json/read.ts';
import { didYouMean } from './nearest.ts';
import { protectedByDefault } from './personskydd.ts';
import { type Reading, required } from './source.ts';

/** What a folder of its own says of itself, a programme's or a kartläggning's. */
type Own = {
  readonly slug: string;
  readonly kod: string;
  readonly exempel: boolean;
} & Parameters<typeof protectedByDefault>[2];

/** A definition with the file that it was read from. */
export type ReadDefinition<T> = { readonly json: JsonFile; readonly definition: T };

/** The folders below a kind of data that have a file in them, by name. */
export const foldersOf = (reading: Reading, kind: 'kartlaggningar' | 'program'): readonly string[] =>
  [
    ...new Set(
      [...reading.files.keys()].flatMap(
        (path) => new RegExp(`^${kind}/([^/]+)/[^/]+$`).exec(path)?.[1] ?? [],
      ),
    ),
  ].sort();

/**
 * Reads the definition of a folder. Null, with findings, when it is missing or cannot be read.
 * @param what what is counted, as it is said to the publisher: `kartläggningen`
 */
export function readDefinition<T extends Own>(
  reading: Reading,
  fil: string,
  schema: z.ZodType<T>,
  what: string,
): ReadDefinition<T> | null {
  const source = required(reading, fil);
  const json = source && readJson(source, reading.report);
  const written = json && validate(json, [], schema, reading.report);
  if (!json || !written) return null;
  return { json, definition: protectedByDefault(reading, json, written, { path: [], what }) };
}

/** Where a definition lies, and which codes may be its own. */
type Around = {
  /** The name of its folder. */
  readonly slug: string;
  readonly places: Places;
  /** Whether a code that there is may be its own: a programme is a kommun's. */
  readonly fits: (kod: string) => boolean;
  readonly wrongSlug: 'kartlaggning-slug' | 'program-slug';
};

/** Reports a definition that has another name than its folder, an unknown code, or a code that says other than `exempel`. */
export function checkOwn(
  { report }: Reading,
  { json, definition }: ReadDefinition<Own>,
  { slug, places, fits, wrongSlug }: Around,
): void {
  const { slug: written, kod, exempel } = definition;
  if (written !== slug)
    report(
      wrongSlug,
      placeIn(json, ['slug']),
      `Mappen heter ${slug}, men i filen står ”${written}”.`,
      `Skriv ”${slug}” eller byt namn på mappen.`,
    );
  if ((kod === EXEMPELKOD) !== exempel)
    report(
      'program-exempel',
      placeIn(json, ['exempel']),
      exempel ? `Ett exempel hör inte till ${kod}.` : `Koden ${EXEMPELKOD} är påhittad.`,
      `Skriv koden ${EXEMPELKOD} och exempel true, eller en verklig kod och exempel false.`,
    );
  if (kod !== EXEMPELKOD && !(places.byCode.has(kod) && fits(kod)))
    report(
      'kommunkod-okand',
      placeIn(json, ['kod']),
      `Koden ”${kod}” finns inte i referensdata.`,
      didYouMean(kod, [...places.byCode.keys()].filter(fits)),
    );
}
