import { type Kartlaggning, KartlaggningDefinition, MATT } from '../../model/kartlaggning.ts';
import { type Referens, RIKET } from '../../model/kommun.ts';
import type { Places } from '../cells/place.ts';
import { checkOwn, foldersOf, type ReadDefinition, readDefinition } from '../definition.ts';
import { placeIn } from '../json/read.ts';
import { didYouMean } from '../nearest.ts';
import type { Reading } from '../source.ts';
import { readCounts } from './varden.ts';

/** Reads `kartlaggningar/<slug>/`: `kartlaggning.json` and `varden.csv`. The national series comes first, then by slug; examples last. */
export function readKartlaggningar(
  reading: Reading,
  referens: Referens,
  places: Places,
): readonly Kartlaggning[] {
  const slugs = foldersOf(reading, 'kartlaggningar');
  const read = slugs.flatMap((slug) => readOne(reading, slug, referens, places) ?? []);
  const rank = (k: Kartlaggning) => (k.exempel ? 2 : k.kod === RIKET ? 0 : 1);
  return read.toSorted((a, b) => rank(a) - rank(b));
}

function readOne(reading: Reading, slug: string, referens: Referens, places: Places): Kartlaggning | null {
  const fil = `kartlaggningar/${slug}/kartlaggning.json`;
  const read = readDefinition(reading, fil, KartlaggningDefinition, 'kartläggningen');
  if (read === null) return null;
  checkOwn(reading, read, { slug, places, fits: () => true, wrongSlug: 'kartlaggning-slug' });
  checkMeasures(reading, read);
  const varden = readCounts(reading, { ...read.definition, slug }, referens, places);
  return { ...read.definition, varden, fil };
}

/** Reports a main measure that nothing is counted by, and a round that stands twice. */
function checkMeasures(
  { report }: Reading,
  { json, definition }: ReadDefinition<KartlaggningDefinition>,
): void {
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
