import type { ProgramDefinition } from '../../model/program.ts';
import { didYouMean } from '../nearest.ts';
import type { Reading } from '../source.ts';
import type { ProgramRecord } from './records.ts';

/** Rows of a table with the line that each stands on. */
export type Rows<T> = readonly { readonly record: T; readonly line: number }[];

type Linked = {
  readonly mal: Rows<ProgramRecord<'mal.csv'>>;
  readonly indikatorer: Rows<ProgramRecord<'indikatorer.csv'>>;
  readonly utfall: Rows<ProgramRecord<'utfall.csv'>>;
  readonly strategier: Rows<ProgramRecord<'strategier.csv'>>;
  readonly arbetssatt: Rows<ProgramRecord<'arbetssatt.csv'>>;
  readonly atgarder: Rows<ProgramRecord<'atgarder.csv'>>;
  readonly lagen: Rows<ProgramRecord<'lage.csv'>>;
  readonly fakta: Rows<ProgramRecord<'fakta.csv'>>;
};

/** Reports ids that nothing has, years that do not follow each other, and sums that do not add up. */
export function checkLinks(
  reading: Reading,
  folder: string,
  rows: Linked,
  definition: ProgramDefinition,
): void {
  // A table that is there without a row has been reported: what points at it is not at fault.
  const isKnown = (file: string, to: Rows<unknown>) =>
    to.length > 0 || !reading.files.has(`${folder}/${file}`);
  const known = <T>(
    file: string,
    from: Rows<T>,
    column: keyof T & string,
    [there, to]: readonly [string, Rows<{ readonly id: string }>],
  ) => {
    if (!isKnown(there, to)) return;
    const ids = to.map((r) => r.record.id);
    for (const { record, line } of from) {
      const value = String(record[column]);
      if (value === '' || ids.includes(value)) continue;
      reading.report(
        'program-okant-id',
        { file: `${folder}/${file}`, row: line, column, value },
        `Det finns inget id ”${value}” i programmet.`,
        didYouMean(value, ids),
      );
    }
  };
  known('mal.csv', rows.mal, 'del_av', ['mal.csv', rows.mal]);
  known('indikatorer.csv', rows.indikatorer, 'mal', ['mal.csv', rows.mal]);
  known('utfall.csv', rows.utfall, 'indikator', ['indikatorer.csv', rows.indikatorer]);
  known('arbetssatt.csv', rows.arbetssatt, 'strategi', ['strategier.csv', rows.strategier]);
  known('atgarder.csv', rows.atgarder, 'arbetssatt', ['arbetssatt.csv', rows.arbetssatt]);
  known('lage.csv', rows.lagen, 'atgard', ['atgarder.csv', rows.atgarder]);
  known('fakta.csv', rows.fakta, 'arbetssatt', ['arbetssatt.csv', rows.arbetssatt]);
  for (const { record, line } of rows.indikatorer) checkSexes(reading, folder, line, record);
  checkYears(reading, folder, rows, definition);
  if (isKnown('indikatorer.csv', rows.indikatorer)) checkFollowed(reading, folder, rows);
}

/** Rows with an id that no row before has; the others are reported. */
export function unique<T extends { readonly id: string }>(
  { report }: Reading,
  file: string,
  rows: Rows<T>,
): Rows<T> {
  return rows.filter(({ record, line }, i) => {
    const before = rows.slice(0, i).find((r) => r.record.id === record.id);
    if (before)
      report(
        'dubblett',
        { file, row: line, column: 'id', value: record.id },
        `Samma id står redan på rad ${before.line}.`,
        'Ge raden ett eget id.',
      );
    return !before;
  });
}

function checkSexes(
  { report }: Reading,
  folder: string,
  row: number,
  {
    varde,
    kvinnor,
    man,
  }: { readonly varde: number; readonly kvinnor: number | null; readonly man: number | null },
): void {
  const sum = (kvinnor ?? 0) + (man ?? 0);
  const complete = kvinnor !== null && man !== null;
  if (sum <= varde && (!complete || sum === varde)) return;
  report(
    'kon-summa',
    { file: `${folder}/indikatorer.csv`, row, column: 'varde', value: String(varde) },
    `Kvinnor och män är tillsammans ${sum}, men totalen är ${varde}.`,
    'Kontrollera raden mot källan.',
  );
}

function checkYears(
  { report }: Reading,
  folder: string,
  { indikatorer, utfall, atgarder }: Linked,
  { tillAr }: ProgramDefinition,
): void {
  const base = new Map(indikatorer.map((r) => [r.record.id, r.record.basar]));
  for (const { record, line } of utfall) {
    const { indikator, ar } = record;
    const basar = base.get(indikator);
    if (basar === undefined || (ar > basar && ar <= tillAr + 1)) continue;
    report(
      'program-ar',
      { file: `${folder}/utfall.csv`, row: line, column: 'ar', value: String(ar) },
      ar <= basar
        ? `Utfallet ${ar} är inte senare än basåret ${basar}.`
        : `${ar} är efter programmets slut ${tillAr}.`,
      'Ett utfall ska vara från åren efter basåret, och senast året efter programmets slut.',
    );
  }
  for (const { record, line } of atgarder) {
    const { start, slut } = record;
    if (start === null || slut === null || start <= slut) continue;
    report(
      'program-ar',
      { file: `${folder}/atgarder.csv`, row: line, column: 'slut', value: String(slut) },
      `Åtgärden ska vara klar ${slut}, innan den börjar ${start}.`,
      'Byt plats på åren.',
    );
  }
}

/** Every goal must be followed by something, or have sub-goals that are. */
function checkFollowed({ report }: Reading, folder: string, { mal, indikatorer }: Linked): void {
  const followed = new Set(indikatorer.map((r) => r.record.mal));
  const whole = new Set(mal.map((r) => r.record.del_av));
  for (const { record, line } of mal)
    if (!followed.has(record.id) && !whole.has(record.id))
      report(
        'program-mal-utan-indikator',
        { file: `${folder}/mal.csv`, row: line, column: 'id', value: record.id },
        `Målet ”${record.id}” har ingen indikator.`,
        'Lägg till en rad i indikatorer.csv.',
      );
}
