import { type Handelse, Kalender } from '../model/kalender.ts';
import { placeIn, readJson, validate } from './json/read.ts';
import { didYouMean } from './nearest.ts';
import { optional, type Reading } from './source.ts';

/** The release calendar, soonest first. Empty when the file is absent. @param omraden slugs of the areas */
export function readKalender(reading: Reading, omraden: readonly string[]): readonly Handelse[] {
  const source = optional(reading, 'kalender.json');
  const json = source && readJson(source, reading.report);
  const events = json && validate(json, [], Kalender, reading.report);
  if (!json || !events) return [];
  const seen = new Set<string>();
  events.forEach(({ id, omrade }, i) => {
    if (seen.has(id))
      reading.report(
        'kalender-dubbel',
        placeIn(json, [i, 'id']),
        `”${id}” står redan i kalendern.`,
        'Välj ett annat id.',
      );
    seen.add(id);
    if (omrade !== null && !omraden.includes(omrade))
      reading.report(
        'kalender-omrade',
        placeIn(json, [i, 'omrade']),
        `Det finns inget område ”${omrade}”.`,
        didYouMean(omrade, omraden),
      );
  });
  return events.toSorted((a, b) => (a.datum < b.datum ? -1 : a.datum > b.datum ? 1 : 0));
}
