import { EXEMPELKOD } from '../../model/inventering.ts';
import { type Program, ProgramDefinition } from '../../model/program.ts';
import type { Places } from '../cells/place.ts';
import { type JsonFile, placeIn, readJson, validate } from '../json/read.ts';
import { didYouMean } from '../nearest.ts';
import { protectedByDefault } from '../personskydd.ts';
import { type Reading, required } from '../source.ts';
import { readProgramTables } from './tables.ts';

const FOLDER = /^program\/([^/]+)\/[^/]+$/;

/**
 * Reads every `program/<slug>/`: `program.json` and its tables. Real programmes first, then by slug.
 * @param ids the indicators that a programme can be followed by
 */
export function readProgram(reading: Reading, places: Places, ids: readonly string[]): readonly Program[] {
  const slugs = new Set([...reading.files.keys()].flatMap((path) => FOLDER.exec(path)?.[1] ?? []));
  const read = [...slugs].sort().flatMap((slug) => readOne(reading, slug, places) ?? []);
  for (const { foljsAv, ursprung } of read.flatMap((p) => p.indikatorer))
    if (foljsAv !== null && !ids.includes(foljsAv))
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
  const source = required(reading, fil);
  const json = source && readJson(source, reading.report);
  const written = json && validate(json, [], ProgramDefinition, reading.report);
  if (!json || !written) return null;
  const definition = protectedByDefault(reading, json, written, { path: [], what: 'programmet' });
  checkDefinition(reading, { slug, json, places }, definition);
  return { ...definition, ...readProgramTables(reading, `program/${slug}`, definition), fil };
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
  { slug: written, kod, franAr, tillAr, exempel }: ProgramDefinition,
): void {
  if (written !== slug)
    report(
      'program-slug',
      placeIn(json, ['slug']),
      `Mappen heter ${slug}, men i filen står ”${written}”.`,
      `Skriv ”${slug}” eller byt namn på mappen.`,
    );
  if (kod !== EXEMPELKOD && places.byCode.get(kod)?.niva !== 'kommun')
    report(
      'kommunkod-okand',
      placeIn(json, ['kod']),
      `Koden ”${kod}” finns inte i referensdata.`,
      didYouMean(kod, [...places.byCode.keys()]),
    );
  if (tillAr < franAr)
    report(
      'program-ar',
      placeIn(json, ['tillAr']),
      `Programmet slutar ${tillAr}, innan det börjar ${franAr}.`,
      'Byt plats på åren.',
    );
  if ((kod === EXEMPELKOD) !== exempel)
    report(
      'program-exempel',
      placeIn(json, ['exempel']),
      exempel ? `Ett exempel hör inte till kommunen ${kod}.` : `Koden ${EXEMPELKOD} är påhittad.`,
      `Skriv koden ${EXEMPELKOD} och exempel true, eller en kommuns kod och exempel false.`,
    );
}
