import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { bmeSheets, guessBme } from '../../src/import/bme/guess.ts';
import { importBme } from '../../src/import/bme/import.ts';
import { BmeMapping, bmeMappingText, bmeQuestions } from '../../src/import/bme/mapping.ts';
import { csvSheet } from '../../src/import/csv/sheet.ts';
import { isWorkbook, readWorkbook } from '../../src/import/excel/read.ts';
import type { DataFolder } from '../../src/import/folder.ts';
import { sha256 } from '../../src/model/sha256.ts';
import { Refusal } from '../../src/refusal.ts';
import { pathOf, wrongUse } from '../command.ts';
import { confirmed } from './confirmed.ts';
import { folderOf, type SourceCommand, type SourceOptions, sourceOptions } from './source.ts';

const USAGE =
  'npm run import -- bme FIL [--mapping FIL] [--data MAPP] [--ar 2024] [--kalla KÄLLA] [--bekrafta] [--dry-run]';

/**
 * `npm run import -- bme`: what kommuner have answered in Boverket's housing-market survey, for the inventories that ask
 * for it. By a mapping that a person confirms, as other tables.
 */
export const bme: SourceCommand = (args) => {
  const options = sourceOptions(args, {
    names: ['mapping', 'data', 'ar', 'kalla', 'bekrafta', 'dry-run'],
    usage: USAGE,
  });
  const [given, ...rest] = options.positionals;
  if (given === undefined || rest.length > 0)
    return wrongUse(`Ange en fil. Så här används kommandot: ${USAGE}`);
  const path = pathOf(given, given);
  if (!existsSync(path)) return wrongUse(`Filen ”${given}” finns inte.`);
  return {
    folder: folderOf(options),
    dryRun: options.flag('dry-run'),
    read: async (open) => {
      const bytes = await readFile(path);
      const fil = basename(path);
      const grids = isWorkbook(bytes) ? await readWorkbook(path) : [csvSheet(fil, bytes)];
      const sheets = bmeSheets(grids, open.catalogue.referens, fil);
      const { uppgifter } = open.catalogue.formular;
      const mapping = await confirmed(path, options, {
        schema: BmeMapping,
        guess: () => guessed(open, sheets, fil, options),
        questions: bmeQuestions,
        text: (m, questions) => bmeMappingText(m, uppgifter, questions),
      });
      return importBme(
        open,
        {
          fil,
          hamtad: (await stat(path)).mtime.toISOString(),
          sha256: sha256(bytes),
          sheets,
        },
        mapping,
      );
    },
  };
};

function guessed(
  open: DataFolder,
  sheets: ReturnType<typeof bmeSheets>,
  fil: string,
  options: SourceOptions,
): BmeMapping {
  const mapping = guessBme(sheets, open.catalogue.formular.uppgifter);
  const ar = options.text('ar');
  if (mapping)
    return {
      ...mapping,
      kalla: options.text('kalla') ?? mapping.kalla,
      ar: ar === undefined ? mapping.ar : Number(ar),
    };
  if (sheets.length > 0)
    throw new Refusal(
      'Inventeringens formulär frågar inte efter något som bostadsmarknadsenkäten har.',
      'Skriv frågans ord under bme vid en uppgift i referens/inventering.json.',
    );
  throw new Refusal(
    `${fil} har inget blad med kommuner i rader.`,
    'Kontrollera att det är Boverkets fil med svar per kommun.',
  );
}
