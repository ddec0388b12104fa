import { type Amne, Amnen } from '../../model/amne.ts';
import { placeIn, readJson, validate } from '../json/read.ts';
import { didYouMean } from '../nearest.ts';
import { optional, type Reading } from '../source.ts';

/**
 * Reads `texter/amnen.json`: the subjects across areas. Empty when the file is absent.
 * @param indikatorer ids of all indicators; null where they could not all be read, so that none is called unknown
 */
export function readAmnen(reading: Reading, indikatorer: readonly string[] | null): readonly Amne[] {
  const source = optional(reading, 'texter/amnen.json');
  const json = source && readJson(source, reading.report);
  const amnen = json && validate(json, [], Amnen, reading.report);
  if (!json || !amnen) return [];
  const seen = new Set<string>();
  amnen.forEach(({ slug, indikatorer: ids }, i) => {
    if (seen.has(slug))
      reading.report(
        'amne-dubbelt',
        placeIn(json, [i, 'slug']),
        `Det finns redan ett ämne ”${slug}”.`,
        'Välj en annan slug.',
      );
    seen.add(slug);
    ids.forEach((id, j) => {
      if (indikatorer !== null && !indikatorer.includes(id))
        reading.report(
          'amne-indikator',
          placeIn(json, [i, 'indikatorer', j]),
          `Det finns ingen indikator ”${id}”.`,
          didYouMean(id, indikatorer),
        );
    });
  });
  return amnen;
}
