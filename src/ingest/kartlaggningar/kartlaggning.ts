import { EXEMPELKOD } from '../../model/inventering.ts';
import { type Kartlaggning, KartlaggningDefinition, MATT } from '../../model/kartlaggning.ts';
import { type Referens, RIKET } from '../../model/kommun.ts';
import type { Places } from '../cells/place.ts';
import { type JsonFile, placeIn, readJson, validate } from '../json/read.ts';
import { didYouMean } from '../nearest.ts';
import { protectedByDefault } from '../personskydd.ts';
import { type Reading, required } from '../source.ts';
import { readCounts } from './varden.ts';

const FOLDER = /^kartlaggningar\/([^/]+)\/[^/]+$/;

/** Reads `kartlaggningar/<slug>/`: `kartlaggning.json` and `varden.csv`. The national series comes first, then by slug; examples last. */
export function readKartlaggningar(
  reading: Reading,
  referens: Referens,
  places: Places,
): readonly Kartlaggning[] {
  const slugs = new Set([...reading.files.keys()].flatMap((path) => FOLDER.exec(path)?.[1] ?? []));
  const read = [...slugs].sort().flatMap((slug) => readOne(reading, slug, referens, places) ?? []);
  const rank = (k: Kartlaggning) => (k.exempel ? 2 : k.kod === RIKET ? 0 : 1);
  return read.toSorted((a, b) => rank(a) - rank(b));
}

function readOne(reading: Reading, slug: string, referens: Referens, places: Places): Kartlaggning | null {
  const fil = `kartlaggningar/${slug}/kartlaggning.json`;
  const source = required(reading, fil);
  const json = source && readJson(source, reading.report);
  const written = json && validate(json, [], KartlaggningDefinition, reading.report);
  if (!json || !written) return null;
  const definition = protectedByDefault(reading, json, written, { path: [], what: 'kartläggningen' });
  checkDefinition(reading, { slug, json, places }, definition);
  const varden = readCounts(reading, { ...definition, slug }, referens, places);
  return { ...definition, varden, fil };
}

/** The folder that a definition lies in, its file, and the places that there are. */
type DefinitionContext = {
  readonly slug: string;
  readonly json: JsonFile;
  readonly places: Places;
};

function checkDefinition(
  { report }: Reading,
  { slug, json, places }: DefinitionContext,
  definition: KartlaggningDefinition,
): void {
  if (definition.slug !== slug)
    report(
      'kartlaggning-slug',
      placeIn(json, ['slug']),
      `Mappen heter ${slug}, men i filen står ”${definition.slug}”.`,
      `Skriv ”${slug}” eller byt namn på mappen.`,
    );
  if ((definition.kod === EXEMPELKOD) !== definition.exempel)
    report(
      'program-exempel',
      placeIn(json, ['exempel']),
      definition.exempel
        ? `Ett exempel hör inte till ${definition.kod}.`
        : `Koden ${EXEMPELKOD} är påhittad.`,
      `Skriv koden ${EXEMPELKOD} och exempel true, eller en verklig kod och exempel false.`,
    );
  else if (!definition.exempel && !places.byCode.has(definition.kod))
    report(
      'kommunkod-okand',
      placeIn(json, ['kod']),
      `Koden ”${definition.kod}” finns inte i referensdata.`,
      didYouMean(definition.kod, [...places.byCode.keys()]),
    );
  const measures = [...MATT, ...Object.keys(definition.matt)];
  if (!measures.includes(definition.huvudmatt))
    report(
      'matt-okant',
      placeIn(json, ['huvudmatt']),
      `Det finns inget mått ”${definition.huvudmatt}”.`,
      didYouMean(definition.huvudmatt, measures),
    );
  definition.rattelser.forEach(({ ar }, i) => {
    if (ar !== null && !definition.omgangar.some((o) => o.ar === ar))
      report(
        'rattelse-okand',
        placeIn(json, ['rattelser', i, 'ar']),
        `Rättelsen gäller ${ar}, men kartläggningen har ingen omgång då.`,
        'Skriv omgångens år, eller null när alla är rättade.',
      );
  });
  definition.omgangar.forEach(({ ar }, i) => {
    if (definition.omgangar.findIndex((o) => o.ar === ar) < i)
      report(
        'dubblett',
        placeIn(json, ['omgangar', i, 'ar']),
        `Det finns redan en omgång för ${ar}.`,
        'Ta bort den ena.',
      );
  });
}
