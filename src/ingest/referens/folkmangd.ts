import { z } from 'zod';
import { type FolkmangdAr, Kommunkod } from '../../model/kommun.ts';
import { IntegerCell } from '../csv/records.ts';
import { optional, type Reading } from '../source.ts';
import { checkCode, rowsOf } from './rows.ts';

/** A cell with how many live somewhere. */
export const Folkmangd = IntegerCell.pipe(z.number().min(1));

export const FolkmangdRad = z.object({
  kommunkod: Kommunkod,
  ar: IntegerCell.pipe(z.number().min(1900).max(2100)),
  folkmangd: Folkmangd,
});

/** Populations of single years, oldest first. The file may be missing. */
export function readPopulations(reading: Reading, kommunkoder: ReadonlySet<string>): readonly FolkmangdAr[] {
  const name = 'folkmangd.csv';
  const rows = rowsOf(reading, name, FolkmangdRad, {
    column: 'kommunkod',
    keyOf: (r) => `${r.kommunkod} ${r.ar}`,
    find: optional,
  });
  const known = rows.filter(({ record: r, line: row }) =>
    checkCode(reading, { file: `referens/${name}`, row, column: 'kommunkod' }, r.kommunkod, kommunkoder),
  );
  return [...Map.groupBy(known, ({ record }) => record.ar)]
    .map(([ar, list]) => ({
      ar,
      antal: Object.fromEntries(list.map(({ record: r }) => [r.kommunkod, r.folkmangd])),
    }))
    .sort((a, b) => a.ar - b.ar);
}
