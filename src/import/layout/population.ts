import { createHash } from 'node:crypto';
import { dsvFormat } from 'd3-dsv';
import { InlastFil, inlasningPath } from '../../model/inlasning.ts';
import type { Batch } from '../batch.ts';
import { type DataFolder, textOf } from '../folder.ts';

const FORMAT = dsvFormat(';');
const PATH = 'referens/kommuner.csv';

/** `referens/kommuner.csv` with a new population, all else as it stood, and the record of where it comes from. */
export function populationFiles(
  folder: DataFolder,
  batch: Batch,
  population: NonNullable<Batch['folkmangd']>,
): readonly { readonly path: string; readonly text: string }[] {
  const rows = FORMAT.parse(textOf(folder.files.get(PATH) ?? new Uint8Array()).replace(/^\uFEFF/, ''));
  const written = rows.map((row) => {
    const known = population.antal.get(row.kommunkod ?? '');
    return rows.columns.map((c) =>
      c === 'folkmangd' && known !== undefined ? String(known) : (row[c] ?? ''),
    );
  });
  const text = `${FORMAT.formatRows([[...rows.columns], ...written])}\n`;
  const record: InlastFil = {
    fil: 'kommuner.csv',
    sha256: createHash('sha256').update(text).digest('hex'),
    inlasningar: [
      {
        kalla: batch.kalla,
        indikatorer: ['folkmangd'],
        ar: [population.ar],
        fraga: [...batch.fraga],
        hamtad: batch.hamtad,
        sha256: batch.sha256,
        beskrivningar: batch.beskrivningar,
        utelamnat: [...batch.utelamnat],
      },
    ],
  };
  return [
    { path: PATH, text },
    { path: inlasningPath(PATH), text: `${JSON.stringify(InlastFil.parse(record), null, 2)}\n` },
  ];
}
