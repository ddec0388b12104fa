import { dsvFormat } from 'd3-dsv';
import { ABSENCE_SYMBOL } from '../../model/absence.ts';
import type { Edition } from '../../model/edition.ts';
import { type Referens, stadsdelarOn } from '../../model/kommun.ts';
import type { ImportedValue, LeftOut } from '../batch.ts';
import { textOf } from '../folder.ts';

const KEYS = ['kommunkod', 'kommun', 'stadsdel'] as const;
const FORMAT = dsvFormat(';');
const NOT_APPLICABLE = ABSENCE_SYMBOL['ej-tillamplig'];
const NO_FIGURE = ABSENCE_SYMBOL['uppgift-saknas'];

/** What is needed to write one year's answers. */
export type EnkatYear = {
  readonly edition: Pick<Edition, 'ar' | 'enhet' | 'stadsdelsstader' | 'referensdatum'>;
  readonly referens: Referens;
  /** Ids of the year's questions in the order of the columns. */
  readonly questions: readonly string[];
  /** The file as it is; null for a new year. */
  readonly existing: Uint8Array | null;
  readonly values: readonly ImportedValue[];
};

/**
 * The file of one year: answers of the imported questions anew, all others as they stood. A respondent that the
 * source has nothing about gets a reason, never an empty cell.
 */
export function enkatText(year: EnkatYear, leftOut: LeftOut): string {
  const { edition, referens, questions, existing, values } = year;
  const before = new Map(
    (existing ? FORMAT.parse(textOf(existing).replace(/^\uFEFF/, '')) : []).map((row) => [
      `${row.kommunkod}|${row.stadsdel}`,
      row,
    ]),
  );
  const imported = new Set(values.map((v) => v.indikator));
  const byKey = new Map(values.map((v) => [`${v.kod}|${v.indikator}`, v]));
  const cities = new Set(edition.enhet === 'kommuner' ? [] : edition.stadsdelsstader);
  for (const v of values)
    if (cities.has(v.kod) && v.varde !== null)
      leftOut.add(v.indikator, edition.ar, v.kod, 'staden svarar genom sina stadsdelar i den här utgåvan');

  const cell = (kod: string, id: string, old: string | undefined): string => {
    if (!imported.has(id)) return old ?? (cities.has(kod) ? NOT_APPLICABLE : NO_FIGURE);
    if (cities.has(kod)) return NOT_APPLICABLE;
    const value = byKey.get(`${kod}|${id}`);
    if (!value) return NO_FIGURE;
    return value.saknas === null ? String(value.varde) : ABSENCE_SYMBOL[value.saknas];
  };
  const row = (kod: string, kommunkod: string, kommun: string, stadsdel: string) => {
    const old = before.get(`${kommunkod}|${stadsdel}`);
    return [kommunkod, kommun, stadsdel, ...questions.map((id) => cell(kod, id, old?.[id]))];
  };
  const rows = referens.kommuner.flatMap((kommun) => [
    row(kommun.kod, kommun.kod, kommun.namn, ''),
    ...(cities.has(kommun.kod)
      ? stadsdelarOn(referens.stadsdelar, kommun.kod, edition.referensdatum).map((s) =>
          row(s.kod, kommun.kod, kommun.namn, s.namn),
        )
      : []),
  ]);
  return `${FORMAT.formatRows([[...KEYS, ...questions], ...rows])}\n`;
}
