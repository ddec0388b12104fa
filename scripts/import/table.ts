import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { csvSheet } from '../../src/import/csv/sheet.ts';
import { readWorkbook } from '../../src/import/excel/read.ts';
import type { DataFolder } from '../../src/import/folder.ts';
import { guessMapping } from '../../src/import/table/guess.ts';
import { importTable } from '../../src/import/table/import.ts';
import { Mapping, mappingQuestions } from '../../src/import/table/mapping.ts';
import { mappingText } from '../../src/import/table/mapping-text.ts';
import type { RawSheet } from '../../src/import/table/raw-sheet.ts';
import { sha256 } from '../../src/model/sha256.ts';
import { Refusal } from '../../src/refusal.ts';
import { pathOf, wrongUse } from '../command.ts';
import { confirmed } from './confirmed.ts';
import { folderOf, type SourceCommand, type SourceOptions, sourceOptions, yearList } from './source.ts';

const usage = (kind: string) =>
  `npm run import -- ${kind} FIL [--mapping FIL] [--data MAPP] [--omrade OMRÅDE] [--ar 2024] [--years 2016-2024] [--kalla KÄLLA] [--bekrafta] [--dry-run]`;

/** `npm run import -- excel` and `-- csv`: tables with kommuner in rows, read by a mapping that a person confirms. */
function tableCommand(kind: string, grids: (path: string) => Promise<readonly RawSheet[]>): SourceCommand {
  return (args) => {
    const options = sourceOptions(args, {
      names: ['mapping', 'data', 'omrade', 'ar', 'years', 'kalla', 'bekrafta', 'dry-run'],
      usage: usage(kind),
    });
    const [given, ...rest] = options.positionals;
    if (given === undefined || rest.length > 0)
      return wrongUse(`Ange en fil. Så här används kommandot: ${usage(kind)}`);
    const path = pathOf(given, given);
    if (!existsSync(path)) return wrongUse(`Filen ”${given}” finns inte.`);
    const years = options.text('years');
    return {
      folder: folderOf(options),
      dryRun: options.flag('dry-run'),
      read: async (open) => {
        const read = await grids(path);
        const mapping = await confirmedMapping(open, path, read, options);
        return importTable(
          open,
          {
            fil: basename(path),
            hamtad: (await stat(path)).mtime.toISOString(),
            sha256: sha256(await readFile(path)),
            grids: read,
            years: years === undefined ? null : new Set(yearList(years)),
          },
          mapping,
        );
      },
    };
  };
}

export const excel = tableCommand('excel', (path) => readWorkbook(path));
export const csv = tableCommand('csv', async (path) => [csvSheet(basename(path), await readFile(path))]);

const confirmedMapping = (
  open: DataFolder,
  path: string,
  grids: readonly RawSheet[],
  options: SourceOptions,
): Promise<Mapping> =>
  confirmed(path, options, {
    schema: Mapping,
    guess: () => guessed(open, path, grids, options),
    questions: mappingQuestions,
    text: mappingText,
  });

function guessed(
  open: DataFolder,
  path: string,
  grids: readonly RawSheet[],
  options: SourceOptions,
): Mapping {
  const omrade = options.text('omrade');
  if (omrade !== undefined && !open.catalogue.omraden.some((o) => o.slug === omrade))
    throw new Refusal(
      `Det finns inget område ”${omrade}”.`,
      `Välj något av: ${open.catalogue.omraden.map((o) => o.slug).join(', ')}.`,
    );
  const ar = options.text('ar');
  const mapping = guessMapping(grids, {
    indikatorer: open.catalogue.indikatorer.filter((i) => omrade === undefined || i.omraden.includes(omrade)),
    referens: open.catalogue.referens,
    kalla: options.text('kalla') ?? '',
    ar: ar === undefined ? null : Number(ar),
    fil: basename(path),
  });
  if (mapping) return mapping;
  throw new Refusal(
    `${basename(path)} har inget blad med kommuner eller stadsdelar i rader.`,
    'Kontrollera att filen har en kolumn med kommunkoder eller kommunnamn.',
  );
}
