import { type Program, ProgramDefinition } from '../../model/program.ts';
import type { Places } from '../cells/place.ts';
import { checkOwn, foldersOf, readDefinition } from '../definition.ts';
import { placeIn } from '../json/read.ts';
import { didYouMean } from '../nearest.ts';
import type { Reading } from '../source.ts';
import { readProgramTables } from './tables.ts';

/**
 * Reads every `program/<slug>/`: `program.json` and its tables. Real programmes first, then by slug.
 * @param ids the indicators that a programme can be followed by; null where they are not all known
 */
export function readProgram(
  reading: Reading,
  places: Places,
  ids: readonly string[] | null,
): readonly Program[] {
  const read = foldersOf(reading, 'program').flatMap((slug) => readOne(reading, slug, places) ?? []);
  for (const { foljsAv, ursprung } of read.flatMap((p) => p.indikatorer))
    if (foljsAv !== null && ids !== null && !ids.includes(foljsAv))
      reading.report(
        'indikator-okand',
        { file: ursprung.fil, row: ursprung.rad, column: 'foljs_av', value: foljsAv },
        `Det finns ingen indikator ”${foljsAv}”.`,
        didYouMean(foljsAv, ids),
      );
  return [...read.filter((p) => !p.exempel), ...read.filter((p) => p.exempel)];
}

function readOne(reading: Reading, slug: string, places: Places): Program | null {
  const fil = `program/${slug}/program.json`;
  const read = readDefinition(reading, fil, ProgramDefinition, 'programmet');
  if (read === null) return null;
  const { json, definition } = read;
  const fits = (kod: string) => places.byCode.get(kod)?.niva === 'kommun';
  checkOwn(reading, read, { slug, places, fits, wrongSlug: 'program-slug' });
  const { franAr, tillAr } = definition;
  if (tillAr < franAr)
    reading.report(
      'program-ar',
      placeIn(json, ['tillAr']),
      `Programmet slutar ${tillAr}, innan det börjar ${franAr}.`,
      'Byt plats på åren.',
    );
  return { ...definition, ...readProgramTables(reading, `program/${slug}`, definition), fil };
}
