import { z } from 'zod';
import { OmradeDefinition } from '../../model/edition.ts';
import { Formular } from '../../model/formular.ts';
import { IndicatorDefinition, SharedIndicator } from '../../model/indicator.ts';
import { Kallforteckning } from '../../model/kalla.ts';
import { KartlaggningDefinition } from '../../model/kartlaggning.ts';
import { ReferensKallor } from '../../model/kommun.ts';
import { ProgramDefinition } from '../../model/program.ts';
import { Release } from '../../model/release.ts';
import { Samband } from '../../model/samband.ts';

/** The schemas that a publisher's JSON files are held against, by the name of the file. */
const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  publicering: Release,
  kallor: ReferensKallor,
  omrade: OmradeDefinition,
  indikatorer: z.array(z.union([IndicatorDefinition, SharedIndicator])),
  kallforteckning: Kallforteckning,
  kartlaggning: KartlaggningDefinition,
  program: ProgramDefinition,
  inventering: Formular,
  samband: z.array(Samband),
};

/**
 * The same schemas as JSON Schema (draft 2020-12), by path below the data folder, so that an editor completes and checks
 * a file while somebody writes it.
 */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, schema]) => [
      `scheman/${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
    ]),
  );
}
