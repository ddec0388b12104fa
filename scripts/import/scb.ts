import { importScb, SCB_URL } from '../../src/import/scb/import.ts';
import { Refusal } from '../../src/refusal.ts';
import { wrongUse } from '../command.ts';
import { folderOf, nodeClient, type SourceCommand, sourceOptions, yearList } from './source.ts';

const USAGE =
  'npm run import -- scb --table TAB638 --years 2024 [--indikator N02280] [--val ContentsCode=BE0101N1] [--data MAPP] [--base-url ADRESS] [--offline] [--dry-run]';

/** `npm run import -- scb`: a register, or without `--indikator` the population of the kommuner. */
export const scb: SourceCommand = (args) => {
  const options = sourceOptions(args, {
    names: [
      'table',
      'years',
      'indikator',
      'val',
      'data',
      'base-url',
      'cache',
      'timeout',
      'offline',
      'dry-run',
    ],
    usage: USAGE,
  });
  const table = options.text('table');
  if (table === undefined || options.text('years') === undefined || options.positionals.length > 0)
    return wrongUse(`Ange tabell och år. Så här används kommandot: ${USAGE}`);
  const chosen = options.all('val').map((text) => {
    const [name = '', code = ''] = text.split('=');
    return name === '' || code === ''
      ? wrongUse(`”${text}” är inget val. Skriv --val NAMN=KOD.`)
      : ([name, code] as const);
  });
  const baseUrl = options.text('base-url') ?? SCB_URL;
  if (!URL.canParse(baseUrl)) return wrongUse(`”${baseUrl}” är ingen adress.`);
  const years = yearList(options.text('years'));
  const id = options.text('indikator');
  return {
    folder: folderOf(options),
    dryRun: options.flag('dry-run'),
    read: async (open) => {
      const indikator = id === undefined ? null : open.indikator(id);
      if (indikator === undefined || indikator?.typ === 'enkat')
        throw new Refusal(`${id} är inget register i indikatorer.json.`, 'Lägg till indikatorn först.');
      return importScb(open, await nodeClient(options, baseUrl), {
        table,
        years,
        indikator,
        chosen: new Map(chosen),
        baseUrl,
      });
    },
  };
};
