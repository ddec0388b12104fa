import { answersOf } from '../../model/answer.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Kon } from '../../model/observation.ts';
import { Refusal } from '../../refusal.ts';
import { type Batch, type ImportedValue, LeftOut } from '../batch.ts';
import type { DataFolder } from '../folder.ts';
import { readCell } from './cells.ts';
import { findTable } from './header.ts';
import type { ColumnMapping, Mapping, SheetMapping } from './mapping.ts';
import { type PlaceFinder, placeFinder, rowPlace } from './places.ts';
import { gridCell, type RawSheet, rawText, tidy } from './raw-sheet.ts';

/** A table read by a mapping, and where the file came from. */
export type TableSource = {
  readonly fil: string;
  readonly hamtad: string;
  readonly sha256: string;
  readonly grids: readonly RawSheet[];
  /** Years to read; null for all. */
  readonly years: ReadonlySet<number> | null;
};

/**
 * Reads the columns that a mapping names. The header is found anew, so that a table that has grown still fits;
 * a column that is gone, or a cell that the mapping does not know, stops the import.
 */
export function importTable(folder: DataFolder, source: TableSource, mapping: Mapping): Batch {
  const leftOut = new LeftOut();
  const values = new Map<string, ImportedValue>();
  for (const sheet of mapping.blad) {
    if (sheet.kolumner.every((k) => k.indikator === null)) continue;
    const grid = source.grids.find((g) => g.name === sheet.blad);
    if (!grid)
      throw new Refusal(
        `Bladet ”${sheet.blad}” finns inte i ${source.fil}. Det som finns: ${source.grids.map((g) => g.name).join(', ')}.`,
        'Rätta bladets namn i mappningen, eller ta bort mappningen så görs en ny.',
      );
    readSheet(folder, grid, sheet, { values, leftOut, years: source.years });
  }
  if ([...values.values()].every((v) => v.varde === null))
    throw new Refusal(`${source.fil} gav inga värden att skriva.`, 'Kontrollera mappningen.');
  return {
    kalla: mapping.kalla,
    values: [...values.values()],
    utelamnat: leftOut.list(),
    fraga: mapping.blad.map((b) => `${source.fil}, bladet ${b.blad}`),
    hamtad: source.hamtad,
    sha256: source.sha256,
    beskrivningar: {},
    noter: [],
  };
}

type Collected = {
  readonly values: Map<string, ImportedValue>;
  readonly leftOut: LeftOut;
  readonly years: TableSource['years'];
};
type ReadColumn = { readonly at: number; readonly mapping: ColumnMapping; readonly indicator: Indicator };

function readSheet(folder: DataFolder, grid: RawSheet, sheet: SheetMapping, collected: Collected): void {
  const { referens } = folder.catalogue;
  const shape = findTable(grid, placeFinder(referens, null));
  if (!shape)
    throw new Refusal(
      `Bladet ”${grid.name}” har ingen rad som är en kommun eller stadsdel.`,
      'Kontrollera att det är rätt fil.',
    );
  const columnAt = (name: string): number => {
    const at = shape.columns.indexOf(name);
    if (at >= 0) return at;
    throw new Refusal(
      `Kolumnen ”${name}” finns inte i bladet ”${grid.name}”. Där finns: ${shape.columns.filter((c) => c !== '').join('; ')}.`,
      'Rätta kolumnens namn i mappningen. Har frågan ändrats, läs definitionen innan du går vidare.',
    );
  };
  const optional = (name: string | null) => (name === null ? null : columnAt(name));
  const at = {
    kod: optional(sheet.kommunkod),
    namn: optional(sheet.kommun),
    stadsdel: optional(sheet.stadsdel),
    ar: typeof sheet.ar === 'string' ? columnAt(sheet.ar) : null,
    kon: sheet.kon === null ? null : columnAt(sheet.kon.kolumn),
  };
  const urval = sheet.urval.map(({ kolumn, varde }) => ({ at: columnAt(kolumn), varde: tidy(varde) }));
  const columns = sheet.kolumner.flatMap((mapping) =>
    mapping.indikator === null
      ? []
      : [{ at: columnAt(mapping.kolumn), mapping, indicator: known(folder, mapping.indikator) }],
  );
  const finders = new Map<number | null, PlaceFinder>();
  const finderOf = (ar: number) => {
    const edition = folder.catalogue.omraden.flatMap((o) => o.utgavor).find((e) => e.ar === ar);
    const finder = finders.get(ar) ?? placeFinder(referens, edition?.referensdatum ?? `${ar}-03-01`);
    finders.set(ar, finder);
    return finder;
  };
  for (let row = shape.data[0]; row <= shape.data[1]; row += 1) {
    const text = (column: number | null) => (column === null ? '' : tidy(rawText(grid.rows[row]?.[column])));
    if (urval.some((u) => text(u.at) !== u.varde)) continue;
    if (text(at.kod) === '' && text(at.namn) === '' && text(at.stadsdel) === '') continue;
    const sex = sheet.kon === null ? 'T' : sheet.kon.varden[text(at.kon)];
    for (const column of columns) {
      const ar = column.mapping.ar ?? (at.ar === null ? Number(sheet.ar) : Number(text(at.ar)));
      if (!Number.isInteger(ar) || ar < 1990 || ar > 2100) {
        collected.leftOut.add(
          column.indicator.id,
          null,
          text(at.namn) || text(at.kod),
          `”${text(at.ar)}” är inget år`,
        );
        continue;
      }
      if (collected.years?.has(ar) === false) continue;
      const place = rowPlace(text(at.kod), text(at.namn), text(at.stadsdel), finderOf(ar));
      if (place.kind === 'total') continue;
      if (place.kind === 'unknown')
        collected.leftOut.add(column.indicator.id, ar, `rad ${row + 1}`, place.why);
      else if (sex) keep(grid, row, column, { kod: place.kod, ar, kon: sex, values: collected.values });
    }
  }
}

function known(folder: DataFolder, id: string): Indicator {
  const indicator = folder.indikator(id);
  if (indicator) return indicator;
  throw new Refusal(`Mappningen nämner ${id}, som inte finns i någon indikatorer.json.`, 'Rätta mappningen.');
}

function keep(
  grid: RawSheet,
  row: number,
  { at, mapping, indicator }: ReadColumn,
  {
    values,
    ...key
  }: {
    readonly kod: string;
    readonly ar: number;
    readonly kon: Kon;
    readonly values: Collected['values'];
  },
): void {
  const cell = gridCell(grid, row, at);
  const read = readCell(cell, mapping, answersOf(indicator.svarstyp, indicator.kategorier));
  const where = `Bladet ${grid.name}, rad ${row + 1}, kolumnen ”${mapping.kolumn}”`;
  if (typeof read === 'string')
    throw new Refusal(
      `${where}: ${read}`,
      'Lägg till det i mappningen under svar eller saknas, eller rätta filen.',
    );
  const value = { indikator: indicator.id, ...key, ...read };
  const id = `${indicator.id}|${key.kod}|${key.ar}|${key.kon}`;
  const before = values.get(id);
  if (before && (before.varde !== value.varde || before.saknas !== value.saknas))
    throw new Refusal(
      `${where}: ${key.kod} ${key.ar} har redan ett annat värde (${before.varde ?? before.saknas}).`,
      'Har tabellen en rad för varje ålder, månad eller hushållstyp? Skriv under urval vilken som gäller.',
    );
  values.set(id, value);
}
