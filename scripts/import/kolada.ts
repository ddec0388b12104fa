import { confirmedCoding } from '../../src/import/coding.ts';
import { importKolada, KOLADA_URL } from '../../src/import/kolada/import.ts';
import { wrongUse } from '../command.ts';
import { folderOf, nodeClient, type SourceCommand, sourceOptions, yearList } from './source.ts';

const USAGE =
  'npm run import -- kolada --kpi U30428,N31807 --years 2016-2024 [--data MAPP] [--base-url ADRESS] [--offline] [--dry-run] [--kodning U31467:1=ja,0=nej] [--godkann U30428]';

/** `npm run import -- kolada`. */
export const kolada: SourceCommand = (args) => {
  const options = sourceOptions(args, {
    names: [
      'kpi',
      'years',
      'data',
      'base-url',
      'cache',
      'timeout',
      'kodning',
      'godkann',
      'offline',
      'dry-run',
    ],
    usage: USAGE,
  });
  const list = (name: 'kpi' | 'godkann') =>
    options.all(name).flatMap((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    );
  const kpis = list('kpi');
  if (kpis.length === 0 || options.text('years') === undefined || options.positionals.length > 0)
    return wrongUse(`Ange nyckeltal och år. Så här används kommandot: ${USAGE}`);
  const odd = kpis.find((kpi) => !/^[A-Z]\d{5}$/.test(kpi));
  if (odd !== undefined) return wrongUse(`”${odd}” är inte ett nyckeltal hos Kolada, som U30428.`);
  const confirmed = options.all('kodning').map((text) => {
    const read = confirmedCoding(text);
    return read ?? wrongUse(`”${text}” är ingen kodning. Skriv till exempel --kodning U31467:1=ja,0=nej.`);
  });
  const baseUrl = options.text('base-url') ?? KOLADA_URL;
  if (!URL.canParse(baseUrl)) return wrongUse(`”${baseUrl}” är ingen adress.`);
  const years = yearList(options.text('years'));
  return {
    folder: folderOf(options),
    dryRun: options.flag('dry-run'),
    read: async (open) =>
      importKolada(open, await nodeClient(options, baseUrl), {
        kpis,
        years,
        baseUrl,
        confirmed: new Map(confirmed),
        accepted: new Set(list('godkann')),
      }),
  };
};
