import { z } from 'zod';
import { Amnen } from '../../model/amne.ts';
import { OmradeDefinition } from '../../model/edition.ts';
import { Formular } from '../../model/formular.ts';
import { IndicatorDefinition, SharedIndicator } from '../../model/indicator.ts';
import { INLASNING_PATHS, InlastFil } from '../../model/inlasning.ts';
import { Kalender } from '../../model/kalender.ts';
import { Kallforteckning } from '../../model/kalla.ts';
import { KartlaggningDefinition } from '../../model/kartlaggning.ts';
import { ReferensKallor } from '../../model/kommun.ts';
import { ProgramDefinition } from '../../model/program.ts';
import { Publicering } from '../../model/release.ts';
import { Samband } from '../../model/samband.ts';
import {
  INLASNING_WORDS,
  KARTLAGGNING_WORDS,
  PROGRAM_WORDS,
  PUBLICERING_WORDS,
} from '../reference/collection-words.ts';
import { INVENTERING_WORDS } from '../reference/form-words.ts';
import { describedSchema } from '../reference/keys.ts';
import {
  AMNEN_WORDS,
  INDIKATORER_WORDS,
  KALENDER_WORDS,
  KALLFORTECKNING_WORDS,
  KALLOR_WORDS,
  OMRADE_WORDS,
  SAMBAND_WORDS,
  type Words,
} from '../reference/words.ts';

/** A JSON file that a publisher writes: where it lies, the schema that it is held against, and what its keys are. */
type JsonFileKind = {
  readonly name: string;
  readonly path: string;
  /** Other places where the same kind of file may lie. */
  readonly also?: readonly string[];
  readonly schema: z.ZodType;
  readonly words: Words;
};

/** Every JSON file that a publisher writes. */
export const JSON_FILES: readonly JsonFileKind[] = [
  { name: 'publicering', path: 'publicering.json', schema: Publicering, words: PUBLICERING_WORDS },
  { name: 'kalender', path: 'kalender.json', schema: Kalender, words: KALENDER_WORDS },
  { name: 'kallor', path: 'referens/kallor.json', schema: ReferensKallor, words: KALLOR_WORDS },
  { name: 'inventering', path: 'referens/inventering.json', schema: Formular, words: INVENTERING_WORDS },
  {
    name: 'kallforteckning',
    path: 'referens/kallforteckning.json',
    schema: Kallforteckning,
    words: KALLFORTECKNING_WORDS,
  },
  { name: 'amnen', path: 'texter/amnen.json', schema: Amnen, words: AMNEN_WORDS },
  { name: 'samband', path: 'samband.json', schema: z.array(Samband), words: SAMBAND_WORDS },
  { name: 'omrade', path: 'omraden/<område>/omrade.json', schema: OmradeDefinition, words: OMRADE_WORDS },
  {
    name: 'indikatorer',
    path: 'omraden/<område>/indikatorer.json',
    schema: z.array(z.union([IndicatorDefinition, SharedIndicator])),
    words: INDIKATORER_WORDS,
  },
  {
    name: 'kartlaggning',
    path: 'kartlaggningar/<namn>/kartlaggning.json',
    schema: KartlaggningDefinition,
    words: KARTLAGGNING_WORDS,
  },
  {
    name: 'inlasning',
    path: INLASNING_PATHS[0],
    also: INLASNING_PATHS.slice(1),
    schema: InlastFil,
    words: INLASNING_WORDS,
  },
  { name: 'program', path: 'program/<namn>/program.json', schema: ProgramDefinition, words: PROGRAM_WORDS },
];

/**
 * The same schemas as JSON Schema (draft 2020-12), by path below the data folder, so that an editor completes, explains
 * and checks a file while somebody writes it.
 */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    JSON_FILES.map(({ name, schema, words }) => [
      `scheman/${name}.schema.json`,
      `${JSON.stringify(describedSchema(schema, words), null, 2)}\n`,
    ]),
  );
}
